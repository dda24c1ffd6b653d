package org.parvis.articles;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.access.OpaqueToken;
import org.parvis.people.Viewer;
import org.parvis.platform.text.Mentions;
import org.parvis.platform.text.Prose;
import org.parvis.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Blogs for feed readers, which do not sign in: each person has an address of their own for a blog, which nobody can guess,
 * and which shows what they may read at the moment of asking.
 */
@Service
@Transactional
class BlogFeeds {

    /** A blog as its subscriber reads it. */
    record Feed(Blog blog, String name, Instant since, List<Entry> entries) {}

    record Entry(long id, String title, String beginning, String author, Instant publishedAt, Instant updatedAt) {}

    // Without a name where the subscriber may not read it.
    private record Subscription(
            long person, Blog blog, @Nullable String name, Instant since) {}

    private static final int MOST = 20;
    private static final int BEGINNING = 280;

    private final JdbcClient jdbc;
    private final Clock clock;

    BlogFeeds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Since when the viewer has an address for it. */
    @Transactional(readOnly = true)
    Optional<Instant> since(Viewer viewer, Blog blog) {
        return jdbc.sql("""
                select created_at from blog_feed
                 where person_id = :person and subject_kind = :kind and subject_id = :subject
                """)
                .params(of(viewer, blog))
                .query((row, number) -> instant(row, "created_at"))
                .optional();
    }

    /** Gives the viewer an address for it, in place of the one they had: its secret part, which is not kept. */
    String open(Viewer viewer, Blog blog) {
        var token = OpaqueToken.random();
        var _ = jdbc.sql("""
                insert into blog_feed (person_id, subject_kind, subject_id, token_hash, created_at)
                values (:person, :kind, :subject, :hash, :now)
                on conflict (person_id, subject_kind, subject_id) do update
                   set token_hash = excluded.token_hash, created_at = excluded.created_at
                """)
                .params(of(viewer, blog))
                .param("hash", token.hash())
                .param("now", utc(clock.instant()))
                .update();
        return token.text();
    }

    /** The viewer's address for it shows nothing from now on. */
    void close(Viewer viewer, Blog blog) {
        var _ = jdbc.sql("""
                delete from blog_feed where person_id = :person and subject_kind = :kind and subject_id = :subject
                """).params(of(viewer, blog)).update();
    }

    /** @throws NotFound when it was never given out or taken back, or whose it is has gone or may not read the blog */
    @Transactional(readOnly = true)
    Feed read(String token) {
        var subscription = find(token);
        var name = subscription.name();
        if (name == null) throw new NotFound("blog");
        return new Feed(subscription.blog(), name, subscription.since(), entries(subscription));
    }

    private Subscription find(String token) {
        return jdbc.sql("""
                select f.person_id, f.subject_kind, f.subject_id, f.created_at,
                       case f.subject_kind
                            when 'person' then (select p.name from visible_people(f.person_id) p where p.id = f.subject_id)
                            else (select c.name from readable_communities(f.person_id) c where c.id = f.subject_id)
                            end as name
                  from blog_feed f
                  join person s on s.id = f.person_id and s.state <> 'deactivated' and s.deleted_at is null
                 where f.token_hash = :hash
                """)
                .param("hash", new OpaqueToken(token).hash())
                .query((row, number) -> new Subscription(
                        row.getLong("person_id"),
                        new Blog(row.getString("subject_kind"), row.getLong("subject_id")),
                        row.getString("name"),
                        instant(row, "created_at")))
                .optional()
                .orElseThrow(() -> new NotFound("feed"));
    }

    private List<Entry> entries(Subscription subscription) {
        return jdbc.sql("""
                select p.id, p.title, left(p.text, 5000) as text, author.name, p.published_at,
                       coalesce(p.edited_at, p.published_at) as updated_at
                  from readable_posts(:viewer) p
                  join person author on author.id = p.author_id
                 where p.kind = 'article' and %s
                 order by p.published_at desc, p.id desc
                 limit :most
                """.formatted(subscription.blog().condition()))
                .param("viewer", subscription.person())
                .param("subject", subscription.blog().subject())
                .param("most", MOST)
                .query((row, number) -> new Entry(
                        row.getLong("id"),
                        row.getString("title"),
                        new Prose(row.getString("text"), Mentions.none(), "", Map.of()).beginning(BEGINNING),
                        row.getString("name"),
                        instant(row, "published_at"),
                        instant(row, "updated_at")))
                .list();
    }

    private static Map<String, Object> of(Viewer viewer, Blog blog) {
        return Map.of("person", viewer.id().value(), "kind", blog.kind(), "subject", blog.subject());
    }
}
