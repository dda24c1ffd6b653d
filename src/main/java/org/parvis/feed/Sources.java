package org.parvis.feed;

import org.parvis.people.Viewer;

/**
 * Where a view finds its posts, as SQL: each source is a union part that reads, along an index, no more than the page
 * needs. One condition with {@code or} over everything would read every post there is.
 */
final class Sources {

    private static final String COMMUNITIES = """
            select found.id, found.at
              from membership mine
             cross join lateral (
                   select p.id, p.#at# as at
                     from readable_posts(:viewer) p
                    where p.community_id = mine.community_id and #window#
                    order by p.#at# desc, p.id desc
                    limit :limit) found
             where mine.person_id = :viewer
               and not exists (select from feed_muted m
                                where m.person_id = :viewer and m.kind = 'community' and m.community_id = mine.community_id)
            """;

    private static final String PEOPLE = """
            select found.id, found.at
              from (select followed_id as id from person_follow where follower_id = :viewer) author
             cross join lateral (
                   select p.id, p.#at# as at
                     from readable_posts(:viewer) p
                    where p.author_id = author.id and #window#
                    order by p.#at# desc, p.id desc
                    limit :limit) found
            """;

    // A post may be named several times, in its text and in its comments; a naming carries the times of its post.
    // Offset 0 keeps the planner from reading every post instead of those named latest.
    private static final String TOPICS = """
            select found.id, found.at
              from topic_follow followed
             cross join lateral (
                   select distinct on (named.#at#, named.post_id) post.id, post.at
                     from post_topic named
                    cross join lateral (
                          select p.id, p.#at# as at
                            from readable_posts(:viewer) p
                           where p.id = named.post_id and #window#
                          offset 0) post
                     left join comment k on k.id = named.comment_id
                    where named.topic_id = followed.topic_id and (k.id is null or stands(k, :viewer))
                      and (named.#at#, named.post_id) < (:at, :id)
                    order by named.#at# desc, named.post_id desc
                    limit :limit) found
             where followed.person_id = :viewer
            """;

    private static final String OWN_WALL = """
            (select p.id, p.#at# as at
               from readable_posts(:viewer) p
              where p.author_id = :viewer and p.community_id is null and #window#
              order by p.#at# desc, p.id desc
              limit :limit)
            """;

    // Is true: the colleagues are looked up once and kept, not joined post by post.
    private static final String NEIGHBOURS = """
            (select p.id, p.#at# as at
               from readable_posts(:viewer) p
              where p.community_id is null and #window#
                and (p.author_id in (select author.id
                                       from person me
                                       join person author on author.site = me.site and author.deleted_at is null
                                      where me.id = :viewer
                                        and not exists (select from feed_muted m where m.person_id = me.id and m.kind = 'site')
                                      union all
                                     select author.id
                                       from person me
                                       join person author on author.department = me.department and author.deleted_at is null
                                      where me.id = :viewer
                                        and not exists (select from feed_muted m where m.person_id = me.id and m.kind = 'department'))
                    ) is true
              order by p.#at# desc, p.id desc
              limit :limit)
            """;

    // Asked only of whoever has muted a topic. Neither one's own posts nor those that mention one are left out.
    // One value, and not whether there is one: that would be looked up for every post there is, to be kept.
    private static final String UNMUTED = """
             and (not (select exists (select from topic_mute m where m.person_id = :viewer))
                  or p.author_id = :viewer
                  or (select true
                        from post_topic named
                       where named.post_id = p.id and named.comment_id is null
                         and named.topic_id = any (array(select m.topic_id from topic_mute m where m.person_id = :viewer))
                       limit 1) is null
                  or (select true from mention t where t.post_id = p.id and t.person_id = :viewer limit 1))
            """;

    private static final String COMPANY = """
            (select p.id, p.#at# as at
               from readable_posts(:viewer) p
              where (p.community_id is null or p.community_id in (select id from community where access = 'open'))
                and #window#
              order by p.#at# desc, p.id desc
              limit :limit)
            """;

    // A guest reads in a few communities, and nowhere else: looked for along people and topics, or on walls, whatever
    // was
    // ever written would be gone through for what they may read of it.
    private static final String GUEST = """
            select found.id, found.at
              from membership mine
             cross join lateral (
                   select p.id, p.#at# as at
                     from readable_posts(:viewer) p
                    where p.community_id = mine.community_id and #window# and #wanted#
                    order by p.#at# desc, p.id desc
                    limit :limit) found
             where mine.person_id = :viewer
            """;

    private static final String FOLLOWED_BY_GUEST = """
            (not exists (select from feed_muted m
                          where m.person_id = :viewer and m.kind = 'community' and m.community_id = mine.community_id)
             or p.author_id in (select followed_id from person_follow where follower_id = :viewer)
             or (select true
                   from post_topic named
                   join topic_follow followed on followed.topic_id = named.topic_id and followed.person_id = :viewer
                   left join comment k on k.id = named.comment_id
                  where named.post_id = p.id and (k.id is null or stands(k, :viewer))
                  limit 1))
            """;

    private static final String OPEN_TO_EMPLOYEES =
            "mine.community_id in (select id from community where access = 'open')";

    /** Ids and times of what a view shows below the cursor {@code (:at, :id)}. */
    static String of(Viewer viewer, View view) {
        return of(viewer, view, "(p.#at#, p.id) < (:at, :id)");
    }

    /** Ids of what was published in a view after {@code :since} by others. */
    static String arrived(Viewer viewer, View view) {
        return of(viewer, view, "(p.#at#, p.id) < (:at, :id) and p.published_at > :since and p.author_id <> :viewer");
    }

    private static String of(Viewer viewer, View view, String window) {
        var sources = viewer.employee() ? ofEmployee(view) : ofGuest(view);
        return sources.replace("#window#", view == View.COMPANY ? window : window + UNMUTED)
                .replace("#at#", view.column());
    }

    private static String ofEmployee(View view) {
        return switch (view) {
            case FOR_ME -> String.join("union\n", COMMUNITIES, PEOPLE, TOPICS, OWN_WALL, NEIGHBOURS);
            case FOLLOWING -> String.join("union\n", COMMUNITIES, PEOPLE, TOPICS);
            case COMPANY -> COMPANY;
        };
    }

    private static String ofGuest(View view) {
        return GUEST.replace("#wanted#", view == View.COMPANY ? OPEN_TO_EMPLOYEES : FOLLOWED_BY_GUEST);
    }

    private Sources() {}
}
