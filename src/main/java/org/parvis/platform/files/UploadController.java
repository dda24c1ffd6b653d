package org.parvis.platform.files;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

import java.util.Map;

/** Files sent ahead of the form they belong to: each is answered with what the form shows of it. */
@Controller
class UploadController {

    private final Attachments attachments;

    UploadController(Attachments attachments) {
        this.attachments = attachments;
    }

    /** {@code among}: the form lays pictures out among its words. */
    @PostMapping("/files")
    ModelAndView keep(
            @AuthenticationPrincipal Visitor viewer,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean among) {
        try {
            return new ModelAndView(
                    "files/waiting", Map.of("file", attachments.keep(viewer.number(), file), "among", among));
        } catch (Invalid invalid) {
            return new ModelAndView("files/refused", Map.of("invalid", invalid), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** What is seen of a film that waits before it is played; of any other file nothing is. */
    @PostMapping("/files/{file:\\d{1,18}}/poster")
    @ResponseStatus(NO_CONTENT)
    void show(
            @AuthenticationPrincipal Visitor viewer,
            @PathVariable long file,
            @RequestParam(required = false) @Nullable MultipartFile poster) {
        if (!attachments.show(viewer.number(), file, poster)) throw new NotFound("film " + file);
    }

    @DeleteMapping("/files/{file:\\d{1,18}}")
    @ResponseStatus(NO_CONTENT)
    void discard(@AuthenticationPrincipal Visitor viewer, @PathVariable long file) {
        if (!attachments.discard(viewer.number(), file)) throw new NotFound("file " + file);
    }
}
