package org.parvis.access;

import org.parvis.people.Viewer;

/**
 * A slot: something a newcomer does well to do first, shown on the page of first steps. Named by the messages
 * {@code <key>.title}, {@code <key>.text} and {@code <key>.button}; {@code order} sorts.
 */
public interface FirstStep {

    int order();

    String key();

    String href(Viewer viewer);

    boolean done(Viewer viewer);

    /** Whether it is theirs to take at all. */
    default boolean concerns(Viewer viewer) {
        return true;
    }
}
