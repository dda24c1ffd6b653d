package org.parvis.questions;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Comment;
import org.parvis.conversation.Post;
import org.parvis.conversation.PostPart;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Page;

import java.time.Instant;
import java.util.Map;

/** A question as its post shows it: by when an answer is due, the one that helped, and what one does with questions. */
record QuestionPart(Post post, Question question, Viewer viewer, Instant now, Fragments fragments) implements PostPart {

    @Override
    public Content kind(Page page) {
        return fragments.of("questions/kind", Map.of("page", page));
    }

    @Override
    public Content body(Page page) {
        return fragments.of("questions/question", parameters(page));
    }

    @Override
    public Content bar(Page page) {
        return fragments.of("questions/follow", parameters(page));
    }

    @Override
    public @Nullable Content action(Page page, boolean full) {
        return question.call() == null ? null : fragments.of("questions/decline", parameters(page));
    }

    @Override
    public String words() {
        return "questions.answers";
    }

    @Override
    public @Nullable Content tag(Page page, Comment comment) {
        return isAccepted(comment) ? fragments.of("questions/accepted", Map.of("page", page)) : null;
    }

    @Override
    public @Nullable Content action(Page page, Comment comment) {
        return Questions.mayAccept(viewer, post) && Questions.isAnswer(comment, post)
                ? fragments.of(
                        "questions/acceptance",
                        Map.of("page", page, "comment", comment, "accepted", isAccepted(comment)))
                : null;
    }

    @Override
    public Content moved(Page page) {
        return fragments.of("questions/moved", parameters(page));
    }

    @Override
    public QuestionJson json() {
        return QuestionJson.of(question, now);
    }

    private boolean isAccepted(Comment comment) {
        var accepted = question.accepted();
        return accepted != null && accepted.id().equals(comment.id());
    }

    private Map<String, @Nullable Object> parameters(Page page) {
        return Map.of("page", page, "post", post, "question", question, "viewer", viewer, "now", now);
    }
}
