package org.parvis.conversation;

import org.parvis.people.PersonId;

/** Somebody who wrote a post with its author. */
public record Writer(PersonId id, String name) {

    public String href() {
        return "/people/" + id;
    }
}
