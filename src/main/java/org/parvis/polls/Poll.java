package org.parvis.polls;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostId;

import java.time.Instant;
import java.util.List;

/**
 * A poll as one viewer has it.
 *
 * @param mayVote whether the viewer may, or might if they had not: it is not over, and they may comment where it stands
 * @param voted whether the viewer has
 * @param voters how many people have
 */
public record Poll(
        PostId post,
        boolean multiple,
        boolean secret,
        boolean atEnd,
        boolean extensible,
        Instant endsAt,
        boolean over,
        boolean mayVote,
        boolean voted,
        long voters,
        List<Choice> choices) {

    /** With fewer voters, a secret poll's numbers would tell how somebody voted. */
    static final int FEWEST = 5;

    /** The most choices, those that voters added included. */
    static final int MOST = 20;

    /**
     * One of the choices.
     *
     * @param votes null as long as the viewer does not see results
     * @param mine whether the viewer chose it, as far as that is known
     */
    public record Choice(long id, String text, @Nullable Long votes, boolean mine) {

        /** Of all voters, in whole per cent. */
        public int share(long voters) {
            return votes == null || voters == 0 ? 0 : (int) Math.round(100.0 * votes / voters);
        }
    }

    /** The choice of this id, which is one of its own. */
    public Choice choice(long id) {
        return choices.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }

    /** Whether results are shown to the viewer. */
    public boolean counted() {
        return choices.stream().allMatch(choice -> choice.votes() != null);
    }

    /** Whether the viewer is asked to vote. */
    public boolean asks() {
        return mayVote && !voted;
    }

    /** Whether the viewer may choose otherwise: what was secret is final. */
    public boolean mayChange() {
        return mayVote && voted && !secret;
    }

    public boolean mayAdd() {
        return extensible && mayVote && choices.size() < MOST && (!secret || !voted);
    }

    public String href() {
        return "/posts/" + post + "/poll";
    }

    /** Its name in the page. */
    public String anchor() {
        return "post_" + post + "_poll";
    }
}
