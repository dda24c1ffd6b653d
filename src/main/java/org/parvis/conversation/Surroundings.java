package org.parvis.conversation;

import org.parvis.platform.text.Excerpt;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What stands around a post: how many people its place has, whether every employee reads it, what else was said there. */
public record Surroundings(long members, boolean open, List<Neighbour> neighbours) {

    static final Surroundings NOWHERE = new Surroundings(0, false, List.of());

    /** Another post of the same place. */
    public record Neighbour(long post, String excerpt) {

        private static final int LENGTH = 90;

        static Neighbour of(String idAndText) {
            var parts = idAndText.split(" ", 2);
            return new Neighbour(Long.parseLong(parts[0]), Excerpt.of(parts[1], LENGTH));
        }

        public String href() {
            return "/posts/" + post;
        }
    }

    static Surroundings of(long members, boolean open, String[] neighbours) {
        return new Surroundings(
                members, open, Arrays.stream(neighbours).map(Neighbour::of).toList());
    }

    /** The first of the others. */
    Surroundings without(Post post, int most) {
        var others = neighbours.stream()
                .filter(other -> other.post() != post.id().value())
                .limit(most)
                .toList();
        return new Surroundings(members, open, others);
    }

    boolean shows(Set<Long> posts) {
        return neighbours.stream().map(Neighbour::post).anyMatch(posts::contains);
    }
}
