package org.parvis.conversation;

import static org.parvis.platform.time.Times.utc;

import org.parvis.communities.Communities;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;

/**
 * What is done to a post or a comment by those who look after the network, whatever they may read themselves. Whoever
 * calls knows that they may. Twice is once; what is not there any more stays so.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Interventions {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Interventions(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** From now on its author alone sees it. */
    public void hide(Viewer by, Reference thing) {
        change(
                Activity.by(by.id().value()).update(thing).quietly(),
                "hidden_at = :now where id = :id and hidden_at is null and deleted_at is null",
                "");
    }

    /** Everybody sees it again who might before. */
    public void show(Viewer by, Reference thing) {
        change(
                Activity.by(by.id().value()).update(thing).quietly(),
                "hidden_at = null where id = :id and hidden_at < :now and deleted_at is null",
                "");
    }

    /** Takes it away for good; its author is told the reason. */
    public void remove(Viewer by, Reference thing, String reason) {
        change(
                Activity.by(by.id().value()).delete(thing),
                "deleted_at = :now, deleted_by = :by, delete_reason = :reason where id = :id and deleted_at is null",
                reason);
    }

    private void change(Activity activity, String change, String reason) {
        var thing = activity.object();
        var rows = jdbc.sql("update " + table(thing) + " set " + change)
                .param("id", thing.id())
                .param("now", utc(clock.instant()))
                .param("reason", reason)
                .param("by", activity.actor())
                .update();
        if (rows == 1) {
            journal.append(placed(activity));
        }
    }

    private Activity placed(Activity activity) {
        var thing = activity.object();
        var post = thing.is(Posts.KIND) ? "p.id = :id" : "p.id = (select post_id from comment where id = :id)";
        return jdbc.sql("select p.id, p.author_id, p.community_id from post p where " + post)
                .param("id", thing.id())
                .query((row, number) -> {
                    var community = row.getObject("community_id", Long.class);
                    var audience = community == null
                            ? Reference.to("person", row.getLong("author_id"))
                            : Reference.to(Communities.KIND, community);
                    var told = activity.in(audience);
                    return thing.is(Posts.KIND) ? told : told.to(Reference.to(Posts.KIND, row.getLong("id")));
                })
                .single();
    }

    private static String table(Reference thing) {
        return switch (thing.kind()) {
            case Posts.KIND -> "post";
            case Comments.KIND -> "comment";
            default -> throw new IllegalArgumentException("neither post nor comment: " + thing);
        };
    }
}
