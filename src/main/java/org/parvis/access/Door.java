package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parvis.people.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a browser in and out. Whoever comes in gets a session of their own, whatever they held in their hand before. */
@Component
class Door {

    private static final Logger log = LoggerFactory.getLogger(Door.class);

    private final SignInSessions devices;
    private final Sessions sessions;
    private final ClientAddress addresses;

    Door(SignInSessions devices, Sessions sessions, ClientAddress addresses) {
        this.devices = devices;
        this.sessions = sessions;
        this.addresses = addresses;
    }

    @Transactional
    public void open(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        leave(request);
        var device = Device.of(request.getHeader(HttpHeaders.USER_AGENT));
        var address = addresses.of(request);
        SessionCookie.write(request, response, devices.open(person, device, address));
        log.info("Person {} came in from {}", person, address);
    }

    // What the browser kept of the pages and of what was being written goes too: the machine may be shared.
    @Transactional
    public void close(HttpServletRequest request, HttpServletResponse response) {
        leave(request);
        SessionCookie.clear(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }

    private void leave(HttpServletRequest request) {
        SessionCookie.read(request)
                .flatMap(devices::find)
                .ifPresent(session -> sessions.end(session.getPrincipal().id(), session.number()));
    }
}
