package org.parvis.links;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Pictures;
import org.parvis.platform.outgoing.WebAddress;
import org.parvis.platform.web.Forbidden;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is known of the pages of other sites that posts link to: one row for an address, however many name it. */
@Service
@Transactional
public class Links {

    /** The kind of place of their pictures. */
    static final String KIND = "link";

    /** How often an address is tried before it stays a plain link. */
    static final int TRIES = 3;

    static final int NAME = 100;
    static final int TITLE = 200;
    static final int DESCRIPTION = 300;

    private static final Duration FRESH = Duration.ofDays(7);
    private static final Duration A_WHILE = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Posts posts;
    private final Pictures pictures;
    private final Clock clock;

    Links(JdbcClient jdbc, Posts posts, Pictures pictures, Clock clock) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** The author wants no card under a post, whatever its text will say. Twice is once. */
    public void remove(Viewer viewer, PostId post) {
        mayChange(viewer, post);
        jdbc.sql("""
                insert into post_link_removal (post_id, removed_by, removed_at) values (:post, :viewer, :now)
                on conflict do nothing
                """)
                .param("post", post.value())
                .param("viewer", viewer.id().value())
                .param("now", utc(clock.instant()))
                .update();
    }

    /** The author wants one again. */
    public void restore(Viewer viewer, PostId post) {
        mayChange(viewer, post);
        jdbc.sql("delete from post_link_removal where post_id = :post")
                .param("post", post.value())
                .update();
    }

    private void mayChange(Viewer viewer, PostId post) {
        if (!posts.find(viewer, post).mayEdit(viewer)) throw new Forbidden("only its author decides about a card");
    }

    /** What a post names now. An address that was not asked for lately is asked for again. */
    void note(long post, WebAddress address) {
        var known = jdbc.sql("""
                select k.address from post_link l join link k on k.id = l.link_id where l.post_id = :post
                """).param("post", post).query(String.class).optional();
        if (!known.equals(Optional.of(address.toString()))) {
            attach(post, ask(address));
        }
    }

    /** A post names nothing, or is no more. */
    void forget(long post) {
        jdbc.sql("delete from post_link where post_id = :post")
                .param("post", post)
                .update();
    }

    private long ask(WebAddress address) {
        var now = clock.instant();
        return jdbc.sql("""
                insert into link as k (address, asked_at, next_try_at) values (:address, :now, :now)
                on conflict (address) do update
                   set asked_at = :now,
                       tries = case when k.settled_at < :old or k.title = '' and k.settled_at < :lately
                                    then 0 else k.tries end,
                       next_try_at = case when k.settled_at < :old or k.title = '' and k.settled_at < :lately
                                          then :now else k.next_try_at end
                returning id
                """)
                .param("address", address.toString())
                .param("now", utc(now))
                .param("old", utc(now.minus(FRESH)))
                .param("lately", utc(now.minus(A_WHILE)))
                .query(Long.class)
                .single();
    }

    private void attach(long post, long link) {
        jdbc.sql("""
                insert into post_link (post_id, link_id)
                select id, :link from post where id = :post and deleted_at is null
                on conflict (post_id) do update set link_id = excluded.link_id
                """).param("post", post).param("link", link).update();
    }

    /**
     * What is to be asked for now. Counts as tried from here on, so that what ends the process does not do so for ever;
     * what nobody named for a day is left.
     */
    List<Due> take(int limit) {
        var now = clock.instant();
        return jdbc.sql("""
                update link
                   set tries = tries + 1, next_try_at = :now + interval '2 minutes' * power(8, tries)
                 where id in (select id from link
                               where next_try_at <= :now and tries < :tries and asked_at > :lately
                                 and (select link_previews from network)
                               order by next_try_at
                               limit :limit
                                 for update skip locked)
                returning id, address, tries
                """)
                .param("now", utc(now))
                .param("lately", utc(now.minus(A_WHILE)))
                .param("tries", TRIES)
                .param("limit", limit)
                .query((row, number) -> new Due(row.getLong("id"), row.getString("address"), row.getInt("tries")))
                .list();
    }

    record Due(long id, String address, int tries) {

        boolean isLast() {
            return tries >= TRIES;
        }
    }

    /** It said this of itself; null is a page that says nothing worth a card. The picture is a file kept for it. */
    void settle(long link, @Nullable Found found, @Nullable Long picture) {
        var before = picture(link);
        jdbc.sql("""
                update link
                   set settled_at = :now, next_try_at = null, site = :site, name = :name, title = :title,
                       description = :description, picture = :picture::bigint
                 where id = :link
                """)
                .param("now", utc(clock.instant()))
                .param("site", found == null ? "" : found.site())
                .param("name", found == null ? "" : found.name())
                .param("title", found == null ? "" : found.title())
                .param("description", found == null ? "" : found.description())
                .param("picture", picture)
                .param("link", link)
                .update();
        before.forEach(pictures::forget);
    }

    /** It could not be had: what was known of it stays. */
    void giveUp(long link) {
        jdbc.sql("update link set settled_at = :now, next_try_at = null where id = :link")
                .param("now", utc(clock.instant()))
                .param("link", link)
                .update();
    }

    private List<Long> picture(long link) {
        return jdbc.sql("select picture from link where id = :link and picture is not null")
                .param("link", link)
                .query((row, number) -> row.getLong("picture"))
                .list();
    }

    /** Forgets what no post has named for a day, and pictures that no link has. */
    void sweep() {
        var before = utc(clock.instant().minus(A_WHILE));
        jdbc.sql("""
                delete from link k
                 where k.asked_at < :before and not exists (select from post_link l where l.link_id = k.id)
                """).param("before", before).update();
        jdbc.sql("""
                select f.id from file f
                 where f.place_kind = :kind and f.created_at < :before
                   and not exists (select from link k where k.picture = f.id)
                """)
                .param("kind", KIND)
                .param("before", before)
                .query((row, number) -> row.getLong("id"))
                .list()
                .forEach(pictures::forget);
    }

    /** Knows of a page without having asked, with a picture that was drawn here; for a post that names it. */
    public void tell(PostId post, WebAddress address, Found found, @Nullable BufferedImage drawn) {
        var link = ask(address);
        settle(link, found, drawn == null ? null : pictures.keepDrawn(drawn, null, KIND, link));
        attach(post.value(), link);
    }
}
