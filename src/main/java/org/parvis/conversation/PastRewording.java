package org.parvis.conversation;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.database.Columns;
import org.parvis.platform.text.LanguageGuess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Texts that changed where they come from since they were brought. Of those taken back no wording is kept. */
@Repository
class PastRewording {

    private final JdbcClient jdbc;
    private final Clock clock;

    PastRewording(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void write(List<Written> reworded) {
        if (!reworded.isEmpty()) {
            keep(reworded.stream().filter(one -> one.said().editedAt() != null).toList());
            forget(reworded.stream()
                    .filter(one -> one.said().editedAt() == null)
                    .toList());
            replace("post", reworded.stream().filter(one -> one.comment() == null));
            replace("comment", reworded.stream().filter(one -> one.comment() != null));
        }
    }

    private void keep(List<Written> edited) {
        jdbc.sql("""
                insert into text_version (post_id, comment_id, text, written_at, replaced_at)
                select case when k.id is null then p.id end, k.id, coalesce(k.text, p.text),
                       case when k.id is null then coalesce(p.edited_at, p.published_at)
                            else coalesce(k.edited_at, k.published_at) end,
                       coalesce(said.edited, :now)
                  from unnest(:posts::bigint[], :comments::bigint[], :edits::timestamptz[]) as said (post, comment, edited)
                  join post p on p.id = said.post
                  left join comment k on k.id = said.comment
                """)
                .param("posts", Columns.numbers(edited, Written::post))
                .param("comments", Columns.numbers(edited, Written::comment))
                .param("edits", Columns.times(edited, one -> one.said().editedAt()))
                .param("now", utc(clock.instant()))
                .update();
    }

    private void forget(List<Written> takenBack) {
        jdbc.sql("delete from text_version where post_id = any (:posts)")
                .param("posts", Columns.numbers(takenBack, Written::post))
                .update();
    }

    // Whoever took a text back is not named where it came from.
    private static @Nullable Long author(Written one) {
        return one.said() instanceof BroughtPost post && post.state() != BroughtPost.State.WRITTEN
                ? null
                : one.said().author().value();
    }

    private void replace(String table, Stream<Written> reworded) {
        var rows = reworded.toList();
        jdbc.sql("""
                update %s t
                   set text = said.text, language = said.language, author_id = coalesce(said.author, t.author_id), edited_at = said.edited
                  from unnest(:ids::bigint[], :texts::text[], :languages::text[], :authors::bigint[], :edits::timestamptz[])
                    as said (id, text, language, author, edited)
                 where t.id = said.id
                """.formatted(table))
                .param("ids", Columns.numbers(rows, one -> one.comment() == null ? one.post() : one.comment()))
                .param("texts", Columns.texts(rows, one -> one.said().text()))
                .param(
                        "languages",
                        Columns.texts(rows, one -> LanguageGuess.of(one.said().text())))
                .param("authors", Columns.numbers(rows, PastRewording::author))
                .param("edits", Columns.times(rows, one -> one.said().editedAt()))
                .update();
    }
}
