package org.parvis.praise;

import org.parvis.conversation.PostId;
import org.parvis.people.PersonCard;

import java.time.Instant;
import java.util.List;

/** What somebody was praised for, as far as the viewer may read it. */
public record Received(List<Count> counts, List<Latest> latest) {

    /** How often for one value. */
    public record Count(PraiseValue value, long times) {}

    /** One of the latest, with the beginning of its text. */
    public record Latest(PostId post, PraiseValue value, PersonCard author, String words, Instant at) {

        public String href() {
            return "/posts/" + post;
        }
    }
}
