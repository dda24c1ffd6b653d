package org.parvis.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.access.Agent;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.conversation.Comments;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Topics;
import org.parvis.conversation.WholePosts;
import org.parvis.feed.Reason.Kind;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.JournalLag;
import org.parvis.journal.Reference;
import org.parvis.people.Following;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Slice;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

@ParvisTest
class FeedTests {

    @Autowired
    Feed feed;

    @Autowired
    LatestPosts latest;

    @Autowired
    KnownInterests interests;

    @Autowired
    JournalLag lag;

    @Autowired
    WholePosts whole;

    @Autowired
    Clock clock;

    @Autowired
    Visits visits;

    @Autowired
    NewcomerStart start;

    @Autowired
    Suggestions suggestions;

    @Autowired
    Posts posts;

    @Autowired
    Comments comments;

    @Autowired
    Topics topics;

    @Autowired
    Muted muted;

    @Autowired
    Following following;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    Journal journal;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    Viewer bruno;
    Viewer priya;
    Viewer lucia;
    Viewer gil;

    @BeforeEach
    void anEmptyNetwork() {
        Tables.empty(
                jdbc,
                "post",
                "comment",
                "mention",
                "post_topic",
                "topic",
                "topic_follow",
                "topic_mute",
                "person_follow",
                "feed_visit",
                "newcomer",
                "newcomer_start",
                "feed_muted",
                "community",
                "membership");
        bruno = cast.bruno();
        priya = cast.priya();
        lucia = cast.lucia();
        gil = cast.gil();
        jdbc.sql("update person set site = null, department = null").update();
    }

    @Test
    void whatComesToMeSaysWhy() {
        var pumps = community("Pumps", "open");
        memberships.enter(priya, pumps);
        following.follow(priya, lucia.id());
        works(priya, "Pune", "Quality");
        works(bruno, "Pune", null);
        works(cast.youssef(), null, "Quality");
        var inPumps = posts.publish(bruno, pumps, "In my community");
        var byLucia = posts.publish(lucia, null, "By whom I follow");
        var named = posts.publish(gone("Anna Blum"), null, "About #seals");
        topics.follow(priya, "seals");
        var atMySite = posts.publish(bruno, null, "At my site");
        var inMyDepartment = posts.publish(cast.youssef(), null, "In my department");
        var mine = posts.publish(priya, null, "My own");
        posts.publish(gone("Carl Dorn"), null, "Nothing to me");

        assertThat(read(priya, View.FOR_ME, Cursor.NEWEST, 20).items())
                .extracting(item -> item.post().id(), item -> item.reason().kind())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(mine, Kind.OWN),
                        org.assertj.core.groups.Tuple.tuple(inMyDepartment, Kind.DEPARTMENT),
                        org.assertj.core.groups.Tuple.tuple(atMySite, Kind.SITE),
                        org.assertj.core.groups.Tuple.tuple(named, Kind.TOPIC),
                        org.assertj.core.groups.Tuple.tuple(byLucia, Kind.PERSON),
                        org.assertj.core.groups.Tuple.tuple(inPumps, Kind.COMMUNITY));
    }

    @Test
    void everyReasonIsTold() {
        var pumps = community("Pumps", "open");
        memberships.enter(priya, pumps);
        following.follow(priya, bruno.id());
        posts.publish(bruno, pumps, "About #seals");
        topics.follow(priya, "seals");

        assertThat(read(priya, View.FOR_ME, Cursor.NEWEST, 20)
                        .items()
                        .getFirst()
                        .reasons())
                .containsExactly(
                        new Reason(Kind.COMMUNITY, "Pumps", pumps.toString()),
                        new Reason(Kind.PERSON, "Bruno Tessier", bruno.id().toString()),
                        new Reason(Kind.TOPIC, "seals", "seals"));
    }

    @Test
    void whatOneFollowsLessComesNoMoreUntilItIsBroughtBack() {
        var pumps = community("Pumps", "open");
        memberships.enter(priya, pumps);
        following.follow(priya, lucia.id());
        works(priya, "Pune", "Quality");
        works(cast.youssef(), "Pune", null);
        works(cast.nadia(), null, "Quality");
        posts.publish(bruno, pumps, "In my community");
        posts.publish(lucia, null, "By whom I follow");
        posts.publish(bruno, null, "About #seals");
        topics.follow(priya, "seals");
        posts.publish(cast.youssef(), null, "At my site");
        posts.publish(cast.nadia(), null, "In my department");

        var items = read(priya, View.FOR_ME, Cursor.NEWEST, 20).items();
        assertThat(items)
                .extracting(item -> item.reason().kind())
                .containsExactly(Kind.DEPARTMENT, Kind.SITE, Kind.TOPIC, Kind.PERSON, Kind.COMMUNITY);
        for (var item : items) {
            var reason = item.reason();
            var id = String.valueOf(reason.id());
            muted.mute(priya, reason.kind(), id);
            muted.mute(priya, reason.kind(), id);
            assertThat(ids(priya, View.FOR_ME)).doesNotContain(item.post().id()).hasSize(4);
            assertThat(ids(priya, View.FOLLOWING)).doesNotContain(item.post().id());
            muted.restore(priya, reason.kind(), id);
            assertThat(ids(priya, View.FOR_ME)).contains(item.post().id());
        }
        assertThat(muted.of(priya)).isEmpty();
    }

    @Test
    void aMutedCommunityIsNoReasonForWhatComesFromSomebodyFollowed() {
        var pumps = community("Pumps", "open");
        memberships.enter(priya, pumps);
        following.follow(priya, bruno.id());
        posts.publish(bruno, pumps, "In my community");

        muted.mute(priya, Kind.COMMUNITY, pumps.toString());

        assertThat(read(priya, View.FOR_ME, Cursor.NEWEST, 20)
                        .items()
                        .getFirst()
                        .reasons())
                .containsExactly(
                        new Reason(Kind.PERSON, "Bruno Tessier", bruno.id().toString()));
        assertThat(muted.of(priya)).extracting(Muted.Source::name).containsExactly("Pumps");
    }

    @Test
    void aMutedTopicComesFromNowhereUnlessItMentionsOneOrIsOnesOwn() {
        var pumps = community("Pumps", "open");
        memberships.enter(priya, pumps);
        following.follow(priya, lucia.id());
        var plain = posts.publish(bruno, pumps, "Nothing in particular");
        var own = posts.publish(priya, pumps, "My own on #canteen");
        var mentioning = posts.publish(bruno, pumps, "On #canteen, @[Priya](person:" + priya.id() + ")");
        posts.publish(bruno, pumps, "On #canteen");
        posts.publish(lucia, null, "On #canteen too");
        topics.follow(priya, "canteen");
        assertThat(ids(priya, View.FOR_ME)).hasSize(5);

        topics.mute(priya, "canteen");
        for (var view : List.of(View.FOR_ME, View.FOLLOWING)) {
            assertThat(ids(priya, view)).as(view.code()).containsExactly(mentioning, own, plain);
        }
        assertThat(ids(priya, View.COMPANY)).hasSize(5);
        assertThat(ids(lucia, View.COMPANY)).hasSize(5);
        comments.add(bruno, plain, null, "As is said of the #canteen");
        assertThat(ids(priya, View.FOR_ME)).contains(plain);

        topics.unmute(priya, "canteen");
        assertThat(ids(priya, View.FOR_ME)).hasSize(5);
        assertThat(topics.find(priya, "canteen").followed()).isFalse();
    }

    @Test
    void nobodyLearnsOfACommunityByMutingIt() {
        var board = community("The board", "invitation");

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> muted.mute(priya, Kind.COMMUNITY, board.toString()));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> muted.mute(priya, Kind.COMPANY, "1"));
    }

    @Test
    void anAnswerBringsAPostUpForMeButNotWhereTheOrderIsThatOfPublication() {
        following.follow(priya, lucia.id());
        var old = posts.publish(lucia, null, "Earlier");
        var recent = posts.publish(lucia, null, "Later");
        comments.add(bruno, old, null, "An answer");

        assertThat(ids(priya, View.FOR_ME)).containsExactly(old, recent);
        assertThat(ids(priya, View.FOLLOWING)).containsExactly(recent, old);
        assertThat(ids(priya, View.COMPANY)).containsExactly(old, recent);
    }

    @Test
    void nobodySeesInAnyViewWhatTheyMayNotRead() {
        var board = community("The board", "invitation");
        var council = community("Quality council", "request");
        var open = community("Pumps", "open");
        following.follow(priya, bruno.id());
        posts.publish(bruno, board, "Secret #plans");
        posts.publish(bruno, council, "Secret too #plans");
        var readable = posts.publish(bruno, open, "For all #plans");
        topics.follow(priya, "plans");

        for (var view : View.values()) {
            assertThat(ids(priya, view)).as(view.code()).containsExactly(readable);
            assertThat(ids(gil, view)).as("a guest in " + view.code()).isEmpty();
        }
    }

    @Test
    void aGuestIsShownWhatIsSaidWhereTheyAreAndNothingElse() {
        var pumps = community("Pumps", "open");
        var council = community("Quality council", "request");
        for (var place : List.of(pumps, council)) {
            memberships.invite(bruno, place, gil.id());
            memberships.enter(gil, place);
        }
        following.follow(gil, bruno.id());
        works(gil, "Pune", null);
        works(bruno, "Pune", null);
        posts.publish(bruno, null, "To all who work here");
        posts.publish(bruno, community("Valves", "open"), "To all who read there");
        var inPumps = posts.publish(bruno, pumps, "In the open");
        var inCouncil = posts.publish(lucia, joined(council), "Among ourselves");

        assertThat(ids(gil, View.FOR_ME)).containsExactly(inCouncil, inPumps);
        assertThat(ids(gil, View.FOLLOWING)).containsExactly(inCouncil, inPumps);
        assertThat(ids(gil, View.COMPANY)).containsExactly(inPumps);

        muted.mute(gil, Kind.COMMUNITY, pumps.toString());
        muted.mute(gil, Kind.COMMUNITY, council.toString());
        assertThat(ids(gil, View.FOR_ME)).containsExactly(inPumps);
        comments.add(lucia, inCouncil, null, "About #seals");
        topics.follow(gil, "seals");
        assertThat(ids(gil, View.FOR_ME)).containsExactly(inCouncil, inPumps);
    }

    private CommunityId joined(CommunityId council) {
        memberships.enter(lucia, council);
        memberships.agree(bruno, council, lucia.id());
        return council;
    }

    @Test
    void whoLeavesSeesNothingMoreOfIt() {
        var council = community("Quality council", "request");
        memberships.enter(priya, council);
        memberships.agree(bruno, council, priya.id());
        var post = posts.publish(bruno, council, "Among ourselves");
        assertThat(ids(priya, View.FOR_ME)).containsExactly(post);
        assertThat(ids(priya, View.COMPANY)).isEmpty();

        memberships.leave(priya, council);

        assertThat(ids(priya, View.FOR_ME)).isEmpty();
        assertThat(ids(priya, View.FOLLOWING)).isEmpty();
    }

    @Test
    void pagesJoinWithoutLossWhenTimesAreEqual() {
        var written = new HashSet<PostId>();
        for (int i = 0; i < 23; i++) {
            written.add(posts.publish(priya, null, "Post " + i));
        }
        jdbc.sql("update post set published_at = '2026-01-01T10:00:00Z', active_at = '2026-01-01T10:00:00Z'")
                .update();
        for (var view : List.of(View.FOR_ME, View.COMPANY)) {
            var read = new ArrayList<PostId>();
            var cursor = Cursor.NEWEST;
            while (cursor != null) {
                var slice = read(priya, view, cursor, 5);
                slice.items().forEach(item -> read.add(item.post().id()));
                cursor = slice.next();
            }
            assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @Test
    void whatCameSinceTheLastVisitStaysMarkedForAVisit() {
        following.follow(priya, lucia.id());
        visits.begin(priya, View.FOR_ME);
        visits.forget();
        jdbc.sql("update feed_visit set seen_at = now() - interval '1 hour'").update();
        posts.publish(lucia, null, "New");
        posts.publish(priya, null, "My own");

        assertThat(unread()).containsExactly("New");
        visits.begin(priya, View.FOR_ME);
        assertThat(unread()).containsExactly("New");
        visits.forget();
        visits.begin(priya, View.FOR_ME);
        assertThat(unread()).containsExactly("New");
        jdbc.sql("update feed_visit set seen_at = seen_at - interval '31 minutes'")
                .update();
        jdbc.sql("update post set published_at = published_at - interval '1 hour'")
                .update();
        visits.forget();
        assertThat(unread()).isEmpty();
    }

    @Test
    void countsWhatWaitsAboveAViewButNotMyOwn() {
        following.follow(priya, lucia.id());
        var shown = java.time.Instant.now().minusSeconds(60);
        posts.publish(lucia, null, "One");
        posts.publish(priya, null, "My own");
        posts.publish(bruno, null, "Nothing to me");

        assertThat(feed.waiting(priya, View.FOLLOWING, shown)).isEqualTo(1);
        assertThat(feed.waiting(priya, View.COMPANY, shown)).isEqualTo(2);
        assertThat(feed.waiting(priya, View.COMPANY, java.time.Instant.now().plusSeconds(60)))
                .isZero();
    }

    @Test
    void newcomersBeginWithWhatTheAdministratorChoseOnce() {
        var welcome = community("Welcome", "open");
        var agent = Agent.onPage(cast.nadia().id());
        start.add(agent, welcome);
        start.add(agent, lucia.id());
        start.add(agent, lucia.id());

        var newcomer = cast.person("Nora Lang", PersonKind.EMPLOYEE);
        changed(newcomer);

        await().untilAsserted(() -> {
            assertThat(communities.find(newcomer, welcome).joined()).isTrue();
            assertThat(following
                            .followed(newcomer, newcomer.id(), Cursor.NEWEST, 10)
                            .items())
                    .extracting(card -> card.id())
                    .containsExactly(lucia.id());
        });
        memberships.leave(newcomer, welcome);
        changed(newcomer);
        var witness = cast.person("Otto Kern", PersonKind.EMPLOYEE);
        changed(witness);
        await().untilAsserted(() ->
                assertThat(communities.find(witness, welcome).joined()).isTrue());
        assertThat(communities.find(newcomer, welcome).joined()).isFalse();
    }

    @Test
    void suggestsOpenCommunitiesOfMySiteThatIAmNotIn() {
        works(priya, "Pune", null);
        works(bruno, "Pune", null);
        var open = community("Pumps", "open");
        community("The board", "invitation");
        var joined = community("Valves", "open");
        memberships.enter(priya, joined);

        assertThat(suggestions.of(priya)).extracting(Suggestion::href).containsExactly("/communities/" + open);
        assertThat(suggestions.of(lucia)).isEmpty();
    }

    private void changed(Viewer person) {
        transaction.executeWithoutResult(status -> journal.append(Activity.byTheNetwork()
                .update(Reference.to("person", person.id().value()))
                .quietly()));
    }

    private List<String> unread() {
        return read(priya, View.FOR_ME, Cursor.NEWEST, 20).items().stream()
                .filter(FeedItem::unread)
                .map(item -> item.post().text())
                .toList();
    }

    private List<PostId> ids(Viewer viewer, View view) {
        return read(viewer, view, Cursor.NEWEST, 20).items().stream()
                .map(item -> item.post().id())
                .toList();
    }

    private Viewer gone(String name) {
        return cast.person(name, PersonKind.EMPLOYEE);
    }

    private void works(
            Viewer viewer,
            @org.jspecify.annotations.Nullable String site,
            @org.jspecify.annotations.Nullable String department) {
        jdbc.sql("update person set site = :site, department = :department where id = :id")
                .param("site", site)
                .param("department", department)
                .param("id", viewer.id().value())
                .update();
    }

    private CommunityId community(String name, String access) {
        return communities.create(
                bruno,
                new CommunityForm(name, "What for", "business", access, !access.equals("invitation"), null, null));
    }

    // A node that has nothing in memory shows the same.
    private Slice<FeedItem> read(Viewer viewer, View view, Cursor after, int limit) {
        var nothing = new LatestPosts(jdbc, lag);
        var asked = new Feed(jdbc, nothing, interests, visits, posts, whole).read(viewer, view, after, limit);
        var known = feed.read(viewer, view, after, limit);
        assertThat(known.next()).isEqualTo(asked.next());
        assertThat(known.items().stream().map(FeedTests::shown))
                .containsExactlyElementsOf(
                        asked.items().stream().map(FeedTests::shown).toList());
        return known;
    }

    private static List<Object> shown(FeedItem item) {
        return List.of(item.post().id(), item.reasons(), item.unread());
    }
}
