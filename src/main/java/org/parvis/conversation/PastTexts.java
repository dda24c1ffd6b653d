package org.parvis.conversation;

import static org.parvis.conversation.Written.News.KNOWN;
import static org.parvis.conversation.Written.News.NEW;
import static org.parvis.conversation.Written.News.REWORDED;
import static org.parvis.platform.time.Times.instantOrNull;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.database.Columns;
import org.parvis.platform.text.LanguageGuess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Posts and comments of the past as rows: new ones are inserted, reworded ones updated. */
@Repository
class PastTexts {

    /** A row as it lies here, new or not; of a new one the text is not read back. */
    private record Row(
            String key,
            long post,
            @Nullable Long comment,
            @Nullable Long community,
            long wall,
            String text,
            @Nullable Instant editedAt) {}

    private final JdbcClient jdbc;
    private final StandIns standIns;
    private final PastRewording rewording;

    PastTexts(JdbcClient jdbc, StandIns standIns, PastRewording rewording) {
        this.jdbc = jdbc;
        this.standIns = standIns;
        this.rewording = rewording;
    }

    List<Written> posts(String source, List<BroughtPost> brought) {
        if (brought.isEmpty()) {
            return List.of();
        }
        var posts = brought.stream().map(standIns::in).toList();
        var fresh = jdbc.sql("""
                insert into post as p (author_id, community_id, text, language, published_at, active_at, edited_at, source, external_id)
                select author, community, text, language, at, at, edited, :source, key
                  from unnest(:authors::bigint[], :communities::bigint[], :texts::text[], :languages::text[],
                              :times::timestamptz[], :edits::timestamptz[], :keys::text[])
                    as said (author, community, text, language, at, edited, key)
                on conflict (source, external_id) do nothing
                returning p.external_id, p.id as post_id, null::bigint as comment_id, p.community_id,
                          p.author_id as wall, '' as text, p.edited_at
                """)
                .param("source", source)
                .params(columns(posts))
                .param(
                        "communities",
                        Columns.numbers(
                                posts,
                                post -> post.community() == null
                                        ? null
                                        : post.community().value()))
                .query(PastTexts::row)
                .list();
        var others = others(posts, fresh);
        return written(posts, fresh, others.length == 0 ? List.of() : knownPosts(source, others));
    }

    private List<Row> knownPosts(String source, String[] keys) {
        return jdbc.sql("""
                select p.external_id, p.id as post_id, null::bigint as comment_id, p.community_id,
                       p.author_id as wall, p.text, p.edited_at
                  from post p
                 where p.source = :source and p.external_id = any (:keys) and p.deleted_at is null
                """)
                .param("source", source)
                .param("keys", keys)
                .query(PastTexts::row)
                .list();
    }

    List<Written> comments(String source, List<BroughtComment> comments) {
        if (comments.isEmpty()) {
            return List.of();
        }
        var fresh = jdbc.sql("""
                with fresh as (
                insert into comment (post_id, reply_to, author_id, text, language, published_at, edited_at, source, external_id)
                select p.id, coalesce(parent.reply_to, parent.id), author, said.text, said.language, at, edited, :source, key
                  from unnest(:authors::bigint[], :texts::text[], :languages::text[], :times::timestamptz[],
                              :edits::timestamptz[], :keys::text[], :posts::text[], :parents::text[])
                    as said (author, text, language, at, edited, key, post, replied)
                  join post p on p.source = :source and p.external_id = said.post
                  left join comment parent
                    on parent.source = :source and parent.external_id = said.replied and parent.post_id = p.id
                on conflict (source, external_id) do nothing
                returning external_id, id, post_id, edited_at
                )
                select k.external_id, k.post_id, k.id as comment_id, p.community_id,
                       p.author_id as wall, '' as text, k.edited_at
                  from fresh k
                  join post p on p.id = k.post_id
                """)
                .param("source", source)
                .params(columns(comments))
                .param("posts", Columns.texts(comments, BroughtComment::post))
                .param("parents", Columns.texts(comments, BroughtComment::replyTo))
                .query(PastTexts::row)
                .list();
        var others = others(comments, fresh);
        return written(comments, fresh, others.length == 0 ? List.of() : knownComments(source, others));
    }

    private List<Row> knownComments(String source, String[] keys) {
        return jdbc.sql("""
                select k.external_id, k.post_id, k.id as comment_id, p.community_id,
                       p.author_id as wall, k.text, k.edited_at
                  from comment k
                  join post p on p.id = k.post_id
                 where k.source = :source and k.external_id = any (:keys) and k.deleted_at is null
                """)
                .param("source", source)
                .param("keys", keys)
                .query(PastTexts::row)
                .list();
    }

    // What was there before, or has no post to stand under.
    private static String[] others(List<? extends Brought> brought, List<Row> fresh) {
        var keys = fresh.stream().map(Row::key).collect(Collectors.toSet());
        return brought.stream()
                .map(Brought::key)
                .filter(key -> !keys.contains(key))
                .toArray(String[]::new);
    }

    private List<Written> written(List<? extends Brought> brought, List<Row> fresh, List<Row> known) {
        var rows = Stream.concat(fresh.stream(), known.stream()).collect(Collectors.toMap(Row::key, row -> row));
        var isFresh = fresh.stream().map(Row::key).collect(Collectors.toSet());
        var written = new ArrayList<Written>();
        for (var said : brought) {
            var row = rows.get(said.key());
            if (row != null) {
                var news = isFresh.contains(said.key()) ? NEW : isReworded(said, row) ? REWORDED : KNOWN;
                written.add(new Written(said, row.post, row.comment, row.community, row.wall, news));
            }
        }
        rewording.write(written.stream().filter(one -> one.news() == REWORDED).toList());
        return written;
    }

    private boolean isReworded(Brought said, Row row) {
        if (said.text().equals(row.text)) {
            return false;
        } else if (said instanceof BroughtPost post && post.state() != BroughtPost.State.WRITTEN) {
            return post.state() == BroughtPost.State.WITHDRAWN;
        } else {
            var edited = said.editedAt();
            return standIns.isMissing(row.text)
                    || edited != null
                            && (row.editedAt == null
                                    || edited.truncatedTo(ChronoUnit.MICROS).isAfter(row.editedAt));
        }
    }

    private static Map<String, Object> columns(List<? extends Brought> brought) {
        return Map.of(
                "authors", Columns.numbers(brought, said -> said.author().value()),
                "texts", Columns.texts(brought, Brought::text),
                "languages", Columns.texts(brought, said -> LanguageGuess.of(said.text())),
                "times", Columns.times(brought, Brought::at),
                "edits", Columns.times(brought, Brought::editedAt),
                "keys", Columns.texts(brought, Brought::key));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("external_id"),
                row.getLong("post_id"),
                row.getObject("comment_id", Long.class),
                row.getObject("community_id", Long.class),
                row.getLong("wall"),
                row.getString("text"),
                instantOrNull(row, "edited_at"));
    }
}
