package org.parvis.access;

import org.parvis.platform.web.Page;
import org.springframework.web.util.UriComponentsBuilder;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom the list of everybody shows: in one state, of a site, with a role, called so, with a further column of the
 * directory that contains a value; empty texts narrow nothing.
 */
public record RosterFilter(String state, String q, String site, String role, String attribute, String value)
        implements Serializable {

    static final List<String> STATES =
            List.of(Account.NOT_INVITED, Account.INVITED, Account.ACTIVE, Account.DEACTIVATED);

    /** Kinds of people that can be asked for where the roles can. */
    public static final List<String> KINDS = List.of("guest", "former");

    public static final List<String> ROLES =
            Stream.of(NetworkRole.values()).map(NetworkRole::code).toList();

    public RosterFilter {
        state = STATES.contains(state) ? state : "";
        role = ROLES.contains(role) || KINDS.contains(role) ? role : "";
        q = kept(q).strip();
        site = kept(site);
        attribute = kept(attribute);
        value = attribute.isEmpty() ? "" : kept(value).strip();
    }

    // No text of the database has it, and the invitation of all whom it finds would fail each time it is tried.
    private static String kept(String text) {
        return text.replace("\0", "");
    }

    static RosterFilter in(String state) {
        return new RosterFilter(state, "", "", "", "", "");
    }

    /** The same people in another state. */
    public RosterFilter of(String state) {
        return new RosterFilter(state, q, site, role, attribute, value);
    }

    public boolean narrows() {
        return !(q + site + role + value).isEmpty();
    }

    public RosterFilter anywhere() {
        return new RosterFilter(state, q, "", role, attribute, value);
    }

    public RosterFilter withAnyValue() {
        return new RosterFilter(state, q, site, role, "", "");
    }

    public String href() {
        return address("/administration/people");
    }

    public String export() {
        return address("/administration/people.csv");
    }

    /** Where all of them whom nobody has invited are invited. */
    public String inviting() {
        return address("/administration/people/invitations/everyone");
    }

    /** The role or kind of person it is narrowed to, in words. */
    public String roleName(Page page) {
        return page.text((KINDS.contains(role) ? "access.kinds." : "access.role.") + role);
    }

    private String address(String path) {
        return UriComponentsBuilder.fromPath(path)
                .queryParamIfPresent("state", given(state))
                .queryParamIfPresent("q", given(q))
                .queryParamIfPresent("site", given(site))
                .queryParamIfPresent("role", given(role))
                .queryParamIfPresent("attribute", given(value.isEmpty() ? "" : attribute))
                .queryParamIfPresent("value", given(value))
                .encode()
                .toUriString();
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
