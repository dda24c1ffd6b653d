package org.parvis.questions;

import static org.awaitility.Awaitility.await;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Submission;
import org.parvis.people.Viewer;
import org.parvis.testing.Tables;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Questions as people ask them, and what becomes of them. */
@TestComponent
class Asking {

    private final Posts posts;
    private final QuestionKind kind;
    private final JdbcClient jdbc;

    Asking(Posts posts, QuestionKind kind, JdbcClient jdbc) {
        this.posts = posts;
        this.kind = kind;
        this.jdbc = jdbc;
    }

    /** As if nobody had asked anything before, knew anything or wished anything. */
    void nothing() {
        read();
        jdbc.sql("delete from notification where kind in ('called', 'answered', 'accepted', 'overdue_soon')")
                .update();
        Tables.empty(
                jdbc,
                "question_call",
                "question_refusal",
                "answering",
                "question_follow",
                "acceptance",
                "question",
                "question_promise");
        jdbc.sql("update post set deleted_at = now() where kind = 'question' and deleted_at is null")
                .update();
        jdbc.sql("update person set expertise = '{}' where expertise <> '{}'").update();
    }

    PostId ask(Viewer asker, @Nullable CommunityId place, String title) {
        return ask(asker, place, title, new Delay(null, null));
    }

    PostId ask(Viewer asker, @Nullable CommunityId place, String title, Delay delay) {
        return posts.publish(asker, place, new Submission<>(kind, title, "Who knows?", List.of(), delay));
    }

    void knows(Viewer person, String... expertise) {
        jdbc.sql("update person set expertise = :expertise where id = :id")
                .param("expertise", expertise)
                .param("id", person.id().value())
                .update();
    }

    /** Moves everything about a question into the past, as if it had been due then. */
    void due(PostId question, Instant at) {
        jdbc.sql("""
                update question set asked_at = :at - interval '8 hours', call_at = :at - interval '2 hours', due_at = :at
                 where post_id = :id
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", question.value())
                .update();
    }

    List<String> called(PostId question) {
        read();
        return jdbc.sql("""
                select p.name from question_call c join person p on p.id = c.person_id
                 where c.post_id = :id and c.declined_at is null order by p.name
                """)
                .param("id", question.value())
                .query((row, number) -> row.getString("name"))
                .list();
    }

    /** The kinds of what somebody was told of a question. */
    List<String> told(Viewer person, PostId question) {
        read();
        return jdbc.sql("""
                select kind from notification where person_id = :person and subject_kind = 'post' and subject_id = :id
                 order by kind
                """)
                .param("person", person.id().value())
                .param("id", question.value())
                .query((row, number) -> row.getString("kind"))
                .list();
    }

    /** Waits until everything that was written has been read. */
    void read() {
        await().until(() -> jdbc.sql("""
                        select (select count(*) from journal where position is null)
                             + (select count(*) from journal_cursor c, journal_head h
                                 where c.name in ('questions', 'notifications') and c.position < h.position)
                        """).query(Long.class).single() == 0);
    }
}
