package org.parvis.access;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
import org.parvis.people.PersonKind;

import java.util.Locale;

/** What access must know of a person. */
record Account(
        PersonId id,
        PersonKind kind,
        String state,
        String name,
        @Nullable String email,
        Locale language) {

    static final String NOT_INVITED = "not_invited";
    static final String INVITED = "invited";
    static final String ACTIVE = "active";
    static final String DEACTIVATED = "deactivated";

    boolean active() {
        return state.equals(ACTIVE);
    }

    boolean mayBeInvited() {
        return (state.equals(NOT_INVITED) || state.equals(INVITED)) && email != null && maySignIn();
    }

    /** Former members and the authors of what programs said stand in the list, but nobody signs in as one. */
    boolean maySignIn() {
        return kind == PersonKind.EMPLOYEE || kind == PersonKind.GUEST;
    }
}
