package org.parvis.demo;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.PostId;
import org.parvis.conversation.PostKind;
import org.parvis.conversation.PostKinds;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Submission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What people of the demo company praise each other for. */
@Component
class Laurels {

    private final Posts posts;
    private final PostKinds kinds;
    private final JdbcClient jdbc;
    private final Clock clock;

    Laurels(Posts posts, PostKinds kinds, JdbcClient jdbc, Clock clock) {
        this.posts = posts;
        this.kinds = kinds;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Unless they have been given before. */
    void give(Map<String, Colleague> everybody, Map<String, Group> groups) {
        for (var script : Script.entries("praise.yaml")) {
            var text = Script.text(script, "text");
            if (!isGiven(text)) {
                var author = Objects.requireNonNull(everybody.get(Script.text(script, "by")));
                var form = form(everybody, groups, script);
                moments(
                        posts.publish(
                                author.viewer(), place(groups, script), submission(kinds.of("praise"), form, text)),
                        author);
            }
        }
    }

    private LinkedMultiValueMap<String, String> form(
            Map<String, Colleague> everybody, Map<String, Group> groups, Map<String, Object> script) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("value", value(Script.text(script, "value")));
        if (script.containsKey("community")) {
            var praised = Objects.requireNonNull(groups.get(Script.text(script, "community")));
            form.add("praised", praised.id().toString());
        } else {
            Script.texts(script, "to")
                    .forEach(person -> form.add(
                            "people",
                            Objects.requireNonNull(everybody.get(person)).id().toString()));
        }
        return form;
    }

    private String value(String name) {
        return jdbc.sql("select id::text from praise_value where names ->> 'fr' = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private static @Nullable CommunityId place(Map<String, Group> groups, Map<String, Object> script) {
        return script.containsKey("in")
                ? Objects.requireNonNull(groups.get(Script.text(script, "in"))).id()
                : null;
    }

    private static <D> Submission<D> submission(
            PostKind<D> kind, LinkedMultiValueMap<String, String> form, String text) {
        return new Submission<>(kind, null, text, List.of(), kind.typed(form));
    }

    // When people are at work, whatever the day on which the demo is tried.
    private void moments(PostId id, Colleague author) {
        jdbc.sql("update post set published_at = :at, active_at = :at where id = :id")
                .param("at", utc(new Moments(clock.instant()).lastVisit(author.zone())))
                .param("id", id.value())
                .update();
    }

    private boolean isGiven(String text) {
        return jdbc.sql("select exists (select from post where kind = 'praise' and text = :text)")
                .param("text", text)
                .query(Boolean.class)
                .single();
    }
}
