package org.parvis.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.parvis.people.PersonKind.EMPLOYEE;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

@ParvisTest
class TopicNamesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

    @Autowired
    Topics topics;

    @Autowired
    TopicNames names;

    @Autowired
    Comments comments;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    Viewer bruno;
    Viewer priya;
    Viewer wanda;

    @BeforeEach
    void people() {
        Tables.empty(jdbc, "topic", "network_role");
        bruno = cast.bruno();
        priya = cast.priya();
        wanda = cast.person("Wanda Holm", EMPLOYEE);
        jdbc.sql("insert into network_role (person_id, role, granted_at) values (:id, 'moderator', now())")
                .param("id", wanda.id().value())
                .update();
    }

    @Test
    void anOldNameLeadsToTheNewOne() {
        var post = posts.publish(bruno, null, "About #Pompes and more");
        topics.follow(priya, "pompes");
        assertThat(names.rename(wanda, "pompes", "#Pumps", false)).isEqualTo("Pumps");

        assertThat(browser.get().uri("/topics/pompes").with(as(priya)))
                .hasStatus(301)
                .hasHeader("Location", "/topics/pumps");
        assertThat(browser.get().uri("/topics/pumps").with(as(priya)))
                .hasStatusOk()
                .bodyText()
                .contains("#Pumps", "About", ">#Pompes</a>");
        assertThat(topics.find(priya, "POMPES").followed()).isTrue();
        assertThat(browser.get().uri("/api/v1/topics/pompes").with(as(priya)))
                .bodyJson()
                .hasPathSatisfying("$.name", path -> assertThat(path).isEqualTo("Pumps"));
        assertThat(audited()).contains("topic renamed");

        // What is written with the old name from now on is about the new one, and reworded without it is not.
        var later = posts.publish(bruno, null, "More of #pompes");
        assertThat(named("pumps")).containsExactly(later, post);
        posts.edit(bruno, later, "More of #pumps, once #pompes");
        assertThat(named("pumps")).containsExactly(later, post);
        posts.edit(bruno, later, "More of nothing");
        assertThat(named("pompes")).containsExactly(post);
        topics.unfollow(priya, "pompes");
        assertThat(topics.find(priya, "pumps").followed()).isFalse();
    }

    @Test
    void anOldNameOfPrivateTalkLeadsNobodyElse() throws Exception {
        var board =
                communities.create(bruno, new CommunityForm("Board", "", "business", "invitation", false, null, null));
        memberships.put(bruno, board, wanda.id(), Standing.MEMBER);
        var hushed = posts.publish(bruno, board, "All of #Fusion");
        comments.add(wanda, hushed, null, "And #Wedding");
        posts.publish(bruno, null, "Our #Strategy");
        names.rename(wanda, "fusion", "Strategy", true);
        names.rename(wanda, "wedding", "Strategy", true);

        for (var name : List.of("fusion", "wedding")) {
            assertThat(browser.get().uri("/topics/" + name).with(as(bruno))).hasStatus(301);
            for (var exit : List.of("/topics/", "/api/v1/topics/")) {
                var hidden = browser.get().uri(exit + name).with(as(priya)).exchange();
                var nothing =
                        browser.get().uri(exit + "neverer").with(as(priya)).exchange();
                assertThat(hidden).hasStatus(404);
                assertThat(hidden.getResponse().getContentAsString().replace(name, "neverer"))
                        .isEqualTo(nothing.getResponse().getContentAsString());
            }
            assertThat(browser.put().uri("/topics/" + name + "/mute").with(as(priya)))
                    .hasStatus(404);
        }
        assertThat(browser.get().uri("/topics/strategy").with(as(priya))).hasStatusOk();

        var open = posts.publish(bruno, null, "A word on #fusion");
        assertThat(browser.get().uri("/topics/fusion").with(as(priya))).hasStatus(301);
        posts.edit(bruno, open, "A word on nothing");
        assertThat(browser.get().uri("/topics/fusion").with(as(priya))).hasStatus(404);
        // What it was called on everybody's pages leads on everybody.
        names.rename(wanda, "strategy", "Plans", false);
        assertThat(browser.get().uri("/topics/strategy").with(as(priya)))
                .hasStatus(301)
                .hasHeader("Location", "/topics/plans");
    }

    @Test
    void twoTopicsBecomeOneWhenTheModeratorSaysSo() {
        var both = posts.publish(bruno, null, "On #seals and #garnitures");
        var one = posts.publish(bruno, null, "On #garnitures");
        topics.follow(bruno, "garnitures");
        topics.follow(priya, "seals");
        topics.mute(wanda, "garnitures");
        topics.follow(wanda, "seals");
        assertThatThrownBy(() -> names.rename(wanda, "garnitures", "Seals", false))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("topic-exists");
        assertThat(browser.put()
                        .uri("/topics/garnitures/name")
                        .param("to", "Seals")
                        .with(as(wanda, "MODERATOR")))
                .hasStatus(422)
                .bodyText()
                .contains("There is a topic #seals already.", "value=\"Seals\"", "name=\"merge\"");
        assertThat(browser.put()
                        .uri("/topics/garnitures/name")
                        .param("to", "Seals")
                        .param("merge", "true")
                        .with(as(wanda, "MODERATOR")))
                .hasStatus(303)
                .hasRedirectedUrl("/topics/seals");
        assertThat(named("seals")).containsExactly(one, both);
        for (var follower : List.of(bruno, priya)) {
            assertThat(topics.find(follower, "garnitures").followed()).isTrue();
        }
        // Whoever did not want to see the one does not want to see what they are now.
        assertThat(topics.find(wanda, "seals").muted()).isTrue();
        assertThat(topics.find(wanda, "seals").followed()).isFalse();
    }

    @Test
    void namesLeadInNoCircle() {
        posts.publish(bruno, null, "On #aaa");
        posts.publish(bruno, null, "On #bbb");
        names.rename(wanda, "aaa", "ccc", false);
        names.rename(wanda, "ccc", "bbb", true);
        names.rename(wanda, "bbb", "aaa", false);
        for (var name : List.of("aaa", "bbb", "ccc")) {
            assertThat(topics.find(priya, name).name()).isEqualTo("aaa");
            assertThat(topics.find(priya, name).posts()).isEqualTo(2);
        }
        assertThat(steps()).isEqualTo(1);
        names.rename(wanda, "aaa", "AAA", false);
        assertThat(topics.find(priya, "bbb").name()).isEqualTo("AAA");
    }

    @Test
    void whoeverRenamesAndWritesAtOnceLosesNothing() throws Exception {
        var letters = List.of("axle", "bolt", "cog", "drum");
        letters.forEach(letter -> posts.publish(bruno, null, "First #" + letter));
        try (var together = Executors.newFixedThreadPool(8)) {
            var tasks = IntStream.range(0, 40)
                    .mapToObj(number -> (Callable<Boolean>) () -> {
                        var from = letters.get(number % 4);
                        if (number % 5 == 0) {
                            names.rename(wanda, from, letters.get((number + 1 + number / 5) % 4), true);
                        } else {
                            posts.publish(bruno, null, "Number " + number + " #" + from);
                        }
                        return true;
                    })
                    .toList();
            for (var task : together.invokeAll(tasks)) task.get();
        }
        assertThat(steps()).isLessThanOrEqualTo(1);
        assertThat(jdbc.sql("""
                        select count(*) from post_topic named join topic t on t.id = named.topic_id where t.merged_into is not null
                        """).query(Long.class).single()).isZero();
        var roots = letters.stream()
                .map(letter -> topics.find(priya, letter))
                .distinct()
                .toList();
        assertThat(roots.stream().mapToLong(TopicEntry::posts).sum()).isEqualTo(36);
    }

    @Test
    void onlyModeratorsRenameWhatTheyFind() {
        posts.publish(bruno, null, "On #valves");
        var secret =
                communities.create(bruno, new CommunityForm("Merger", "", "business", "invitation", false, null, null));
        posts.publish(bruno, secret, "On #Projectx");
        assertThatThrownBy(() -> names.rename(priya, "valves", "robinets", false))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> names.rename(wanda, "projectx", "projecty", false))
                .isInstanceOf(NotFound.class);
        for (var wrong : List.of("", "two words", "123", "x".repeat(70))) {
            assertThatThrownBy(() -> names.rename(wanda, "valves", wrong, false))
                    .isInstanceOf(Invalid.class);
        }
        assertThat(page(priya, "/topics/valves")).doesNotContain("Rename or merge");

        // A name that is taken where they do not read is free to them, and called as they write it.
        assertThat(names.rename(wanda, "valves", "projectX", false)).isEqualTo("projectX");
        assertThat(topics.find(wanda, "projectx").posts()).isEqualTo(1);
        assertThat(topics.find(bruno, "projectx").posts()).isEqualTo(2);
    }

    @Test
    void theListCountsWhatIsReadLately() {
        var secret = communities.create(
                bruno, new CommunityForm("Takeover", "", "business", "invitation", false, null, null));
        posts.publish(bruno, secret, "On #hush and #gears");
        posts.publish(bruno, null, "On #gears");
        posts.publish(bruno, null, "On #gears and #oil");
        var old = posts.publish(bruno, null, "On #steam");
        jdbc.sql("update post_topic set published_at = now() - interval '40 days' where post_id = :post")
                .param("post", old.value())
                .update();
        assertThat(topics.lately(priya, null, 20).items())
                .extracting(TopicEntry::name, TopicEntry::posts)
                .containsExactly(tuple("gears", 2L), tuple("oil", 1L));
        var first = topics.lately(bruno, null, 2);
        assertThat(first.items()).extracting(TopicEntry::name).containsExactly("gears", "hush");
        assertThat(topics.lately(bruno, first.next(), 2).items())
                .extracting(TopicEntry::name)
                .containsExactly("oil");
        assertThat(page(priya, "/topics")).contains("gears", "oil").doesNotContain("hush", "steam");
        assertThat(page(priya, "/topics?q=st")).contains("steam").doesNotContain("gears");
        assertThat(page(priya, "/mentions/topics?q=g")).contains("data-text=\"#gears\"");
        assertThat(page(priya, "/mentions/topics?q=hu")).doesNotContain("hush");
        assertThat(page(priya, "/mentions/topics?q=%25")).isBlank();
    }

    private List<PostId> named(String topic) {
        return posts.withTopic(priya, topics.find(priya, topic).id(), Cursor.NEWEST, 20).items().stream()
                .map(Post::id)
                .toList();
    }

    // The longest way from a name to its topic.
    private int steps() {
        return jdbc.sql("""
                with recursive way as (
                    select id, merged_into, 0 as steps from topic
                    union all
                    select way.id, t.merged_into, way.steps + 1
                      from way join topic t on t.id = way.merged_into
                     where way.steps < 10
                )
                select max(steps) from way
                """).query(Integer.class).single();
    }

    private List<String> audited() {
        return jdbc.sql("select action from audit").query(String.class).list().stream()
                .map(String::valueOf)
                .toList();
    }

    private String page(Viewer viewer, String address) {
        var answer = browser.get().uri(address).with(as(viewer)).exchange();
        assertThat(answer).as(address).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
