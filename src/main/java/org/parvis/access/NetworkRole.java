package org.parvis.access;

import org.parvis.platform.web.NotFound;

import java.util.Locale;
import java.util.stream.Stream;

/** What some people may do for the whole network. None of them reads what they are no member of. */
public enum NetworkRole {
    /** People, settings, imports, outgoing mail, the audit list. */
    ADMINISTRATOR,
    /** Helps all communities: their settings and owners, no private content. */
    COMMUNITY_MANAGER,
    /** Announcements to the whole network. */
    EDITOR,
    /** What people report. */
    MODERATOR;

    static NetworkRole of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** As it stands in an address, where anything may stand. */
    static NetworkRole named(String code) {
        return Stream.of(values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("role"));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As Spring Security names an authority. */
    String authority() {
        return "ROLE_" + name();
    }
}
