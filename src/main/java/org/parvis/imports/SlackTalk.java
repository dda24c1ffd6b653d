package org.parvis.imports;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.BroughtComment;
import org.parvis.conversation.BroughtPost;
import org.parvis.conversation.BroughtReaction;
import org.parvis.conversation.Comments;
import org.parvis.conversation.PastConversations;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Reaction;
import org.parvis.imports.slack.PastAuthor;
import org.parvis.imports.slack.PastComment;
import org.parvis.imports.slack.PastPost;
import org.parvis.imports.slack.PastReaction;
import org.parvis.imports.slack.PastTalk;
import org.parvis.imports.slack.SlackChannel;
import org.parvis.people.BroughtPerson;
import org.parvis.people.PersonId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/** What was said in one channel, on its way into a community, batch by batch. */
final class SlackTalk implements PastTalk {

    private final SlackPast past;
    private final SlackChannel channel;
    private final Runnable progress;
    private final List<PastPost> posts = new ArrayList<>();
    private final List<PastComment> comments = new ArrayList<>();
    private @Nullable Instant first;
    private @Nullable Instant last;

    SlackTalk(SlackPast past, SlackChannel channel, Runnable progress) {
        this.past = past;
        this.channel = channel;
        this.progress = progress;
    }

    @Override
    public void post(PastPost post) {
        posts.add(post);
        past.counted().read(post.reactions());
        said(post.at());
    }

    @Override
    public void comment(PastComment comment) {
        comments.add(comment);
        past.counted().read(comment.reactions());
        said(comment.at());
    }

    void finish() {
        write();
        if (channel.created() == null && first != null && last != null) {
            past.communities().spans(past.places().community(channel), first, last);
        }
    }

    private void said(Instant at) {
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
        if (posts.size() + comments.size() >= PastConversations.BATCH) {
            write();
        }
    }

    private void write() {
        if (!posts.isEmpty() || !comments.isEmpty()) {
            past.bringPeople(strangers());
            past.counted()
                    .gained(past.conversations()
                            .write(
                                    past.source(),
                                    posts.stream().map(this::brought).toList(),
                                    comments.stream().map(this::brought).toList()));
            posts.clear();
            comments.clear();
            progress.run();
        }
    }

    // Whoever spoke or reacted and is in no record.
    private List<BroughtPerson> strangers() {
        var strangers = new LinkedHashMap<String, BroughtPerson>();
        posts.forEach(post -> note(strangers, post.author(), post.reactions()));
        comments.forEach(comment -> note(strangers, comment.author(), comment.reactions()));
        strangers.keySet().removeAll(past.people().keySet());
        return List.copyOf(strangers.values());
    }

    private static void note(
            LinkedHashMap<String, BroughtPerson> strangers, PastAuthor author, List<PastReaction> reactions) {
        var bot = author.kind() == PastAuthor.Kind.BOT;
        strangers.putIfAbsent(Clean.key(author.id()), SlackMembers.stranger(author.id(), author.name(), bot));
        reactions.forEach(reaction -> strangers.putIfAbsent(
                Clean.key(reaction.userId()), SlackMembers.stranger(reaction.userId(), reaction.userId(), false)));
    }

    private BroughtPost brought(PastPost post) {
        return new BroughtPost(
                key(post.ts()),
                switch (post.state()) {
                    case WRITTEN -> BroughtPost.State.WRITTEN;
                    case DELETED -> BroughtPost.State.WITHDRAWN;
                    case MISSING -> BroughtPost.State.MISSING;
                },
                person(post.author().id()),
                past.places().community(channel),
                Clean.text(post.markdown(), Posts.TEXT),
                post.at(),
                post.editedAt(),
                reactions(post.reactions(), post.at()));
    }

    private BroughtComment brought(PastComment comment) {
        return new BroughtComment(
                key(comment.ts()),
                key(comment.postTs()),
                null,
                person(comment.author().id()),
                Clean.text(comment.markdown(), Comments.TEXT),
                comment.at(),
                comment.editedAt(),
                reactions(comment.reactions(), comment.at()));
    }

    // Slack does not say when; the order of a list by time is then that of the messages.
    private List<BroughtReaction> reactions(List<PastReaction> reactions, Instant at) {
        return reactions.stream()
                .map(one -> new BroughtReaction(
                        person(one.userId()), Reaction.valueOf(one.kind().name()), at))
                .toList();
    }

    private PersonId person(String id) {
        return Objects.requireNonNull(past.people().get(Clean.key(id))).id();
    }

    private String key(String ts) {
        return Clean.key(channel.id() + "/" + ts);
    }
}
