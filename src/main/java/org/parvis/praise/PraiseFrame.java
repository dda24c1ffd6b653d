package org.parvis.praise;

import jakarta.servlet.http.HttpServletRequest;
import org.parvis.access.NetworkRole;
import org.parvis.platform.web.Frame;
import org.parvis.platform.web.FrameSlot;
import org.springframework.stereotype.Component;

/** The way of administrators to what is praised. */
@Component
class PraiseFrame implements FrameSlot {

    @Override
    public void furnish(Frame frame, HttpServletRequest request) {
        if (request.isUserInRole(NetworkRole.ADMINISTRATOR.name())) {
            frame.administration(new Frame.NavItem(28, "/administration/praise", "praise.administration", "award", 0));
        }
    }
}
