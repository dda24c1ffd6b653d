package org.parvis.platform.files;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

import java.util.List;
import java.util.Objects;

/**
 * What a form says of a film or of sound: {@code transcript-number}, a file of {@code captions-number} in a
 * {@code language-number}, and the languages {@code uncaptioned-number} whose captions shall go.
 *
 * @param transcript null where the form does not speak of it
 * @param captions null where none were chosen
 */
public record Said(
        long file,
        @Nullable String transcript,
        @Nullable String language,
        @Nullable Resource captions,
        List<String> uncaptioned) {

    public static Said of(HttpServletRequest form, long file) {
        return new Said(
                file,
                form.getParameter("transcript-" + file),
                form.getParameter("language-" + file),
                upload(form, "captions-" + file),
                List.of(Objects.requireNonNullElse(form.getParameterValues("uncaptioned-" + file), new String[0])));
    }

    /** Whether captions come or go. */
    boolean changesCaptions() {
        return captions != null || !uncaptioned.isEmpty();
    }

    /** The files as a form left them that is shown again. */
    public static List<Attachment> typed(List<Attachment> files, List<Said> said) {
        return files.stream()
                .map(file -> said.stream()
                        .filter(one -> one.file() == file.id())
                        .findFirst()
                        .map(one -> file.saying(Objects.requireNonNullElse(
                                one.transcript(), file.spoken().transcript())))
                        .orElse(file))
                .toList();
    }

    // A field in which nothing was chosen is sent all the same, without a name.
    private static @Nullable Resource upload(HttpServletRequest form, String name) {
        var parts = WebUtils.getNativeRequest(form, MultipartHttpServletRequest.class);
        var part = parts == null ? null : parts.getFile(name);
        return part == null
                        || part.isEmpty()
                                && String.valueOf(part.getOriginalFilename()).isEmpty()
                ? null
                : part.getResource();
    }
}
