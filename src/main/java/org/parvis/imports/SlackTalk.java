package org.parvis.imports;

import org.parvis.communities.CommunityId;
import org.parvis.communities.Span;
import org.parvis.conversation.BroughtComment;
import org.parvis.conversation.BroughtPost;
import org.parvis.conversation.BroughtReaction;
import org.parvis.conversation.Comments;
import org.parvis.conversation.Gain;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * What was said in all channels, on its way into the communities, batch by batch: many channels hold little, and one batch
 * holds what was said in several. A batch is written while the next one is read, which is half of the work each; closing
 * waits for the last.
 */
final class SlackTalk implements AutoCloseable {

    private record Said<T>(SlackChannel channel, T what) {}

    private final SlackPast past;
    private final Runnable progress;
    private final List<Said<PastPost>> posts = new ArrayList<>();
    private final List<Said<PastComment>> comments = new ArrayList<>();
    private final Map<CommunityId, Span> spans = new HashMap<>();
    private final Executor writer = Thread.ofVirtual().name("past conversations")::start;
    private CompletableFuture<Gain> underWay = CompletableFuture.completedFuture(Gain.NONE);

    SlackTalk(SlackPast past, Runnable progress) {
        this.past = past;
        this.progress = progress;
    }

    PastTalk in(SlackChannel channel) {
        return new PastTalk() {
            @Override
            public void post(PastPost post) {
                posts.add(new Said<>(channel, post));
                past.counted().read(post.reactions());
                said(channel, post.at());
            }

            @Override
            public void comment(PastComment comment) {
                comments.add(new Said<>(channel, comment));
                past.counted().read(comment.reactions());
                said(channel, comment.at());
            }
        };
    }

    private void said(SlackChannel channel, Instant at) {
        if (channel.created() == null) {
            var place = past.places().community(channel);
            spans.merge(place, Span.of(place, at), Span::with);
        }
        if (posts.size() + comments.size() >= PastConversations.BATCH) {
            write();
        }
    }

    /** To be called once more when all channels are told: the last batch is seldom full. */
    void write() {
        if (!posts.isEmpty() || !comments.isEmpty()) {
            past.bringPeople(strangers());
            var someSpans = List.copyOf(spans.values());
            var somePosts = posts.stream().map(this::post).toList();
            var someComments = comments.stream().map(this::comment).toList();
            collect();
            underWay = CompletableFuture.supplyAsync(() -> written(somePosts, someComments, someSpans), writer);
            posts.clear();
            comments.clear();
            spans.clear();
            progress.run();
        }
    }

    private Gain written(List<BroughtPost> somePosts, List<BroughtComment> someComments, List<Span> someSpans) {
        var gain = past.conversations().write(past.source(), somePosts, someComments);
        past.communities().span(someSpans);
        return gain;
    }

    /** Throws what the writing threw. */
    @Override
    public void close() {
        collect();
    }

    // Waits for what is being written and counts it.
    private void collect() {
        var written = underWay;
        underWay = CompletableFuture.completedFuture(Gain.NONE);
        try {
            past.counted().gained(written.join());
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    // Whoever spoke or reacted and is in no record.
    private List<BroughtPerson> strangers() {
        var strangers = new LinkedHashMap<String, BroughtPerson>();
        posts.forEach(post -> note(strangers, post.what.author(), post.what.reactions()));
        comments.forEach(comment -> note(strangers, comment.what.author(), comment.what.reactions()));
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

    private BroughtPost post(Said<PastPost> said) {
        var post = said.what;
        return new BroughtPost(
                key(said.channel, post.ts()),
                switch (post.state()) {
                    case WRITTEN -> BroughtPost.State.WRITTEN;
                    case DELETED -> BroughtPost.State.WITHDRAWN;
                    case MISSING -> BroughtPost.State.MISSING;
                },
                person(post.author().id()),
                past.places().community(said.channel),
                Clean.text(post.markdown(), Posts.TEXT),
                post.at(),
                post.editedAt(),
                reactions(post.reactions(), post.at()));
    }

    private BroughtComment comment(Said<PastComment> said) {
        var comment = said.what;
        return new BroughtComment(
                key(said.channel, comment.ts()),
                key(said.channel, comment.postTs()),
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

    private static String key(SlackChannel channel, String ts) {
        return Clean.key(channel.id() + "/" + ts);
    }
}
