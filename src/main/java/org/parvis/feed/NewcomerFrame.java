package org.parvis.feed;

import jakarta.servlet.http.HttpServletRequest;
import org.parvis.access.NetworkRole;
import org.parvis.platform.web.Frame;
import org.parvis.platform.web.FrameSlot;
import org.springframework.stereotype.Component;

/** The entry of newcomers in the side navigation of administration. */
@Component
class NewcomerFrame implements FrameSlot {

    @Override
    public void furnish(Frame frame, HttpServletRequest request) {
        if (request.isUserInRole(NetworkRole.ADMINISTRATOR.name())) {
            frame.administration(new Frame.NavItem(25, "/administration/newcomers", "feed.newcomers", "user-plus", 0));
        }
    }
}
