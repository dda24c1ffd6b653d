package org.parvis.live;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Comments;
import org.parvis.conversation.Posts;
import org.parvis.journal.Entry;
import org.parvis.journal.Reference;
import org.parvis.notifications.Notifications;
import org.parvis.polls.Polls;
import org.parvis.questions.Questions;

import java.util.stream.Stream;

/**
 * That something is new: its kind; or what happened to a post or comment that is there: {@code reaction}, {@code vote},
 * {@code update}, {@code delete}. Its id and, for a comment, its post's. {@code audience} decides who hears of it.
 */
record LiveEvent(
        long position, String kind, long id, @Nullable Long post, Reference audience) {

    private static final String REACTION = "reaction";
    private static final String VOTE = "vote";

    /** What an open page wants to hear of; most entries of the journal are nothing to it. */
    static Stream<LiveEvent> of(Entry entry) {
        if (entry.object().is(Polls.KIND)) {
            return about(entry, VOTE);
        } else if (entry.quiet()) {
            return Stream.empty();
        } else if (entry.object().is(Notifications.KIND)) {
            return to(entry, entry.object().kind(), entry.target(), null);
        } else if (entry.object().is(Posts.KIND) || entry.object().is(Comments.KIND)) {
            return said(entry);
        } else {
            return Stream.empty();
        }
    }

    private static Stream<LiveEvent> said(Entry entry) {
        return switch (entry.verb()) {
            case CREATE -> about(entry, entry.object().kind());
            case LIKE -> about(entry, REACTION);
            case UNDO -> Stream.concat(about(entry, REACTION), decided(entry));
            case ACCEPT -> decided(entry);
            case UPDATE, DELETE -> about(entry, entry.verb().word());
            default -> Stream.empty();
        };
    }

    // The question is what changes on a page, whichever answer helped.
    private static Stream<LiveEvent> decided(Entry entry) {
        var post = entry.target();
        var audience = entry.audience();
        return post == null || audience == null
                ? Stream.empty()
                : Stream.of(new LiveEvent(entry.position(), Questions.KIND, post.id(), null, audience));
    }

    private static Stream<LiveEvent> about(Entry entry, String kind) {
        var post = entry.object().is(Comments.KIND) ? entry.target() : null;
        return to(entry, kind, entry.audience(), post == null ? null : post.id());
    }

    private static Stream<LiveEvent> to(Entry entry, String kind, @Nullable Reference audience, @Nullable Long post) {
        return audience == null
                ? Stream.empty()
                : Stream.of(new LiveEvent(entry.position(), kind, entry.object().id(), post, audience));
    }

    /** Whether it is for one person alone, and not for whoever reads their wall. */
    boolean personal() {
        return kind.equals(Notifications.KIND);
    }

    /** The first thing a stream says: where it begins. */
    static String hello(long position) {
        return "retry: 3000\nevent: hello\nid: " + position + "\ndata: {}\n\n";
    }

    /** The same for a program, which an event without a thing would only puzzle: its position alone, and no event. */
    static String place(long position) {
        return "retry: 3000\nid: " + position + "\n\n";
    }

    /** Too much was missed to be told one by one: fetch anew what is open. */
    static String reset(long position) {
        return "retry: 3000\nevent: reset\nid: " + position + "\ndata: {}\n\n";
    }

    /** As it goes over the wire (WHATWG HTML, section 9.2, server-sent events). */
    String text() {
        var data = post == null ? "{\"id\":\"" + id + "\"}" : "{\"id\":\"" + id + "\",\"post\":\"" + post + "\"}";
        return "event: " + kind + "\nid: " + position + "\ndata: " + data + "\n\n";
    }
}
