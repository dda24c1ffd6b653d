package org.parvis.conversation;

import org.parvis.platform.text.Excerpt;

import java.util.Arrays;
import java.util.List;

/** What stands around a post: how many people its place has, whether every employee reads it, what else was said there. */
public record Surroundings(long members, boolean open, List<Neighbour> neighbours) {

    /** Another post of the same place. */
    public record Neighbour(String href, String excerpt) {

        private static final int LENGTH = 90;

        static Neighbour of(String idAndText) {
            var parts = idAndText.split(" ", 2);
            return new Neighbour("/posts/" + parts[0], Excerpt.of(parts[1], LENGTH));
        }
    }

    static Surroundings of(long members, boolean open, String[] neighbours) {
        return new Surroundings(
                members, open, Arrays.stream(neighbours).map(Neighbour::of).toList());
    }
}
