package org.parvis.conversation;

import static org.parvis.platform.time.Times.utc;

import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.journal.Verb;
import org.parvis.platform.files.Attachments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Takes away for good what was deleted thirty days ago: words of now and of before, files, reactions, notifications, and what
 * other modules keep of it. What was imported leaves an empty row, by which it is known when it is brought again; so does a
 * comment that others still answer. In small transactions, so that no purge holds anybody up.
 */
@Component
class Purge {

    static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final Attachments attachments;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Purge(JdbcClient jdbc, Attachments attachments, Journal journal, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.attachments = attachments;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    void run() {
        var before = utc(clock.instant().minus(KEPT));
        untilNothingIsLeft(() -> comments(before));
        untilNothingIsLeft(() -> posts(before));
    }

    private void untilNothingIsLeft(IntSupplier step) {
        Integer done;
        do {
            done = transaction.execute(status -> step.getAsInt());
        } while (done != null && done > 0);
    }

    // Replies before what they answer, which goes in a later turn.
    private int comments(OffsetDateTime before) {
        var due = jdbc.sql("""
                select k.id
                  from comment k
                 where k.id in (select id from comment where deleted_at < :before
                                union all
                                select said.id from post p join comment said on said.post_id = p.id
                                 where p.deleted_at < :before)
                   and (k.text <> ''
                        or k.source is null and not exists (select from comment r where r.reply_to = k.id))
                 order by k.reply_to is null, k.id
                 limit :most
                   for update of k skip locked
                """)
                .param("before", before)
                .param("most", BATCH)
                .query((row, number) -> row.getLong("id"))
                .list();
        attachments.forgetAt(Comments.KIND, due);
        clear("comment", "comment_id", due);
        var _ = jdbc.sql("""
                delete from comment k
                 where k.id = any (:ids) and k.source is null
                   and not exists (select from comment r where r.reply_to = k.id)
                """).param("ids", due.toArray(Long[]::new)).update();
        say(Comments.KIND, due);
        return due.size();
    }

    private int posts(OffsetDateTime before) {
        var due = jdbc.sql("""
                select p.id
                  from post p
                 where p.deleted_at < :before and (p.source is null or p.text <> '' or p.title is not null)
                   and not exists (select from comment k where k.post_id = p.id and (k.source is null or k.text <> ''))
                 order by p.id
                 limit :most
                   for update skip locked
                """)
                .param("before", before)
                .param("most", BATCH)
                .query((row, number) -> row.getLong("id"))
                .list();
        attachments.forgetAt(Posts.KIND, due);
        clear("post", "post_id", due);
        var _ = jdbc.sql("update post set title = null where id = any (:ids)")
                .param("ids", due.toArray(Long[]::new))
                .update();
        var _ = jdbc.sql("delete from post where id = any (:ids) and source is null")
                .param("ids", due.toArray(Long[]::new))
                .update();
        say(Posts.KIND, due);
        return due.size();
    }

    // Also of what leaves an empty row.
    private void clear(String table, String key, List<Long> due) {
        var ids = due.toArray(Long[]::new);
        var _ = jdbc.sql("update %s set text = '', language = null, delete_reason = null where id = any (:ids)"
                        .formatted(table))
                .param("ids", ids)
                .update();
        for (var part : List.of(
                "text_version",
                "mention",
                "community_mention",
                "post_topic",
                "post_former_topic",
                table + "_reaction")) {
            var _ = jdbc.sql("delete from %s where %s = any (:ids)".formatted(part, key))
                    .param("ids", ids)
                    .update();
        }
    }

    private void say(String kind, List<Long> due) {
        journal.appendAll(due.stream()
                .map(id -> Activity.byTheNetwork()
                        .did(Verb.REMOVE, Reference.to(kind, id))
                        .quietly())
                .toList());
    }
}
