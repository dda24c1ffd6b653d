package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import org.parvis.platform.mail.OutgoingMail;
import org.parvis.platform.web.Frame;
import org.parvis.platform.web.FrameSlot;
import org.springframework.stereotype.Component;

/** The side navigation of administration. Outgoing mail stands there only while nobody else delivers it. */
@Component
class AdministrationFrame implements FrameSlot {

    private final OutgoingMail mail;

    AdministrationFrame(OutgoingMail mail) {
        this.mail = mail;
    }

    @Override
    public void furnish(Frame frame, HttpServletRequest request) {
        if (request.isUserInRole(NetworkRole.ADMINISTRATOR.name())) {
            entry(frame, 10, "people", "users");
            entry(frame, 20, "settings", "settings");
            if (!mail.leaves()) {
                entry(frame, 40, "mail", "mail");
            }
            entry(frame, 50, "audit", "scroll-text");
        }
    }

    private static void entry(Frame frame, int order, String name, String icon) {
        frame.administration(
                new Frame.NavItem(order, "/administration/" + name, "access.administration." + name, icon, 0));
    }
}
