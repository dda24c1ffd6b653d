package org.parvis.questions;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Comment;
import org.parvis.conversation.CommentId;
import org.parvis.conversation.Comments;
import org.parvis.conversation.PostId;
import org.parvis.people.PersonId;
import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The answers that helped. */
@Repository
@Transactional(readOnly = true)
class AcceptedAnswers {

    private final JdbcClient jdbc;
    private final Comments comments;

    AcceptedAnswers(JdbcClient jdbc, Comments comments) {
        this.jdbc = jdbc;
        this.comments = comments;
    }

    /** Of the question that this comment answers, the answer that is accepted already. */
    @Nullable
    Comment beside(Viewer viewer, CommentId answer) {
        return to(viewer, comments.find(viewer, answer).post());
    }

    /** The accepted answer to a question, if there is one. */
    @Nullable
    Comment to(Viewer viewer, PostId question) {
        return jdbc.sql("""
                select a.comment_id
                  from acceptance a
                  join comment helped on helped.id = a.comment_id and stands(helped, :viewer)
                 where a.post_id = :question
                """)
                .param("viewer", viewer.id().value())
                .param("question", question.value())
                .query(Long.class)
                .optional()
                .map(id -> comments.find(viewer, new CommentId(id)))
                .orElse(null);
    }

    /** How many of somebody's answers were accepted, as far as the viewer may read them. */
    long of(Viewer viewer, PersonId person) {
        return jdbc.sql("""
                select count(*)
                  from acceptance a
                  join comment k on k.id = a.comment_id and stands(k, :viewer)
                  join readable_posts(:viewer) p on p.id = a.post_id
                 where a.author_id = :person
                """)
                .param("viewer", viewer.id().value())
                .param("person", person.value())
                .query(Long.class)
                .single();
    }
}
