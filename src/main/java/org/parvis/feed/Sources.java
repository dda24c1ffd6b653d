package org.parvis.feed;

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

    // Offset 0 keeps the planner from reading every post instead of those named.
    private static final String TOPICS = """
            (select found.id, found.at
               from (select distinct named.post_id as id
                       from topic_follow followed
                       join post_topic named on named.topic_id = followed.topic_id
                       left join comment k on k.id = named.comment_id
                      where followed.person_id = :viewer and k.deleted_at is null
                     offset 0) named
              cross join lateral (
                    select p.id, p.#at# as at
                      from readable_posts(:viewer) p
                     where p.id = named.id and #window#
                    offset 0) found
              order by found.at desc, found.id desc
              limit :limit)
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
                                       from person author
                                      where author.site = (select me.site from person me where me.id = :viewer)
                                         or author.department = (select me.department from person me where me.id = :viewer))
                    ) is true
              order by p.#at# desc, p.id desc
              limit :limit)
            """;

    private static final String COMPANY = """
            (select p.id, p.#at# as at
               from readable_posts(:viewer) p
              where (p.community_id is null or p.community_id in (select id from community where access = 'open'))
                and #window#
              order by p.#at# desc, p.id desc
              limit :limit)
            """;

    /** Ids and times of what a view shows between {@code :since} and the cursor {@code (:at, :id)}. */
    static String of(View view) {
        var sources = switch (view) {
            case FOR_ME -> String.join("union\n", COMMUNITIES, PEOPLE, TOPICS, OWN_WALL, NEIGHBOURS);
            case FOLLOWING -> String.join("union\n", COMMUNITIES, PEOPLE, TOPICS);
            case COMPANY -> COMPANY;
        };
        return sources.replace("#window#", "(p.#at#, p.id) < (:at, :id)").replace("#at#", view.column());
    }

    /** Ids of what was published in a view after {@code :since} by others. */
    static String arrived(View view) {
        return of(view).replace("(:at, :id)", "(:at, :id) and p.published_at > :since and p.author_id <> :viewer");
    }

    private Sources() {}
}
