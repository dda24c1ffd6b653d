package org.parvis.moderation;

import jakarta.servlet.http.HttpServletRequest;
import org.parvis.access.NetworkRole;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Frame;
import org.parvis.platform.web.FrameSlot;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The way to the reports: for moderators always, for others while one waits for them. Nothing is asked for who owns nothing. */
@Component
@Order(2)
class ModerationFrame implements FrameSlot {

    private final WaitingReports reports;

    ModerationFrame(WaitingReports reports) {
        this.reports = reports;
    }

    @Override
    public void furnish(Frame frame, HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof Viewer viewer) {
            var moderator = request.isUserInRole(NetworkRole.MODERATOR.name());
            if (moderator || frame.isOwning() || request.isUserInRole(NetworkRole.ADMINISTRATOR.name())) {
                var waiting = reports.of(viewer).all();
                if (moderator || waiting > 0) {
                    frame.navigation(new Frame.NavItem(60, "/reports", "moderation.title", "flag", waiting));
                }
            }
        }
    }
}
