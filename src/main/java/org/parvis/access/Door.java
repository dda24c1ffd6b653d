package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parvis.people.PersonId;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a browser in and out. Whoever comes in gets a session of their own, whatever they held in their hand before. */
@Component
class Door {

    private final SignInSessions devices;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final ClientAddress addresses;

    Door(SignInSessions devices, Sessions sessions, SessionCookie cookie, ClientAddress addresses) {
        this.devices = devices;
        this.sessions = sessions;
        this.cookie = cookie;
        this.addresses = addresses;
    }

    @Transactional
    public void open(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        leave(request);
        var device = Device.of(request.getHeader(HttpHeaders.USER_AGENT));
        cookie.write(response, devices.open(person, device, addresses.of(request)));
    }

    // What the browser kept of the pages goes too, so that nobody walks back to them on a shared machine.
    @Transactional
    public void close(HttpServletRequest request, HttpServletResponse response) {
        leave(request);
        cookie.clear(response);
        response.setHeader("Clear-Site-Data", "\"cache\"");
    }

    private void leave(HttpServletRequest request) {
        cookie.read(request)
                .flatMap(devices::find)
                .ifPresent(session -> sessions.end(session.getPrincipal().id(), session.number()));
    }
}
