package org.parvis.questions;

import org.parvis.conversation.Post;
import org.parvis.conversation.PostId;
import org.parvis.conversation.PostParts;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The questions among a page's posts: one statement for all of them, none where nobody asks. */
@Component
class QuestionParts implements PostParts {

    private final JdbcClient jdbc;
    private final Fragments fragments;
    private final Clock clock;

    QuestionParts(JdbcClient jdbc, Fragments fragments, Clock clock) {
        this.jdbc = jdbc;
        this.fragments = fragments;
        this.clock = clock;
    }

    @Override
    public String field() {
        return QuestionKind.CODE;
    }

    @Override
    public Class<?> json() {
        return QuestionJson.class;
    }

    @Override
    public Map<PostId, QuestionPart> of(Viewer viewer, List<Post> posts) {
        var asked = posts.stream().filter(Questions::isQuestion).collect(Collectors.toMap(Post::id, post -> post));
        if (asked.isEmpty()) return Map.of();
        var now = clock.instant();
        return read(viewer, asked.keySet().stream().map(PostId::value).toArray(Long[]::new)).stream()
                .map(question -> new QuestionPart(asked(asked, question), question, viewer, now, fragments))
                .collect(Collectors.toMap(part -> part.post().id(), part -> part));
    }

    // Of posts that the viewer has been given to read already.
    private List<Question> read(Viewer viewer, Long[] posts) {
        return jdbc.sql("""
                select %s
                  from question q
                  join post p on p.id = q.post_id
                  %s
                 where q.post_id = any (:posts)
                """.formatted(Question.COLUMNS, Question.JOINS))
                .param("viewer", viewer.id().value())
                .param("posts", posts)
                .query(Question::of)
                .list();
    }

    private static Post asked(Map<PostId, Post> asked, Question question) {
        return Objects.requireNonNull(asked.get(question.post()));
    }
}
