package org.parvis.notifications;

import jakarta.servlet.http.HttpServletRequest;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Frame;
import org.parvis.platform.web.FrameSlot;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The bell's count, on every page. */
@Component
class UnreadBell implements FrameSlot {

    private final Notifications notifications;

    UnreadBell(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public void furnish(Frame frame, HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof Viewer viewer) {
            frame.unread(notifications.unread(viewer));
        }
    }
}
