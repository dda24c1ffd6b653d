package org.parvis.conversation;

import jakarta.servlet.http.HttpServletResponse;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Page;
import org.parvis.platform.web.Turbo;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pinning a post in its community. */
@Controller
@RequestMapping("/posts/{id}/pin")
class PinController {

    private final Pins pins;
    private final PostMarks marks;

    PinController(Pins pins, PostMarks marks) {
        this.pins = pins;
        this.marks = marks;
    }

    @PutMapping
    ModelAndView pin(@SignedIn Viewer viewer, Page page, @PathVariable PostId id, HttpServletResponse response) {
        try {
            pins.pin(viewer, id);
            return marks.back(page, id, "conversation.pin.done", response);
        } catch (Invalid many) {
            return refused(marks.page(viewer, id, String.valueOf(page.problem(many, "pin"))));
        }
    }

    @PutMapping(produces = Turbo.STREAM)
    ModelAndView pinInPlace(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable PostId id,
            @RequestParam(defaultValue = "false") boolean full) {
        try {
            pins.pin(viewer, id);
            return marks.inPlace(viewer, page, id, full, "conversation.pin.done");
        } catch (Invalid many) {
            return refused(marks.said(viewer, id, full, String.valueOf(page.problem(many, "pin"))));
        }
    }

    private static ModelAndView refused(ModelAndView answer) {
        answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return answer;
    }

    @DeleteMapping
    ModelAndView unpin(@SignedIn Viewer viewer, Page page, @PathVariable PostId id, HttpServletResponse response) {
        pins.unpin(viewer, id);
        return marks.back(page, id, "conversation.pin.undone", response);
    }

    @DeleteMapping(produces = Turbo.STREAM)
    ModelAndView unpinInPlace(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable PostId id,
            @RequestParam(defaultValue = "false") boolean full) {
        pins.unpin(viewer, id);
        return marks.inPlace(viewer, page, id, full, "conversation.pin.undone");
    }
}
