package org.parvis.imports.slack;

import org.parvis.imports.Remark;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** One channel's messages, one after the other, into posts and comments. Holds the keys it has seen, not the texts. */
final class Conversion {

    private final SlackChannel channel;
    private final SlackPeople people;
    private final Body body;
    private final SlackTally tally;
    private final PastTalk talk;
    private final Consumer<Remark> remarks;
    private final Set<String> posts = new HashSet<>();
    private final Set<String> comments = new HashSet<>();

    Conversion(
            SlackChannel channel,
            SlackPeople people,
            SlackNames names,
            SlackTally tally,
            PastTalk talk,
            Consumer<Remark> remarks) {
        this.channel = channel;
        this.people = people;
        this.body = new Body(names);
        this.tally = tally;
        this.talk = talk;
        this.remarks = remarks;
    }

    void take(SlackMessage message) {
        tally.message(message);
        var ts = message.ts();
        var at = message.at();
        if (ts == null || at == null) {
            tally.leftOut("no-time");
        } else if (!message.isWritten() || message.isDeleted() && (message.isReply() || !message.hasReplies())) {
            noteUnknown(message);
            tally.leftOut(message.kind());
        } else if (posts.contains(ts) || comments.contains(ts)) {
            tally.leftOut("doubled");
        } else if (message.isDeleted()) {
            post(message, ts, at, PastPost.State.DELETED, "");
        } else {
            written(message, ts, at);
        }
    }

    private void noteUnknown(SlackMessage message) {
        var user = message.user();
        if (user != null) {
            people.known(user, null, tally);
        }
    }

    private void written(SlackMessage message, String ts, Instant at) {
        var markdown = body.markdown(message);
        var thread = message.threadTs();
        if (markdown.isBlank() && !message.hasReplies()) {
            noteUnknown(message);
            tally.leftOut("empty");
        } else if (message.isReply() && thread != null) {
            comment(message, ts, at, thread, markdown);
        } else {
            // Of an empty message with answers only the answers are worth anything.
            var state = markdown.isBlank() ? PastPost.State.MISSING : PastPost.State.WRITTEN;
            post(message, ts, at, state, shortened(Shortening.POST, markdown, ts));
        }
    }

    private void post(SlackMessage message, String ts, Instant at, PastPost.State state, String markdown) {
        posts.add(ts);
        tally.post();
        talk.post(new PastPost(
                ts,
                people.author(message, tally),
                state,
                markdown,
                at,
                message.editedAt(),
                Reactions.of(message, tally)));
    }

    private void comment(SlackMessage message, String ts, Instant at, String thread, String markdown) {
        if (!posts.contains(thread)) {
            placeholder(message, thread, at);
        }
        comments.add(ts);
        tally.comment();
        talk.comment(new PastComment(
                ts,
                thread,
                people.author(message, tally),
                shortened(Shortening.COMMENT, markdown, ts),
                at,
                message.editedAt(),
                Reactions.of(message, tally)));
    }

    // An answer that was shown in the channel too (thread_broadcast) carries the post it answers.
    private void placeholder(SlackMessage reply, String thread, Instant at) {
        var root = new SlackMessage(reply.json().path("root"));
        var markdown = thread.equals(root.ts()) && root.isWritten() && !root.isDeleted() ? body.markdown(root) : "";
        var author = Json.text(reply.json(), "parent_user_id");
        var since = SlackTimes.instant(thread);
        posts.add(thread);
        tally.placeholder();
        remarks.accept(Remark.aboutFile("imports.slack.missing-post", channel.label(), thread));
        talk.post(new PastPost(
                thread,
                !markdown.isBlank()
                        ? people.author(root, tally)
                        : people.known(author == null ? "USLACKBOT" : author, null, tally),
                markdown.isBlank() ? PastPost.State.MISSING : PastPost.State.WRITTEN,
                shortened(Shortening.POST, markdown, thread),
                since == null ? at : since,
                null,
                List.of()));
    }

    private String shortened(int limit, String markdown, String ts) {
        if (markdown.length() > limit) {
            tally.shortened();
            remarks.accept(Remark.aboutFile("imports.slack.cut", channel.label(), ts, String.valueOf(limit)));
        }
        return Shortening.to(limit, markdown);
    }
}
