package org.parvis.access;

import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import java.util.Set;

/**
 * Who is signed in, by a device's session or an access token; {@code number} is that row's id. Whoever has yet to accept
 * the charter is signed in and may do nothing else.
 */
final class SignedInSession extends AbstractAuthenticationToken {

    private final transient Viewer viewer;
    private final Means means;
    private final long number;
    private final Consent consent;

    /** By what somebody is signed in. */
    enum Means {
        DEVICE,
        TOKEN
    }

    /** To the charter. It is to be renewed by those who had accepted the one before, shortly after a new one came. */
    enum Consent {
        GIVEN,
        TO_BE_RENEWED,
        MISSING
    }

    SignedInSession(Viewer viewer, Set<NetworkRole> roles, Means means, long number, Consent consent) {
        super(roles.stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList());
        this.viewer = viewer;
        this.means = means;
        this.number = number;
        this.consent = consent;
        setAuthenticated(true);
    }

    @Override
    public Viewer getPrincipal() {
        return viewer;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return viewer.id().toString();
    }

    Means means() {
        return means;
    }

    long number() {
        return number;
    }

    Consent consent() {
        return consent;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInSession session
                && session.number == number
                && session.means == means
                && super.equals(other);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
