package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import org.parvis.people.Viewer;
import org.parvis.platform.network.Network;
import org.parvis.platform.web.Frame;
import org.parvis.platform.web.FrameSlot;
import org.parvis.platform.web.Monogram;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Furnishes every page with the network's name, the account menu, and the way to administration. */
@Component
class AccountFrame implements FrameSlot {

    private final Network network;

    AccountFrame(Network network) {
        this.network = network;
    }

    @Override
    public void furnish(Frame frame, HttpServletRequest request) {
        frame.network(network.name());
        frame.administrator(request.isUserInRole(NetworkRole.ADMINISTRATOR.name()));
        if (request.getUserPrincipal() instanceof Authentication signedIn
                && signedIn.getPrincipal() instanceof Viewer me) {
            frame.me(new Frame.Me(
                    me.id().toString(),
                    me.name(),
                    Monogram.ofPerson(me.name()),
                    Monogram.tone(me.id().value()),
                    me.photo()));
        }
    }
}
