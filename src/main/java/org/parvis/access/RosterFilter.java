package org.parvis.access;

import org.springframework.web.util.UriComponentsBuilder;

import java.util.List;
import java.util.Optional;

/** Whom the list of everybody shows: in one state, of a site, with a role, called so; empty texts narrow nothing. */
public record RosterFilter(String state, String q, String site, String role) {

    static final List<String> STATES =
            List.of(Account.NOT_INVITED, Account.INVITED, Account.ACTIVE, Account.DEACTIVATED);

    public RosterFilter {
        state = STATES.contains(state) ? state : "";
        q = q.strip();
    }

    static RosterFilter in(String state) {
        return new RosterFilter(state, "", "", "");
    }

    public boolean narrows() {
        return !(q + site + role).isEmpty();
    }

    public RosterFilter anywhere() {
        return new RosterFilter(state, q, "", role);
    }

    public String href() {
        return address("/administration/people");
    }

    public String export() {
        return address("/administration/people.csv");
    }

    private String address(String path) {
        return UriComponentsBuilder.fromPath(path)
                .queryParamIfPresent("state", given(state))
                .queryParamIfPresent("q", given(q))
                .queryParamIfPresent("site", given(site))
                .queryParamIfPresent("role", given(role))
                .encode()
                .toUriString();
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
