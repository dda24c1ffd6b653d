package org.parvis.conversation;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.utc;

import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.people.PersonCard;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

/** Pressed and taken back. Each person gives one of each kind; pressing twice counts once. */
@Service
@Transactional
public class Reactions {

    /** Who reacted how. */
    public record Reactor(PersonCard person, Reaction kind, Instant at) {}

    private final JdbcClient jdbc;
    private final Posts posts;
    private final Comments comments;
    private final Journal journal;
    private final Clock clock;

    Reactions(JdbcClient jdbc, Posts posts, Comments comments, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.comments = comments;
        this.journal = journal;
        this.clock = clock;
    }

    public void put(Viewer viewer, PostId id, Reaction kind) {
        var post = posts.find(viewer, id);
        open(post.mayReact());
        if (insert("post_reaction", "post_id", id.value(), viewer, kind)) {
            tell(Activity.by(viewer.id().value()).like(Posts.reference(id)), post);
        }
    }

    public void delete(Viewer viewer, PostId id, Reaction kind) {
        var post = posts.find(viewer, id);
        open(post.mayReact());
        if (remove("post_reaction", "post_id", id.value(), viewer, kind)) {
            tell(Activity.by(viewer.id().value()).undo(Posts.reference(id)), post);
        }
    }

    public void put(Viewer viewer, CommentId id, Reaction kind) {
        var comment = comments.find(viewer, id);
        open(comment.mayReact());
        if (insert("comment_reaction", "comment_id", id.value(), viewer, kind)) {
            tell(Activity.by(viewer.id().value()).like(Comments.reference(id)), posts.find(viewer, comment.post()));
        }
    }

    public void delete(Viewer viewer, CommentId id, Reaction kind) {
        var comment = comments.find(viewer, id);
        open(comment.mayReact());
        if (remove("comment_reaction", "comment_id", id.value(), viewer, kind)) {
            tell(Activity.by(viewer.id().value()).undo(Comments.reference(id)), posts.find(viewer, comment.post()));
        }
    }

    /** Who reacted to a post, the latest first. */
    @Transactional(readOnly = true)
    public Slice<Reactor> of(Viewer viewer, PostId id, Cursor after, int limit) {
        posts.find(viewer, id);
        return reactors("post_reaction", "post_id", id.value(), after, limit);
    }

    /** Who reacted to a comment, the latest first. */
    @Transactional(readOnly = true)
    public Slice<Reactor> of(Viewer viewer, CommentId id, Cursor after, int limit) {
        comments.find(viewer, id);
        return reactors("comment_reaction", "comment_id", id.value(), after, limit);
    }

    private static void open(boolean open) {
        if (!open) {
            throw new Forbidden("an archived community is only read");
        }
    }

    private boolean insert(String table, String key, long id, Viewer viewer, Reaction kind) {
        return jdbc.sql(
                                "insert into %s (%s, person_id, kind, at) values (:id, :viewer, :kind, :now) on conflict do nothing"
                                        .formatted(table, key))
                        .param("id", id)
                        .param("viewer", viewer.id().value())
                        .param("kind", kind.code())
                        .param("now", utc(clock.instant()))
                        .update()
                > 0;
    }

    private boolean remove(String table, String key, long id, Viewer viewer, Reaction kind) {
        return jdbc.sql("delete from %s where %s = :id and person_id = :viewer and kind = :kind".formatted(table, key))
                        .param("id", id)
                        .param("viewer", viewer.id().value())
                        .param("kind", kind.code())
                        .update()
                > 0;
    }

    private Slice<Reactor> reactors(String table, String key, long id, Cursor after, int limit) {
        var rows = jdbc.sql("""
                select %s, r.kind, r.at
                  from %s r
                  join person who on who.id = r.person_id
                 where r.%s = :id and (r.at, r.person_id, r.kind) < (:at, :person, :kind)
                 order by r.at desc, r.person_id desc, r.kind desc
                 limit :limit
                """.formatted(PersonCard.columns("who"), table, key))
                .param("id", id)
                .param("at", utc(timeOf(after)))
                .param("person", after.id())
                .param("kind", kindOf(after))
                .param("limit", limit + 1)
                .query(Reactions::reactor)
                .list();
        return Slice.of(rows, limit, Reactions::cursor);
    }

    // One person may have reacted in several ways at the same moment, so the kind is part of the key.
    private static Cursor cursor(Reactor reactor) {
        return new Cursor(
                reactor.at() + " " + reactor.kind().code(),
                reactor.person().id().value());
    }

    private static Instant timeOf(Cursor cursor) {
        return new Cursor(cursor.key().split(" ", 2)[0], cursor.id()).time();
    }

    private static String kindOf(Cursor cursor) {
        var parts = cursor.key().split(" ", 2);
        return parts.length == 2 ? parts[1] : "";
    }

    private void tell(Activity activity, Post post) {
        journal.append(activity.to(Posts.reference(post.id())).in(Posts.audience(post)));
    }

    private static Reactor reactor(ResultSet row, int number) throws SQLException {
        return new Reactor(PersonCard.of(row, "who"), Reaction.of(row.getString("kind")), instant(row, "at"));
    }
}
