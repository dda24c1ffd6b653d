package org.parvis.feed;

import jakarta.servlet.http.HttpServletRequest;
import org.parvis.platform.web.Frame;
import org.parvis.platform.web.FrameSlot;
import org.springframework.stereotype.Component;

/** The way home, first in the navigation. */
@Component
class FeedFrame implements FrameSlot {

    @Override
    public void furnish(Frame frame, HttpServletRequest request) {
        if (request.getUserPrincipal() != null) {
            frame.navigation(new Frame.NavItem(10, "/", "platform.home", "house", 0));
        }
    }
}
