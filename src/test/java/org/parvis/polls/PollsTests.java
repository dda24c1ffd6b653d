package org.parvis.polls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parvis.testing.Cast.as;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Submission;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Turbo;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

@ParvisTest
class PollsTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

    @Autowired
    PollKind kind;

    @Autowired
    Polls polls;

    @Autowired
    Communities communities;

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
    void oneChoiceWhichMayBeChangedUntilTheEnd() {
        var poll = publish(new PollDraft(List.of("Blue", "Green"), null, null, null, null, null));
        polls.vote(priya, poll, choices(poll, 0));
        polls.vote(priya, poll, choices(poll, 0));
        polls.vote(lucia, poll, choices(poll, 0));
        assertThat(votes(priya, poll)).containsExactly(2L, 0L);

        polls.vote(priya, poll, choices(poll, 1));
        assertThat(votes(priya, poll)).containsExactly(1L, 1L);
        assertThat(polls.find(priya, poll).voters()).isEqualTo(2);
        assertThat(names(poll, 1)).containsExactly("Priya Nair");

        polls.vote(priya, poll, Set.of());
        assertThat(polls.find(lucia, poll).voters()).isEqualTo(1);
        assertThat(votes(lucia, poll)).containsExactly(1L, 0L);

        end(poll);
        assertThatThrownBy(() -> polls.vote(priya, poll, choices(poll, 0))).isInstanceOf(Conflict.class);
        assertThat(votes(priya, poll)).containsExactly(1L, 0L);
    }

    @Test
    void severalChoicesWhereTheAuthorSaysSo() {
        var one = publish(new PollDraft(List.of("Blue", "Green"), null, null, null, null, null));
        assertThatThrownBy(() -> polls.vote(priya, one, choices(one, 0, 1))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> polls.vote(priya, one, Set.of(99999999L))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> polls.vote(priya, one, Set.of())).isInstanceOf(Invalid.class);

        var several = publish(new PollDraft(List.of("Blue", "Green", "Red"), true, null, null, null, null));
        polls.vote(priya, several, choices(several, 0, 2));
        assertThat(votes(priya, several)).containsExactly(1L, 0L, 1L);
        assertThat(polls.find(priya, several).voters()).isEqualTo(1);
    }

    @Test
    void nobodySeesResultsBeforeTheyHaveVoted() {
        var poll = publish(new PollDraft(List.of("Blue", "Green"), null, null, null, null, null));
        polls.vote(priya, poll, choices(poll, 0));
        assertThat(polls.find(lucia, poll).counted()).isFalse();
        assertThatThrownBy(() -> polls.voters(lucia, poll, option(poll, 0), Cursor.NEWEST, 20))
                .isInstanceOf(NotFound.class);
        polls.vote(lucia, poll, choices(poll, 1));
        assertThat(votes(lucia, poll)).containsExactly(1L, 1L);

        var later = publish(new PollDraft(List.of("Blue", "Green"), null, null, true, null, null));
        polls.vote(priya, later, choices(later, 0));
        assertThat(polls.find(priya, later).counted()).isFalse();
        end(later);
        assertThat(votes(lucia, later)).containsExactly(1L, 0L);
    }

    @Test
    void aSecretVoteIsWrittenNowhere() {
        var poll = publish(new PollDraft(List.of("Blue", "Green"), null, true, null, null, null));
        polls.vote(priya, poll, choices(poll, 1));

        assertThat(count("select count(*) from poll_vote v join poll_option o on o.id = v.option_id where o.post_id = "
                        + poll))
                .isZero();
        assertThat(count("select count(*) from poll_voter where post_id = " + poll))
                .isEqualTo(1);
        assertThat(jdbc.sql("select column_name from information_schema.columns where table_name = 'poll_voter'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("post_id", "person_id");
        assertThat(count("select count(*) from journal where actor = " + priya.id() + " and (object_id = " + poll
                        + " and object_kind in ('poll', 'post') or target_id = " + poll + " and target_kind = 'post')"))
                .isZero();
        assertThatThrownBy(() -> polls.vote(priya, poll, choices(poll, 0))).isInstanceOf(Conflict.class);
        assertThat(polls.find(priya, poll).choices()).noneMatch(Poll.Choice::mine);
        assertThat(polls.find(priya, poll).counted()).isFalse();
        assertThat(polls.find(bruno, poll).counted()).isFalse();
    }

    @Test
    void secretSumsComeAtTheEndFromFiveVotesOn() {
        var poll = publish(new PollDraft(List.of("Blue", "Green"), null, true, null, null, null));
        var voters = IntStream.rangeClosed(1, 5)
                .mapToObj(n -> cast.person("Voter " + poll + n, PersonKind.EMPLOYEE))
                .toList();
        voters.subList(0, 4).forEach(voter -> polls.vote(voter, poll, choices(poll, 0)));
        end(poll);
        assertThat(polls.find(priya, poll).counted()).isFalse();

        jdbc.sql("update poll set ends_at = now() + interval '1 hour'").update();
        polls.vote(voters.getLast(), poll, choices(poll, 1));
        assertThat(polls.find(voters.getLast(), poll).counted()).isFalse();
        end(poll);
        assertThat(votes(priya, poll)).containsExactly(4L, 1L);
        assertThatThrownBy(() -> polls.voters(priya, poll, option(poll, 0), Cursor.NEWEST, 20))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void twoVotesAtOnceAreOne() throws Exception {
        var poll = publish(new PollDraft(List.of("Blue", "Green"), null, true, null, null, null));
        try (var both = Executors.newFixedThreadPool(8)) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(n -> both.submit(() -> {
                        try {
                            polls.vote(priya, poll, choices(poll, n % 2));
                            return 1;
                        } catch (Conflict second) {
                            return 0;
                        }
                    }))
                    .toList();
            var counted = 0;
            for (var answer : answers) {
                counted += answer.get();
            }
            assertThat(counted).isEqualTo(1);
        }
        assertThat(count("select sum(votes) from poll_option where post_id = " + poll))
                .isEqualTo(1);
    }

    @Test
    void votersAddChoicesWhereTheyMay() {
        var fixed = publish(new PollDraft(List.of("Blue", "Green"), null, null, null, null, null));
        assertThatThrownBy(() -> polls.add(priya, fixed, "Red")).isInstanceOf(Forbidden.class);

        var poll = publish(new PollDraft(List.of("Blue", "Green"), null, null, null, true, null));
        var red = polls.add(priya, poll, " Red ");
        assertThat(polls.add(lucia, poll, "red")).isEqualTo(red);
        polls.vote(lucia, poll, Set.of(red));
        assertThat(votes(lucia, poll)).containsExactly(0L, 0L, 1L);
        assertThatThrownBy(() -> polls.add(priya, poll, "  ")).isInstanceOf(Invalid.class);
        IntStream.range(3, Poll.MOST).forEach(n -> polls.add(priya, poll, "Choice " + n));
        assertThatThrownBy(() -> polls.add(priya, poll, "One too many")).isInstanceOf(Invalid.class);
    }

    @Test
    void whoOnlyReadsSeesResultsAndDoesNotVote() {
        var place = communities.create(
                bruno, new CommunityForm("Pumps", "All about pumps", "business", "open", true, null, null));
        var poll = publish(place, new PollDraft(List.of("Blue", "Green"), null, null, null, null, null));
        polls.vote(bruno, poll, choices(poll, 0));
        assertThat(votes(priya, poll)).containsExactly(1L, 0L);
        assertThatThrownBy(() -> polls.vote(priya, poll, choices(poll, 0))).isInstanceOf(Forbidden.class);
    }

    @Test
    void whatIsNoPollIsRefusedAndNothingIsPublished() {
        var before = count("select count(*) from post");
        for (var wrong : List.of(
                draft(null, null),
                draft(List.of("Blue"), null),
                draft(List.of("Blue", "  "), null),
                draft(List.of("Blue", "blue"), null),
                draft(IntStream.range(0, 11).mapToObj(n -> "Choice " + n).toList(), null),
                draft(List.of("Blue", "x".repeat(201)), null),
                draft(List.of("Blue", "Green"), Instant.now().minusSeconds(60)),
                draft(List.of("Blue", "Green"), Instant.now().plus(Duration.ofDays(400))))) {
            assertThatThrownBy(() -> publish(wrong)).isInstanceOf(Invalid.class);
        }
        assertThat(count("select count(*) from post")).isEqualTo(before);
    }

    @Test
    void theFormKeepsWhatWasTypedAndGivesOneMoreLine() {
        assertThat(browser.post()
                        .uri("/posts")
                        .with(as(bruno))
                        .param("kind", "poll")
                        .param("text", "Which colour?")
                        .param("options", "Only one")
                        .param("secret", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("Give at least two choices.", "Only one", "Which colour?")
                .containsPattern("name=\"secret\" value=\"true\"[^>]* checked");
        assertThat(browser.post()
                        .uri("/posts/form?more=true")
                        .with(as(bruno))
                        .accept(Turbo.STREAM, "text/html")
                        .param("turn", "poll")
                        .param("text", "Which colour?")
                        .param("options", "Blue", "Green"))
                .hasStatusOk()
                .bodyText()
                .contains("target=\"composer\"", "Blue", "Green", "Choice 3")
                .doesNotContain("Choice 4");
    }

    @Test
    void itsAnswersComeInPlaceOrOnThePost() {
        var poll = publish(new PollDraft(List.of("Blue", "Green"), null, null, null, true, null));
        var vote = "/posts/" + poll + "/poll/vote";
        var blue = String.valueOf(option(poll, 0));
        assertThat(browser.put().uri(vote).with(as(priya)).param("options", blue))
                .hasStatus(303)
                .hasRedirectedUrl("/posts/" + poll);
        assertThat(browser.put().uri(vote).with(as(priya))).hasStatus(303);
        assertThat(browser.put().uri(vote).with(as(lucia)))
                .hasStatus(422)
                .bodyText()
                .contains("Take a choice.");
        assertThat(browser.put()
                        .uri(vote)
                        .with(as(lucia))
                        .accept(Turbo.STREAM, "text/html")
                        .param("options", blue))
                .hasStatusOk()
                .bodyText()
                .contains("post_" + poll + "_poll", "your choice", "100%");
        assertThat(browser.get().uri("/posts/" + poll + "/poll/options/" + blue).with(as(lucia)))
                .hasStatusOk()
                .bodyText()
                .contains("Lucía Moreno");
        end(poll);
        assertThat(browser.put()
                        .uri(vote)
                        .with(as(lucia))
                        .accept(Turbo.STREAM, "text/html")
                        .param("options", String.valueOf(option(poll, 1))))
                .hasStatusOk()
                .bodyText()
                .contains("The poll is closed. Your vote was not counted.");
    }

    @Test
    void programsPublishAndVote() {
        assertThat(browser.post()
                        .uri("/api/v1/posts")
                        .with(as(bruno))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"kind": "poll", "text": "Which?", "poll": {"options": ["A", "B"], "multiple": true,
                                 "secret": false, "endsAt": "%s"}}
                                """.formatted(Instant.now().plus(Duration.ofDays(2)))))
                .hasStatus(201)
                .bodyJson()
                .hasPathSatisfying("$.kind", path -> assertThat(path).isEqualTo("poll"))
                .hasPathSatisfying(
                        "$.poll.options[1].text", path -> assertThat(path).isEqualTo("B"))
                .hasPathSatisfying(
                        "$.poll.options[1].votes", path -> assertThat(path).isNull());
        var poll = new PostId(count("select max(id) from post"));
        assertThat(browser.put()
                        .uri("/api/v1/polls/" + poll + "/vote")
                        .with(as(priya))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"options\": [\"" + option(poll, 1) + "\"]}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.options[1].votes", path -> assertThat(path).isEqualTo(1))
                .hasPathSatisfying("$.voted", path -> assertThat(path).isEqualTo(true));
        assertThat(browser.get()
                        .uri("/api/v1/polls/" + poll + "/options/" + option(poll, 1) + "/voters")
                        .with(as(priya)))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.items[0].person.name", path -> assertThat(path).isEqualTo("Priya Nair"));
        assertThat(browser.post()
                        .uri("/api/v1/posts")
                        .with(as(bruno))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\": \"wish\", \"text\": \"Which?\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("\"kind\"");
        assertThat(browser.post()
                        .uri("/api/v1/posts")
                        .with(as(bruno))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\": \"poll\", \"text\": \"Which?\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("options");
    }

    private static PollDraft draft(@Nullable List<String> options, @Nullable Instant end) {
        return new PollDraft(
                options == null ? null : new ArrayList<@Nullable String>(options), null, null, null, null, end);
    }

    private PostId publish(PollDraft draft) {
        return publish(null, draft);
    }

    private PostId publish(@Nullable CommunityId place, PollDraft draft) {
        return posts.publish(bruno, place, new Submission<>(kind, null, "Which colour?", List.of(), draft));
    }

    private long option(PostId poll, int position) {
        return polls.find(bruno, poll).choices().get(position).id();
    }

    private Set<Long> choices(PostId poll, int... positions) {
        return IntStream.of(positions)
                .mapToObj(position -> option(poll, position))
                .collect(java.util.stream.Collectors.toSet());
    }

    private List<@Nullable Long> votes(Viewer viewer, PostId poll) {
        var votes = new ArrayList<@Nullable Long>();
        polls.find(viewer, poll).choices().forEach(choice -> votes.add(choice.votes()));
        return votes;
    }

    private List<String> names(PostId poll, int position) {
        return polls.voters(priya, poll, option(poll, position), Cursor.NEWEST, 20).items().stream()
                .map(voter -> voter.person().name())
                .toList();
    }

    private void end(PostId poll) {
        jdbc.sql("update poll set ends_at = now() - interval '1 minute' where post_id = :poll")
                .param("poll", poll.value())
                .update();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
