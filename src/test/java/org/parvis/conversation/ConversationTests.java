package org.parvis.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@ParvisTest
class ConversationTests {

    @Autowired
    Posts posts;

    @Autowired
    Comments comments;

    @Autowired
    Reactions reactions;

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
    Viewer lucia;

    @BeforeEach
    void people() {
        bruno = cast.bruno();
        priya = cast.priya();
        lucia = cast.lucia();
    }

    @Test
    void aWallIsReadByEveryEmployeeAndByNoGuest() {
        var id = posts.publish(bruno, null, "The pump **runs** again.");

        assertThat(posts.find(priya, id).html()).contains("<strong>runs</strong>");
        assertThatThrownBy(() -> posts.find(cast.gil(), id)).isInstanceOf(NotFound.class);
    }

    @Test
    void whatStandsInARequestCommunityIsReadByItsMembers() {
        var quality = community("request");
        var id = posts.publish(bruno, quality, "Only for us");
        var comment = comments.add(bruno, id, null, "Indeed");

        assertThatThrownBy(() -> posts.find(priya, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> comments.find(priya, comment)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> comments.add(priya, id, null, "Me too")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> reactions.put(priya, comment, Reaction.LIKE)).isInstanceOf(NotFound.class);
        assertThat(posts.byPerson(priya, bruno.id().value(), Cursor.NEWEST, 20).items())
                .extracting(Post::id)
                .doesNotContain(id);

        memberships.put(bruno, quality, priya.id(), org.parvis.communities.Standing.MEMBER);

        assertThat(posts.find(priya, id).text()).isEqualTo("Only for us");
        memberships.leave(priya, quality);
        assertThatThrownBy(() -> posts.find(priya, id)).isInstanceOf(NotFound.class);
    }

    @Test
    void anOpenCommunityIsReadByAllAndWrittenInByItsMembers() {
        var pumps = community("open");
        var id = posts.publish(bruno, pumps, "Who has a spare seal?");

        assertThat(posts.find(priya, id).mayComment(priya)).isFalse();
        assertThatThrownBy(() -> comments.add(priya, id, null, "I do")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> posts.publish(priya, pumps, "Hello")).isInstanceOf(Forbidden.class);

        memberships.enter(priya, pumps);
        comments.add(priya, id, null, "I do");

        assertThat(posts.find(bruno, id).comments()).isEqualTo(1);
    }

    @Test
    void aThreadHasOneLevelOfReplies() {
        var post = posts.publish(bruno, null, "How do you store seals?");
        var first = comments.add(priya, post, null, "Flat.");
        var reply = comments.add(lucia, post, first, "And dry.");
        comments.add(bruno, post, reply, "Thanks both.");

        var thread = comments.thread(bruno, post, Cursor.NEWEST, 20).items();

        assertThat(thread).hasSize(1);
        assertThat(thread.getFirst().replies()).extracting(Comment::text).containsExactly("And dry.", "Thanks both.");
        assertThat(thread.getFirst().moreReplies()).isZero();
    }

    @Test
    void aRemovedCommentKeepsThePlaceOfItsAnswers() {
        var post = posts.publish(bruno, null, "How do you store seals?");
        var first = comments.add(priya, post, null, "Secret wording");
        comments.add(lucia, post, first, "And dry.");

        comments.delete(priya, first, null);

        var removed = comments.thread(bruno, post, Cursor.NEWEST, 20).items().getFirst();
        assertThat(removed.removed()).isTrue();
        assertThat(removed.removedByAuthor()).isTrue();
        assertThat(removed.text() + removed.html()).doesNotContain("Secret");
        assertThat(removed.replies()).hasSize(1);
        assertThat(comments.of(bruno, post, null, 20).items())
                .extracting(Comment::text)
                .containsExactly("And dry.");
    }

    @Test
    void eachPersonReactsOnceInEachWay() {
        var post = posts.publish(bruno, null, "Done.");

        reactions.put(priya, post, Reaction.BRAVO);
        reactions.put(priya, post, Reaction.BRAVO);
        reactions.put(priya, post, Reaction.THANKS);
        reactions.put(lucia, post, Reaction.BRAVO);

        assertThat(posts.find(priya, post).reactions().of(Reaction.BRAVO)).isEqualTo(2);
        assertThat(posts.find(priya, post).reactions().mine())
                .containsExactlyInAnyOrder(Reaction.BRAVO, Reaction.THANKS);
        assertThat(posts.find(bruno, post).reactions().mine()).isEmpty();
        assertThat(reactions.of(bruno, post, Cursor.NEWEST, 20).items()).hasSize(3);
        reactions.delete(priya, post, Reaction.BRAVO);
        assertThat(posts.find(priya, post).reactions().total()).isEqualTo(2);
    }

    @Test
    void whoReactedIsPagedWithoutLoss() {
        var post = posts.publish(bruno, null, "Done.");
        for (var kind : Reaction.values()) {
            reactions.put(priya, post, kind);
        }

        var first = reactions.of(bruno, post, Cursor.NEWEST, 4);
        var rest = reactions.of(bruno, post, Cursor.of(String.valueOf(first.next())), 4);

        assertThat(first.items()).hasSize(4);
        assertThat(rest.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
    }

    @Test
    void onlyPeopleWhoMayReadAreMentioned() {
        var quality = community("request");

        var hidden = posts.publish(bruno, quality, "Ask @[Priya Nair](person:%s)".formatted(priya.id()));
        var open = posts.publish(bruno, null, "Ask @[Somebody](person:%s)".formatted(priya.id()));

        assertThat(posts.find(bruno, hidden).html()).doesNotContain("href=\"/people/");
        assertThat(posts.find(bruno, open).html()).contains("/people/" + priya.id(), "Priya Nair");
    }

    @Test
    void aGuestLearnsNobodysNameByMentioningNumbers() {
        var pumps = community("open");
        var gil = cast.gil();
        invite(gil, pumps);
        var typed = "Who is @[1](person:%s)? Not @[2](person:%s).".formatted(priya.id(), bruno.id());

        var post = posts.publish(gil, pumps, "First words");
        posts.edit(gil, post, typed);
        var comment = comments.add(gil, post, null, typed);

        assertThat(posts.find(gil, post).html()).contains("Bruno Tessier").doesNotContain("Priya");
        assertThat(comments.find(gil, comment).html()).contains("Bruno Tessier").doesNotContain("Priya");
    }

    private void invite(Viewer guest, CommunityId community) {
        jdbc.sql("insert into membership values (:community, :guest, 'member', now(), :guest)")
                .param("community", community.value())
                .param("guest", guest.id().value())
                .update();
    }

    @Test
    void editingKeepsTheEarlierWordingForTheAuthorAndOwners() {
        var pumps = community("open");
        memberships.enter(priya, pumps);
        memberships.enter(lucia, pumps);
        var id = posts.publish(priya, pumps, "28 Nm");

        posts.edit(priya, id, "32 Nm");

        assertThat(posts.find(lucia, id).edited()).isTrue();
        assertThat(posts.history(priya, id, Cursor.NEWEST, 20).items())
                .extracting(Version::text)
                .containsExactly("28 Nm");
        assertThat(posts.history(bruno, id, Cursor.NEWEST, 20).items()).hasSize(1);
        assertThatThrownBy(() -> posts.history(lucia, id, Cursor.NEWEST, 20)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> posts.edit(bruno, id, "0 Nm")).isInstanceOf(Forbidden.class);
    }

    @Test
    void ownersTakePostsAwayAndOthersDoNot() {
        var pumps = community("open");
        memberships.enter(priya, pumps);
        memberships.enter(lucia, pumps);
        var id = posts.publish(priya, pumps, "Off topic");

        assertThatThrownBy(() -> posts.delete(lucia, id, null)).isInstanceOf(Forbidden.class);
        posts.delete(bruno, id, "It belongs elsewhere.");

        assertThatThrownBy(() -> posts.find(priya, id)).isInstanceOf(NotFound.class);
    }

    @Test
    void anArchivedCommunityIsOnlyRead() {
        var pumps = community("open");
        var id = posts.publish(bruno, pumps, "Last words");
        var comment = comments.add(bruno, id, null, "Indeed");
        reactions.put(bruno, id, Reaction.LIKE);
        reactions.put(bruno, comment, Reaction.LIKE);
        communities.archive(bruno, pumps, true);

        assertThat(posts.find(priya, id).text()).isEqualTo("Last words");
        assertThat(comments.find(priya, comment).text()).isEqualTo("Indeed");
        assertThat(reactions.of(priya, id, Cursor.NEWEST, 20).items()).hasSize(1);
        Stream.<ThrowingCallable>of(
                        () -> posts.publish(bruno, pumps, "More"),
                        () -> posts.edit(bruno, id, "More"),
                        () -> posts.delete(bruno, id, null),
                        () -> comments.add(bruno, id, null, "More"),
                        () -> comments.add(bruno, id, comment, "More"),
                        () -> comments.edit(bruno, comment, "More"),
                        () -> comments.delete(bruno, comment, null),
                        () -> reactions.put(bruno, id, Reaction.SAD),
                        () -> reactions.delete(bruno, id, Reaction.LIKE),
                        () -> reactions.put(bruno, comment, Reaction.SAD),
                        () -> reactions.delete(bruno, comment, Reaction.LIKE))
                .forEach(write -> assertThatThrownBy(write).isInstanceOf(Forbidden.class));
    }

    @Test
    void whereOwnersPostAllMembersComment() {
        var news = communities.create(
                bruno, new CommunityForm("News", "What for", "business", "open", true, "owners", null));
        memberships.enter(priya, news);
        var id = posts.publish(bruno, news, "From Monday on");

        assertThatThrownBy(() -> posts.publish(priya, news, "Me too")).isInstanceOf(Forbidden.class);
        comments.add(priya, id, null, "Until when?");

        assertThat(posts.find(priya, id).comments()).isOne();
    }

    @Test
    void whoMayWriteThereNoLongerRewordsNothing() {
        var pumps = community("open");
        memberships.enter(priya, pumps);
        var id = posts.publish(priya, pumps, "28 Nm");
        var comment = comments.add(priya, id, null, "Or 30");
        memberships.leave(priya, pumps);

        assertThatThrownBy(() -> posts.edit(priya, id, "32 Nm")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> comments.edit(priya, comment, "32")).isInstanceOf(Forbidden.class);

        comments.delete(priya, comment, null);
        posts.delete(priya, id, null);
        assertThatThrownBy(() -> posts.find(bruno, id)).isInstanceOf(NotFound.class);
    }

    @Test
    void takingAwayWhatIsGoneIsDoneAlreadyAndToldOnce() {
        var quality = community("request");
        memberships.put(bruno, quality, priya.id(), org.parvis.communities.Standing.MEMBER);
        memberships.put(bruno, quality, lucia.id(), org.parvis.communities.Standing.MEMBER);
        var id = posts.publish(priya, quality, "Off topic");
        var comment = comments.add(priya, id, null, "Indeed");

        comments.delete(bruno, comment, "Indeed.");
        comments.delete(priya, comment, null);
        assertThatThrownBy(() -> comments.delete(lucia, comment, null)).isInstanceOf(NotFound.class);
        posts.delete(priya, id, null);
        posts.delete(bruno, id, "It belongs elsewhere.");
        assertThatThrownBy(() -> posts.delete(lucia, id, null)).isInstanceOf(NotFound.class);

        assertThat(jdbc.sql(
                                "select count(*) from journal where verb = 'delete' and object_kind = 'post' and object_id = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .isOne();
        memberships.remove(bruno, quality, priya.id());
        assertThatThrownBy(() -> posts.delete(priya, id, null)).isInstanceOf(NotFound.class);
    }

    @Test
    void twoWhoRewordAtOnceLoseNoWording() throws Exception {
        var id = posts.publish(bruno, null, "0");

        try (var both = Executors.newFixedThreadPool(4)) {
            for (var done : both.invokeAll(IntStream.rangeClosed(1, 8)
                    .<Callable<Object>>mapToObj(number -> () -> {
                        posts.edit(bruno, id, "wording " + number);
                        return number;
                    })
                    .toList())) {
                done.get();
            }
        }

        assertThat(Stream.concat(
                        Stream.of(posts.find(bruno, id).text()),
                        posts.history(bruno, id, Cursor.NEWEST, 20).items().stream()
                                .map(Version::text)))
                .hasSize(9)
                .doesNotHaveDuplicates();
    }

    @Test
    void aTextKnowsItsLanguageWhereItsWordsTell() {
        var french = posts.publish(bruno, null, "La pompe est en marche et nous avons une garniture pour vous.");
        var open = posts.publish(bruno, null, "VA-320");

        assertThat(posts.find(priya, french).language()).isEqualTo("fr");
        assertThat(posts.find(priya, open).language()).isNull();
        posts.edit(bruno, french, "The pump is running and we have a seal for you.");
        assertThat(posts.find(priya, french).language()).isEqualTo("en");
    }

    @Test
    void aTextHasLimits() {
        assertThatThrownBy(() -> posts.publish(bruno, null, " \n ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> posts.publish(bruno, null, "x".repeat(40_001))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> posts.publish(bruno, null, "a\0b")).isInstanceOf(Invalid.class);
        var longest = posts.publish(bruno, null, "🦭".repeat(40_000));
        assertThat(posts.find(bruno, longest).text()).hasSize(80_000);
    }

    @Test
    void aCommentBringsItsPostBackToTheTop() {
        var pumps = community("open");
        var older = posts.publish(bruno, pumps, "Older");
        var newer = posts.publish(bruno, pumps, "Newer");

        comments.add(bruno, older, null, "Still true");

        assertThat(posts.inCommunity(priya, pumps, Cursor.NEWEST, 20).items())
                .extracting(Post::id)
                .containsExactly(older, newer);
    }

    private CommunityId community(@Nullable String access) {
        return communities.create(
                bruno, new CommunityForm("A place", "What for", "business", access, true, null, null));
    }
}
