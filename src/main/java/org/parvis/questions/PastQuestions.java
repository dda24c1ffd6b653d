package org.parvis.questions;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.CommentId;
import org.parvis.conversation.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;

/** Posts of the past that asked something, before anybody could say so. */
@Service
@Transactional
public class PastQuestions {

    private record Written(@Nullable Long community, long author, Instant at) {}

    private final JdbcClient jdbc;
    private final Promises promises;
    private final Calls calls;
    private final Clock clock;

    PastQuestions(JdbcClient jdbc, Promises promises, Calls calls, Clock clock) {
        this.jdbc = jdbc;
        this.promises = promises;
        this.calls = calls;
        this.clock = clock;
    }

    /** Makes a post that was brought in a question; answered when its comments say so, with the one that helped. */
    public void ask(PostId post, String title, @Nullable CommentId helped) {
        var written = jdbc.sql("""
                update post set kind = 'question', title = :title where id = :post
                returning community_id, author_id, published_at
                """)
                .param("title", title)
                .param("post", post.value())
                .query((row, number) -> new Written(
                        row.getObject("community_id", Long.class),
                        row.getLong("author_id"),
                        instant(row, "published_at")))
                .single();
        var promise = promises.of(written.community == null ? null : new CommunityId(written.community));
        var due = promise.due(written.at);
        jdbc.sql("""
                insert into question (post_id, asked_at, due_at, call_at, promised, day_hours, answered_at, called_at)
                values (:post, :at, :due, :call, :promised, :dayHours, question_first_answer(:post),
                        case when :call <= :now then :now end)
                on conflict do nothing
                """)
                .param("post", post.value())
                .param("at", utc(written.at))
                .param("due", utc(due))
                .param("call", utc(promise.calendar().threeQuarters(written.at, due)))
                .param("promised", promise.hours())
                .param("dayHours", promise.dayHours())
                .param("now", utc(clock.instant()))
                .update();
        if (helped != null) accept(post, helped, written.author);
        calls.bring(post.value());
    }

    private void accept(PostId post, CommentId helped, long asker) {
        jdbc.sql("""
                insert into acceptance (post_id, comment_id, accepted_by, accepted_at)
                select :post, id, :asker, published_at + interval '20 minutes' from comment where id = :helped
                on conflict do nothing
                """)
                .param("post", post.value())
                .param("helped", helped.value())
                .param("asker", asker)
                .update();
    }
}
