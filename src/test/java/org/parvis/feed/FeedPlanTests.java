package org.parvis.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.regex.Pattern;

/** A page of the feed reads no more where there are many posts than where there are few. */
@ParvisTest
class FeedPlanTests {

    private static final int POSTS = 20_000;
    private static final Pattern PAGES = Pattern.compile("Buffers: shared (?:hit=(\\d+))?(?: ?read=(\\d+))?");

    @Autowired
    Feed feed;

    @Autowired
    LatestPosts latest;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    Viewer bruno;

    @BeforeEach
    void manyPostsWhereverBrunoLooks() {
        bruno = cast.bruno();
        var _ = List.of(cast.priya(), cast.lucia(), cast.youssef(), cast.nadia());
        empty();
        run("""
                insert into community (name, access, created_at, active_at)
                select 'Community ' || n, case when n % 3 = 0 then 'request' else 'open' end, now(), now()
                  from generate_series(1, 20) n
                """);
        run(
                "insert into membership (community_id, person_id, role, since) select id, %d, 'member', now() from community"
                        .formatted(bruno.id().value()));
        run("insert into topic (name, folded, created_at) values ('pumps', 'pumps', now())");
        run("insert into topic_follow (person_id, topic_id, since) select %d, id, now() from topic"
                .formatted(bruno.id().value()));
        run("""
                insert into person_follow (follower_id, followed_id, since)
                select %1$d, id, now() from person where id <> %1$d and kind = 'employee'
                """.formatted(bruno.id().value()));
        run("""
                insert into post (author_id, community_id, text, published_at, active_at)
                select author.id, place.id, 'Post ' || n, now() - n * interval '1 minute', now() - n * interval '1 minute'
                  from generate_series(1, %d) n
                  join lateral (select id from person where id <> %d and kind = 'employee' offset n %% 5 limit 1) author on true
                  left join lateral (select id from community where n %% 4 > 0 order by id offset n %% 20 limit 1) place on true
                """.formatted(POSTS, bruno.id().value()));
        run("insert into post_topic (post_id, topic_id) select p.id, t.id from post p, topic t");
        run("vacuum analyze post, post_topic, membership, person_follow");
    }

    @AfterEach
    void empty() {
        Tables.empty(
                jdbc,
                "post",
                "comment",
                "post_topic",
                "topic",
                "topic_follow",
                "topic_mute",
                "person_follow",
                "feed_visit",
                "community",
                "membership");
    }

    @ParameterizedTest
    @EnumSource
    void aPageIsReadAlongIndexesWhateverIsMuted(View view) {
        run("insert into topic (name, folded, created_at) values ('valves', 'valves', now())");
        run(
                "insert into post_topic (post_id, topic_id) select p.id, t.id from post p, topic t where t.name = 'valves' and p.id % 5 = 0");
        run("insert into topic_mute (person_id, topic_id, since) select %d, id, now() from topic where name = 'valves'"
                .formatted(bruno.id().value()));
        run("vacuum analyze post_topic");
        aPageIsReadAlongIndexes(view);
    }

    @ParameterizedTest
    @EnumSource
    void aGuestsPageIsReadWhereTheyAre(View view) {
        var gil = cast.gil().id().value();
        run("""
                insert into membership (community_id, person_id, role, since)
                select id, %d, 'member', now() from community order by id limit 3
                """.formatted(gil));
        run(
                "insert into person_follow (follower_id, followed_id, since) select %1$d, id, now() from person where id <> %1$d"
                        .formatted(gil));
        run("insert into topic_follow (person_id, topic_id, since) select %d, id, now() from topic".formatted(gil));
        isReadAlongIndexes(cast.gil(), view);
    }

    @ParameterizedTest
    @EnumSource
    void aPageIsReadAlongIndexes(View view) {
        isReadAlongIndexes(bruno, view);
    }

    private void isReadAlongIndexes(Viewer viewer, View view) {
        var plan = String.join(
                "\n",
                jdbc.sql("""
                explain (analyze, buffers, timing off, costs off, summary off)
                select id, at from (%s) source order by at desc, id desc limit :limit
                """.formatted(Sources.of(viewer, view)))
                        .param("viewer", viewer.id().value())
                        .param("at", java.time.OffsetDateTime.parse("2200-01-01T00:00:00Z"))
                        .param("id", Long.MAX_VALUE)
                        .param("limit", Slice.PAGE + 1)
                        .query(String.class)
                        .list());

        assertThat(plan).doesNotContain("Seq Scan on post");
        var pages = PAGES.matcher(plan);
        assertThat(pages.find()).isTrue();
        assertThat(number(pages.group(1)) + number(pages.group(2))).as(plan).isLessThan(3_000);
    }

    @Test
    void aTopicNamedInAnswersTooGivesItsPostOnce() {
        run("""
                insert into comment (post_id, author_id, text, published_at)
                select (select max(id) from post), (select min(author_id) from post), 'Yes ' || n, now()
                  from generate_series(1, 30) n
                """);
        run(
                "insert into post_topic (post_id, comment_id, topic_id) select k.post_id, k.id, t.id from comment k, topic t");
        latest.begin();

        var page = feed.read(bruno, View.FOR_ME, Cursor.NEWEST, Slice.PAGE);

        assertThat(page.items())
                .extracting(item -> item.post().id())
                .doesNotHaveDuplicates()
                .hasSize(Slice.PAGE);
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }
}
