package org.parvis.demo;

import static org.parvis.platform.time.Times.utc;

import org.parvis.communities.CommunityId;
import org.parvis.conversation.PostId;
import org.parvis.conversation.PostKind;
import org.parvis.conversation.PostKinds;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Submission;
import org.parvis.polls.Poll;
import org.parvis.polls.Polls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The polls of the demo company, still running, with votes of colleagues. */
@Component
class Ballots {

    private static final int EVERY = 7;

    private final Posts posts;
    private final PostKinds kinds;
    private final Polls polls;
    private final JdbcClient jdbc;
    private final Clock clock;

    Ballots(Posts posts, PostKinds kinds, Polls polls, JdbcClient jdbc, Clock clock) {
        this.clock = clock;
        this.posts = posts;
        this.kinds = kinds;
        this.polls = polls;
        this.jdbc = jdbc;
    }

    /** Unless they have been called before. */
    void call(Map<String, Colleague> everybody, Map<String, Group> groups) {
        for (var script : Script.entries("polls.yaml")) {
            var text = Script.text(script, "text");
            if (isCalled(text)) {
                continue;
            }
            var author = Objects.requireNonNull(everybody.get(Script.text(script, "by")));
            var community = Objects.requireNonNull(groups.get(Script.text(script, "in")))
                    .id();
            var id = posts.publish(author.viewer(), community, submission(kinds.of("poll"), script, text));
            moments(id, author);
            var choices = polls.find(author.viewer(), id).choices().stream()
                    .map(Poll.Choice::id)
                    .toList();
            var turn = 0;
            for (var voter : everybody.values()) {
                if (voter.id().value() % EVERY == 3 && isMember(voter, community)) {
                    polls.vote(voter.viewer(), id, Set.of(choices.get(turn * turn % choices.size())));
                    turn++;
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <D> Submission<D> submission(PostKind<D> kind, Map<String, Object> script, String text) {
        var form = new LinkedMultiValueMap<String, String>();
        form.put("options", (List<String>) Objects.requireNonNull(script.get("options")));
        if (Boolean.TRUE.equals(script.get("secret"))) {
            form.add("secret", "true");
        }
        return new Submission<>(kind, null, text, List.of(), kind.typed(form));
    }

    // When people are at work, whatever the day on which the demo is tried.
    private void moments(PostId id, Colleague author) {
        jdbc.sql("update post set published_at = :at, active_at = :at where id = :id")
                .param("at", utc(new Moments(clock.instant()).lastVisit(author.zone())))
                .param("id", id.value())
                .update();
    }

    private boolean isCalled(String text) {
        return jdbc.sql("select exists (select from post where kind = 'poll' and text = :text)")
                .param("text", text)
                .query(Boolean.class)
                .single();
    }

    private boolean isMember(Colleague voter, CommunityId community) {
        return jdbc.sql(
                        "select exists (select from membership where community_id = :community and person_id = :person)")
                .param("community", community.value())
                .param("person", voter.id().value())
                .query(Boolean.class)
                .single();
    }
}
