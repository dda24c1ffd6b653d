package org.parvis.praise;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonCard;

/**
 * A person or a community that may be praised.
 *
 * @param chosen whether it is one that was chosen
 * @param named whether it is of the name that is looked for
 * @param reads whether they read what is written there; of a community, whether everybody who does finds it
 * @param off whether praise is switched off in the person's country
 */
public record Addressee(
        @Nullable PersonCard person,
        @Nullable PraisedPlace place,
        boolean chosen,
        boolean named,
        boolean reads,
        boolean off) {

    boolean isPerson() {
        return person != null;
    }

    /** Whether the name that is looked for may mean it. */
    boolean meant() {
        return named && reads && !chosen;
    }

    public long id() {
        return person != null ? person.id().value() : place != null ? place.id().value() : 0;
    }

    public String name() {
        return person != null ? person.name() : place != null ? place.name() : "";
    }

    /** Its field in the form, whose value is its id. */
    public String field() {
        return isPerson() ? "people" : "praised";
    }

    Addressee taken() {
        return new Addressee(person, place, true, named, reads, off);
    }
}
