package org.parvis.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.journal.Journal;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Enclosure;
import org.parvis.testing.Cast;
import org.parvis.testing.HandSetClock;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

@ParvisTest
class PurgeTests {

    @Autowired
    Posts posts;

    @Autowired
    Comments comments;

    @Autowired
    Reactions reactions;

    @Autowired
    Bookmarks bookmarks;

    @Autowired
    PostKinds kinds;

    @Autowired
    Submissions submissions;

    @Autowired
    Attachments attachments;

    @Autowired
    Journal journal;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    HandSetClock clock;
    Purge purge;
    Viewer bruno;
    Viewer priya;

    @BeforeEach
    void people() {
        bruno = cast.bruno();
        priya = cast.priya();
        clock = new HandSetClock(Instant.now());
        purge = new Purge(jdbc, attachments, journal, transaction, clock);
    }

    @Test
    void aMonthLaterNothingIsLeftOfAPost() {
        var file = attach();
        var post = posts.publish(
                bruno,
                null,
                "Zyqgone #zyqtopic for @[Priya Nair](person:" + priya.id() + ")",
                List.of(new Enclosure(file, "")));
        posts.edit(bruno, post, "Zyqgone again for @[Priya Nair](person:" + priya.id() + ")");
        var comment = comments.add(priya, post, null, "Zyqgone comment");
        comments.add(bruno, post, comment, "Zyqgone reply");
        reactions.put(priya, post, Reaction.LIKE);
        reactions.put(bruno, comment, Reaction.LIKE);
        bookmarks.put(priya, post);
        await().until(() -> count("notification where subject_kind = 'post' and subject_id = " + post) > 0);
        posts.delete(bruno, post, null);

        clock.advance(Duration.ofDays(29));
        purge.run();
        assertThat(count("post where id = " + post)).isEqualTo(1);

        clock.advance(Duration.ofDays(2));
        purgeUntilThereIsNo("post where id = " + post);
        purge.run();
        assertThat(count("comment where post_id = " + post)).isZero();
        assertThat(count("text_version where post_id = " + post)).isZero();
        assertThat(count("mention where post_id = " + post)).isZero();
        assertThat(count("post_topic where post_id = " + post)).isZero();
        assertThat(count("bookmark where post_id = " + post)).isZero();
        assertThat(count("file where id = " + file)).isZero();
        assertThat(count("notification where subject_kind = 'post' and subject_id = " + post))
                .isZero();
        assertThat(count("journal where verb = 'remove' and object_kind = 'post' and object_id = " + post
                        + " and quiet"))
                .as("said once")
                .isEqualTo(1);
    }

    @Test
    void everyKindOfPostGoesWithAllThatIsItsOwn() {
        var question = posts.publish(bruno, null, form("question", "title", "Zyqgone?", "text", "Details"));
        var answer = comments.add(priya, question, null, "An answer");
        jdbc.sql("insert into acceptance values (:question, :answer, :asker, now())")
                .param("question", question.value())
                .param("answer", answer.value())
                .param("asker", bruno.id().value())
                .update();
        var poll = posts.publish(bruno, null, form("poll", "text", "Zyqgone?", "options", "A", "options", "B"));
        jdbc.sql("insert into network_role values (:id, 'editor', null, now()) on conflict do nothing")
                .param("id", bruno.id().value())
                .update();
        var announcement = posts.publish(
                bruno, null, form("announcement", "title", "Zyqgone", "text", "News", "acknowledge", "true"));
        await().until(() -> count("notification where subject_kind = 'post' and comment_id = " + answer) > 0);
        for (var post : List.of(question, poll, announcement)) posts.delete(bruno, post, null);
        clock.advance(Duration.ofDays(31));
        for (var post : List.of(question, poll, announcement)) {
            purgeUntilThereIsNo("post where id = " + post);
        }
    }

    @Test
    void aCommentThatIsStillAnsweredLeavesItsPlace() {
        var post = posts.publish(bruno, null, "Stays");
        var comment = comments.add(priya, post, null, "Zyqgone");
        var alone = comments.add(priya, post, null, "Zyqgone too");
        var reply = comments.add(bruno, post, comment, "Stays too");
        comments.delete(priya, comment, null);
        comments.delete(priya, alone, null);
        clock.advance(Duration.ofDays(31));
        purgeUntilThereIsNo("comment where id = " + alone);
        purgeUntilThereIsNo("comment where text <> '' and id = " + comment);

        assertThat(count("comment where id = " + comment)).isEqualTo(1);
        assertThat(comments.find(priya, reply).text()).isEqualTo("Stays too");
        assertThat(posts.find(priya, post).text()).isEqualTo("Stays");
    }

    @Test
    void whatWasImportedLeavesAnEmptyRowByWhichItIsKnown() {
        var post = posts.publish(bruno, null, "Zyqgone import");
        jdbc.sql("update post set source = 'slack', external_id = 'gone-' || id where id = :id")
                .param("id", post.value())
                .update();
        posts.delete(bruno, post, "Old");
        clock.advance(Duration.ofDays(31));
        purgeUntilThereIsNo("post where text <> '' and id = " + post);
        purge.run();

        assertThat(jdbc.sql(
                                "select text || coalesce(title, '') || coalesce(delete_reason, '') from post where id = :id")
                        .param("id", post.value())
                        .query(String.class)
                        .single())
                .isEmpty();
        assertThat(count("journal where verb = 'remove' and object_kind = 'post' and object_id = " + post))
                .isEqualTo(1);
    }

    // What somebody is being told of at the moment is held, and left for the next time.
    private void purgeUntilThereIsNo(String rest) {
        await().until(() -> {
            purge.run();
            return count(rest) == 0;
        });
    }

    private Submission<?> form(String kind, String... fields) {
        var form = new org.springframework.util.LinkedMultiValueMap<String, String>();
        form.add("kind", kinds.of(kind).code());
        for (var field = 0; field < fields.length; field += 2) form.add(fields[field], fields[field + 1]);
        return submissions.of(new Typed(form, org.parvis.platform.files.FileForm.EMPTY));
    }

    private long attach() {
        var content = "zyqgone".getBytes(StandardCharsets.UTF_8);
        return attachments
                .keep(bruno.id().value(), "zyqgone.txt", new ByteArrayResource(content), content.length)
                .id();
    }

    private long count(String where) {
        return jdbc.sql("select count(*) from " + where).query(Long.class).single();
    }
}
