package org.parvis.journal;

/** Activities that say no more than which one they are. */
final class Posts {

    static Activity created(long number) {
        return Activity.byTheNetwork().create(Reference.to("post", number));
    }

    private Posts() {}
}
