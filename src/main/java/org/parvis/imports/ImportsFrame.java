package org.parvis.imports;

import jakarta.servlet.http.HttpServletRequest;
import org.parvis.access.NetworkRole;
import org.parvis.platform.web.Frame;
import org.parvis.platform.web.FrameSlot;
import org.springframework.stereotype.Component;

/** The entry of imports in the side navigation of administration. */
@Component
class ImportsFrame implements FrameSlot {

    @Override
    public void furnish(Frame frame, HttpServletRequest request) {
        if (request.isUserInRole(NetworkRole.ADMINISTRATOR.name())) {
            frame.administration(new Frame.NavItem(30, "/administration/imports", "imports.title", "file-up", 0));
        }
    }
}
