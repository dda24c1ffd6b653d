package org.parvis.conversation;

/** What a batch of the past brought that was not there before; {@code changed} are texts reworded since. */
public record Gain(int posts, int comments, int reactions, int changed) {

    public static final Gain NONE = new Gain(0, 0, 0, 0);

    public Gain plus(Gain other) {
        return new Gain(
                posts + other.posts, comments + other.comments, reactions + other.reactions, changed + other.changed);
    }
}
