package org.parvis.notifications;

import jakarta.servlet.http.HttpServletRequest;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Frame;
import org.parvis.platform.web.FrameData;
import org.parvis.platform.web.FrameReader;
import org.parvis.platform.web.FrameSlot;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The bell's count, on every page. */
@Component
class UnreadBell implements FrameSlot, FrameData<Integer> {

    private final FrameReader reader;

    UnreadBell(FrameReader reader) {
        this.reader = reader;
    }

    @Override
    public String query() {
        return Notifications.UNREAD;
    }

    @Override
    public Integer read(JsonNode value) {
        return value.asInt();
    }

    @Override
    public void furnish(Frame frame, HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof Viewer viewer) {
            frame.unread(reader.of(this, viewer.id().value()));
        }
    }
}
