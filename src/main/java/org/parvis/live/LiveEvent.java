package org.parvis.live;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Comments;
import org.parvis.conversation.Posts;
import org.parvis.journal.Entry;
import org.parvis.journal.Reference;
import org.parvis.journal.Verb;
import org.parvis.notifications.Notifications;
import org.parvis.questions.Questions;

import java.util.Optional;

/** That something is new: its kind, its id and, for a comment, its post's. {@code audience} decides who hears of it. */
record LiveEvent(
        long position, String kind, long id, @Nullable Long post, Reference audience) {

    /** What an open page wants to hear of; most entries of the journal are nothing to it. */
    static Optional<LiveEvent> of(Entry entry) {
        if (entry.quiet()) {
            return Optional.empty();
        } else if (entry.did(Verb.CREATE, Posts.KIND)) {
            return to(entry, entry.audience(), null);
        } else if (entry.did(Verb.CREATE, Comments.KIND)) {
            return to(
                    entry,
                    entry.audience(),
                    entry.target() == null ? null : entry.target().id());
        } else if (entry.object().is(Comments.KIND) && (entry.verb() == Verb.ACCEPT || entry.verb() == Verb.UNDO)) {
            return decided(entry);
        } else if (entry.object().is(Notifications.KIND)) {
            return to(entry, entry.target(), null);
        } else {
            return Optional.empty();
        }
    }

    // The question is what changes on a page, whichever answer helped.
    private static Optional<LiveEvent> decided(Entry entry) {
        var post = entry.target();
        var audience = entry.audience();
        return post == null || audience == null
                ? Optional.empty()
                : Optional.of(new LiveEvent(entry.position(), Questions.KIND, post.id(), null, audience));
    }

    private static Optional<LiveEvent> to(Entry entry, @Nullable Reference audience, @Nullable Long post) {
        return Optional.ofNullable(audience)
                .map(who -> new LiveEvent(
                        entry.position(), entry.object().kind(), entry.object().id(), post, who));
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
