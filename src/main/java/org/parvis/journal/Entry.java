package org.parvis.journal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** A row of the journal at its position: what was committed earlier stands at a lower one, and nothing moves later. */
public record Entry(
        long position,
        long id,
        @Nullable Long actor,
        Verb verb,
        Reference object,
        @Nullable Reference target,
        @Nullable Reference audience,
        Instant published,
        boolean quiet) {

    Activity activity() {
        return new Activity(actor, verb, object, target, audience, quiet);
    }

    /** Whether this was done to a thing of that kind, as in {@code entry.did(CREATE, "post")}. */
    public boolean did(Verb verb, String kind) {
        return this.verb == verb && object.is(kind);
    }
}
