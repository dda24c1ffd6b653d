package org.parvis.questions;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Post;
import org.parvis.platform.web.Page;

/** Why the viewer is asked to answer a question, as one says it. */
public final class Reasons {

    private Reasons() {}

    /** Null for whoever was not called. */
    public static @Nullable String of(Page page, Post post) {
        return post.part(QuestionPart.class)
                .map(part -> part.question().call())
                .map(call -> of(page, call))
                .orElse(null);
    }

    private static String of(Page page, Question.Call call) {
        if (call.absent() != null) {
            return page.text("questions.reason.in-place-of", call.absent());
        }
        return call.term() == null
                ? page.text("questions.reason.answered")
                : page.text("questions.reason.expertise", call.term());
    }
}
