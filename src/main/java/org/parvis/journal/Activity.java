package org.parvis.journal;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * What someone did, as ActivityStreams 2.0 says it: actor, verb and object; the target it was done to (the post that a
 * comment answers); the audience whose people may hear of it (a community, a person's wall). Quiet activities, such as
 * those of an import, are followed by caches and search, and nobody is notified.
 *
 * <p>Reads as a sentence: {@code Activity.by(anna).create(comment).to(post).in(community)}.
 */
public record Activity(
        @Nullable Long actor,
        Verb verb,
        Reference object,
        @Nullable Reference target,
        @Nullable Reference audience,
        boolean quiet) {

    private static final Set<Verb> MAKING = Set.of(Verb.CREATE, Verb.UPDATE, Verb.DELETE, Verb.MOVE);

    /** Begins with the id of the person who acts. */
    public static Actor by(long person) {
        return new Actor(person);
    }

    /** Begins with the network itself, when no person acts. */
    public static Actor byTheNetwork() {
        return new Actor(null);
    }

    public Activity to(Reference target) {
        return new Activity(actor, verb, object, target, audience, quiet);
    }

    public Activity in(Reference audience) {
        return new Activity(actor, verb, object, target, audience, quiet);
    }

    /** Whether the thing itself is another one since, and not what somebody is to it: who enters a place does not change it. */
    public boolean changes(String kind) {
        return object.is(kind) && target == null && MAKING.contains(verb);
    }

    public Activity quietly() {
        return quietly(true);
    }

    public Activity quietly(boolean quiet) {
        return new Activity(actor, verb, object, target, audience, quiet);
    }

    /** Who acts; what is done comes next. */
    public record Actor(@Nullable Long person) {

        public Activity create(Reference object) {
            return did(Verb.CREATE, object);
        }

        public Activity update(Reference object) {
            return did(Verb.UPDATE, object);
        }

        public Activity delete(Reference object) {
            return did(Verb.DELETE, object);
        }

        public Activity add(Reference object) {
            return did(Verb.ADD, object);
        }

        public Activity remove(Reference object) {
            return did(Verb.REMOVE, object);
        }

        public Activity join(Reference object) {
            return did(Verb.JOIN, object);
        }

        public Activity leave(Reference object) {
            return did(Verb.LEAVE, object);
        }

        public Activity follow(Reference object) {
            return did(Verb.FOLLOW, object);
        }

        public Activity like(Reference object) {
            return did(Verb.LIKE, object);
        }

        public Activity invite(Reference object) {
            return did(Verb.INVITE, object);
        }

        public Activity accept(Reference object) {
            return did(Verb.ACCEPT, object);
        }

        public Activity reject(Reference object) {
            return did(Verb.REJECT, object);
        }

        public Activity undo(Reference object) {
            return did(Verb.UNDO, object);
        }

        public Activity did(Verb verb, Reference object) {
            return new Activity(person, verb, object, null, null, false);
        }
    }
}
