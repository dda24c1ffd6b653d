package org.parvis.demo;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.announcements.Announcements;
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

/** What is announced in the demo company, by its editor; many of those who are asked have confirmed it. */
@Component
class Notices {

    private final Posts posts;
    private final PostKinds kinds;
    private final Announcements announcements;
    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(Posts posts, PostKinds kinds, Announcements announcements, JdbcClient jdbc, Clock clock) {
        this.posts = posts;
        this.kinds = kinds;
        this.announcements = announcements;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Unless they have been posted before; the visitor has read none yet. */
    void post(Map<String, Colleague> everybody, Map<String, Group> groups, Colleague visitor) {
        for (var script : Script.entries("announcements.yaml")) {
            var author = Objects.requireNonNull(everybody.get(Script.text(script, "by")));
            appoint(author);
            if (!isPosted(Script.text(script, "title"))) {
                var id = posts.publish(
                        author.viewer(), place(groups, script), submission(kinds.of("announcement"), script));
                moments(id, author);
                confirm(id, everybody, visitor, ((Number) script.getOrDefault("confirmed", 0)).intValue());
            }
        }
    }

    private void appoint(Colleague editor) {
        jdbc.sql("""
                insert into network_role (person_id, role, granted_at) values (:person, 'editor', :now)
                on conflict do nothing
                """)
                .param("person", editor.id().value())
                .param("now", utc(clock.instant()))
                .update();
    }

    private static @Nullable CommunityId place(Map<String, Group> groups, Map<String, Object> script) {
        return script.containsKey("in")
                ? Objects.requireNonNull(groups.get(Script.text(script, "in"))).id()
                : null;
    }

    private static <D> Submission<D> submission(PostKind<D> kind, Map<String, Object> script) {
        var form = new LinkedMultiValueMap<String, String>();
        form.put("countries", Script.texts(script, "countries"));
        if (Script.yes(script, "acknowledge")) form.add("acknowledge", "true");
        if (Script.yes(script, "closed")) form.add("commentsClosed", "true");
        var english = Script.part(script, "en");
        form.add("title-en", Script.text(english, "title"));
        form.add("text-en", Script.text(english, "text"));
        return new Submission<>(
                kind, Script.text(script, "title"), Script.text(script, "text"), List.of(), kind.typed(form));
    }

    private void confirm(PostId id, Map<String, Colleague> everybody, Colleague visitor, int percent) {
        for (var reader : everybody.values()) {
            var asked = reader.id().value() * 37 % 100 < percent && !reader.id().equals(visitor.id());
            if (asked && announcements.find(reader.viewer(), id).asks()) {
                announcements.acknowledge(reader.viewer(), id);
            }
        }
    }

    // When people are at work, whatever the day on which the demo is tried.
    private void moments(PostId id, Colleague author) {
        jdbc.sql("update post set published_at = :at, active_at = :at where id = :id")
                .param("at", utc(new Moments(clock.instant()).lastVisit(author.zone())))
                .param("id", id.value())
                .update();
    }

    private boolean isPosted(String title) {
        return jdbc.sql("select exists (select from post where kind = 'announcement' and title = :title)")
                .param("title", title)
                .query(Boolean.class)
                .single();
    }
}
