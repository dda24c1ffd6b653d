package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.journal.Activity;
import org.parvis.journal.ChangeListener;
import org.parvis.journal.JournalLag;
import org.parvis.journal.Kept;
import org.parvis.journal.Reference;
import org.parvis.people.People;
import org.parvis.people.Viewer;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What posts and comments say, kept in memory, for all who have been given to read them: it asks for no rights. Few say
 * something else to one reader than to another, as what was hidden says to its author; these are read for each.
 */
@Component
class Contents implements ChangeListener {

    /** Each, in characters of text; with what is drawn from it, a thing takes some ten bytes for one, and six thousand. */
    private static final int MOST = 8_000_000;

    private static final long NOBODY = 0;

    /** Documents whose pages a job has yet to count, which the journal does not tell of. */
    private static final String UNREAD =
            "select from file f join document d on d.blob = f.blob and d.text is null where f.deleted_at is null";

    /** A thing as nobody in particular has it; whether that is the thing of every employee; who and where it speaks of. */
    private record Content<T>(T thing, boolean common, Set<Long> people, long place, int weight) {}

    private final JdbcClient jdbc;
    private final JournalLag lag;
    private final Kept<Content<Post>> posts;
    private final Kept<Content<Comment>> comments;

    Contents(JdbcClient jdbc, JournalLag lag) {
        this.jdbc = jdbc;
        this.lag = lag;
        posts = new Kept<>(MOST, Content::weight, this::loadPosts);
        comments = new Kept<>(MOST, Content::weight, this::loadComments);
    }

    /** Those of these posts that are still there, as these readings of one viewer have them. */
    Map<PostId, Post> posts(Viewer viewer, Collection<Reading> readings) {
        return of(viewer, readings, reading -> reading.id().value(), posts, Post::as, Post::id, this::readPosts);
    }

    /** As {@link #posts}. */
    Map<CommentId, Comment> comments(Viewer viewer, Collection<CommentReading> readings) {
        return of(
                viewer,
                readings,
                reading -> reading.id().value(),
                comments,
                Comment::as,
                Comment::id,
                this::readComments);
    }

    private <I, R, T> Map<I, T> of(
            Viewer viewer,
            Collection<R> readings,
            Function<R, Long> number,
            Kept<Content<T>> kept,
            BiFunction<T, R, T> as,
            Function<T, I> id,
            BiFunction<Viewer, Set<Long>, List<T>> read) {
        var found = new HashMap<I, T>();
        var particular = new HashSet<Long>();
        var known = viewer.employee() && !lag.isLate()
                ? kept.of(readings.stream().map(number).toList())
                : Map.<Long, Content<T>>of();
        for (var reading : readings) {
            var content = known.get(number.apply(reading));
            if (content != null && content.common()) {
                var thing = as.apply(content.thing(), reading);
                found.put(id.apply(thing), thing);
            } else {
                particular.add(number.apply(reading));
            }
        }
        if (!particular.isEmpty()) {
            read.apply(viewer, particular).forEach(thing -> found.put(id.apply(thing), thing));
        }
        return found;
    }

    private List<Post> readPosts(Viewer viewer, Set<Long> ids) {
        return statement(
                        "select %s from readable_posts(:viewer) p %s where p.id = any (:ids)"
                                .formatted(Post.COLUMNS, Post.JOINS),
                        viewer.id().value(),
                        ids)
                .query(Post::of)
                .list();
    }

    private List<Comment> readComments(Viewer viewer, Set<Long> ids) {
        return statement(
                        "select %s %s where k.id = any (:ids) and %s"
                                .formatted(Comment.COLUMNS, Comment.JOINS, Comments.SHOWN),
                        viewer.id().value(),
                        ids)
                .query(Comment::of)
                .list();
    }

    private Map<Long, Content<Post>> loadPosts(Set<Long> ids) {
        return statement("""
                        select p.hidden_at is null
                               and not exists (select from comment k where k.post_id = p.id and k.hidden_at is not null)
                               and not exists (select from community_mention m
                                                where m.post_id = p.id and m.comment_id is null)
                               and not exists (%1$s and f.place_kind = 'post' and f.place_id = p.id) as common,
                               array(select m.person_id from mention m
                                      where m.post_id = p.id and m.comment_id is null
                                     union all
                                     select w.person_id from post_coauthor w where w.post_id = p.id) as named,
                               p.author_id, coalesce(p.community_id, 0) as at, %2$s
                          from post p
                          %3$s
                         where p.id = any (:ids) and p.deleted_at is null
                        """.formatted(UNREAD, Post.COLUMNS, Post.JOINS), NOBODY, ids)
                .query(content(Post::of, Post::text))
                .list()
                .stream()
                .collect(Collectors.toMap(content -> content.thing().id().value(), Function.identity()));
    }

    private Map<Long, Content<Comment>> loadComments(Set<Long> ids) {
        return statement("""
                        select k.hidden_at is null
                               and not exists (select from community_mention m
                                                where m.post_id = k.post_id and m.comment_id = k.id)
                               and not exists (%1$s and f.place_kind = 'comment' and f.place_id = k.id) as common,
                               array(select m.person_id from mention m
                                      where m.post_id = k.post_id and m.comment_id = k.id) as named,
                               k.author_id, coalesce(p.community_id, 0) as at, %2$s
                          from post p
                          join comment k on k.post_id = p.id
                          join person author on author.id = k.author_id
                          left join community place on place.id = p.community_id
                         where k.id = any (:ids)
                        """.formatted(UNREAD, Comment.COLUMNS), NOBODY, ids)
                .query(content(Comment::of, Comment::text))
                .list()
                .stream()
                .collect(Collectors.toMap(content -> content.thing().id().value(), Function.identity()));
    }

    private JdbcClient.StatementSpec statement(String sql, long viewer, Set<Long> ids) {
        return jdbc.sql(sql).param("viewer", viewer).param("ids", ids.toArray(Long[]::new));
    }

    private static <T> RowMapper<Content<T>> content(RowMapper<T> thing, Function<T, String> text) {
        return (row, number) -> {
            var read = thing.mapRow(row, number);
            return new Content<>(
                    read,
                    row.getBoolean("common"),
                    people(row),
                    row.getLong("at"),
                    600 + text.apply(read).length());
        };
    }

    private static Set<Long> people(ResultSet row) throws SQLException {
        var people = new HashSet<>(Arrays.asList((Long[]) row.getArray("named").getArray()));
        people.add(row.getLong("author_id"));
        return Set.copyOf(people);
    }

    @Override
    public void changed(List<Activity> changes) {
        var people = new HashSet<Long>();
        var places = new HashSet<Long>();
        for (var change : changes) {
            if (change.changes(People.KIND)) people.add(change.object().id());
            if (change.changes(Communities.KIND)) places.add(change.object().id());
            drop(change.object());
            drop(change.target());
        }
        if (!people.isEmpty() || !places.isEmpty()) {
            posts.dropIf((id, content) -> speaksOf(content, people, places));
            comments.dropIf((id, content) -> speaksOf(content, people, places));
        }
    }

    private void drop(@Nullable Reference changed) {
        if (changed == null) return;
        if (changed.is(Posts.KIND)) posts.drop(changed.id());
        if (changed.is(Comments.KIND)) comments.drop(changed.id());
    }

    private static boolean speaksOf(Content<?> content, Set<Long> people, Set<Long> places) {
        return places.contains(content.place()) || content.people().stream().anyMatch(people::contains);
    }
}
