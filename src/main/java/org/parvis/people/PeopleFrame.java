package org.parvis.people;

import jakarta.servlet.http.HttpServletRequest;
import org.parvis.platform.web.Frame;
import org.parvis.platform.web.FrameSlot;
import org.springframework.stereotype.Component;

/** The directory's entry of the navigation. */
@Component
class PeopleFrame implements FrameSlot {

    @Override
    public void furnish(Frame frame, HttpServletRequest request) {
        if (request.getUserPrincipal() != null) {
            frame.navigation(new Frame.NavItem(40, "/people", "people.directory", "contact-round", 0));
        }
    }
}
