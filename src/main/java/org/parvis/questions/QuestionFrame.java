package org.parvis.questions;

import jakarta.servlet.http.HttpServletRequest;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Frame;
import org.parvis.platform.web.FrameSlot;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The way to the questions, with how many wait for the viewer; for administrators also to what is promised. */
@Component
class QuestionFrame implements FrameSlot {

    private static final String ICON = "message-circle-question";

    private final WaitingAnswers waiting;

    QuestionFrame(WaitingAnswers waiting) {
        this.waiting = waiting;
    }

    @Override
    public void furnish(Frame frame, HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof Viewer viewer) {
            var count = waiting.of(viewer).count();
            frame.navigation(new Frame.NavItem(15, "/questions", "questions.title", ICON, count));
            if (request.isUserInRole("ADMINISTRATOR")) {
                frame.administration(new Frame.NavItem(27, "/administration/questions", "questions.promise", ICON, 0));
            }
        }
    }
}
