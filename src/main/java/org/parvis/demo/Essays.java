package org.parvis.demo;

import static org.parvis.platform.time.Times.utc;

import org.parvis.conversation.PostId;
import org.parvis.conversation.PostKind;
import org.parvis.conversation.PostKinds;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Submission;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Enclosure;
import org.parvis.platform.text.Mentions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The articles of the demo company, with pictures: the first above the text, the others where it says {@code {1}}. */
@Component
class Essays {

    private static final Pattern GROUP = Pattern.compile("@\\[]\\(([a-z-]+)\\)");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private final Posts posts;
    private final PostKinds kinds;
    private final Attachments attachments;
    private final JdbcClient jdbc;
    private final Clock clock;

    Essays(Posts posts, PostKinds kinds, Attachments attachments, JdbcClient jdbc, Clock clock) {
        this.posts = posts;
        this.kinds = kinds;
        this.attachments = attachments;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Unless they have been published before. */
    @Transactional
    public void publish(Map<String, Colleague> everybody, Map<String, Group> groups) {
        for (var script : Script.entries("articles.yaml")) {
            var author = Objects.requireNonNull(everybody.get(Script.text(script, "by")));
            var group = Objects.requireNonNull(groups.get(Script.text(script, "in")));
            if (!isPublished(Script.text(script, "title"))) {
                var written = submission(kinds.of("article"), script, author, groups);
                var id = posts.publish(author.viewer(), group.id(), written);
                sign(id, Script.texts(script, "with"), everybody);
                moments(id, author, script);
            }
        }
    }

    private <D> Submission<D> submission(
            PostKind<D> kind, Map<String, Object> script, Colleague author, Map<String, Group> groups) {
        var text = withMentions(Script.text(script, "text"), groups);
        var form = new LinkedMultiValueMap<String, String>();
        var pictures = new ArrayList<Enclosure>();
        for (var alt : Script.texts(script, "pictures")) {
            var number = pictures.size();
            var drawn = Landscape.of(alt, WIDTH, HEIGHT);
            var file = attachments.keepDrawn(
                    drawn, "figure-" + (number + 1) + ".jpg", author.id().value());
            pictures.add(new Enclosure(file.id(), alt));
            form.add("files", Long.toString(file.id()));
            text = text.replace("{" + number + "}", "![" + alt + "](file:" + file.id() + ")");
        }
        if (!pictures.isEmpty()) {
            form.add("cover", Long.toString(pictures.getFirst().file()));
        }
        return new Submission<>(kind, Script.text(script, "title"), text, List.copyOf(pictures), kind.typed(form));
    }

    private static String withMentions(String text, Map<String, Group> groups) {
        return GROUP.matcher(text).replaceAll(found -> {
            var group = Objects.requireNonNull(groups.get(found.group(1)), found.group());
            return Matcher.quoteReplacement(Mentions.writtenCommunity(group.id().value(), ""));
        });
    }

    private void sign(PostId id, List<String> coauthors, Map<String, Colleague> everybody) {
        for (var name : coauthors) {
            jdbc.sql("""
                    insert into post_coauthor (post_id, person_id, position) values (:post, :person, :position)
                    """)
                    .param("post", id.value())
                    .param(
                            "person",
                            Objects.requireNonNull(everybody.get(name)).id().value())
                    .param("position", coauthors.indexOf(name) + 1)
                    .update();
        }
    }

    private void moments(PostId id, Colleague author, Map<String, Object> script) {
        var days = ((Number) script.getOrDefault("days", 1)).intValue();
        var at = new Moments(clock.instant().minus(Duration.ofDays(days))).lastVisit(author.zone());
        jdbc.sql("update post set published_at = :at, active_at = :at where id = :id")
                .param("at", utc(at))
                .param("id", id.value())
                .update();
    }

    private boolean isPublished(String title) {
        return jdbc.sql("select exists (select from post where kind = 'article' and title = :title)")
                .param("title", title)
                .query(Boolean.class)
                .single();
    }
}
