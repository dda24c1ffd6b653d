package org.parvis.notifications;

import org.jspecify.annotations.Nullable;
import org.parvis.announcements.Announcements;
import org.parvis.announcements.Rounds;
import org.parvis.communities.Communities;
import org.parvis.conversation.Bookmarks;
import org.parvis.conversation.Comments;
import org.parvis.conversation.Posts;
import org.parvis.journal.Entry;
import org.parvis.journal.JournalReader;
import org.parvis.journal.Reference;
import org.parvis.journal.Verb;
import org.parvis.questions.Questions;
import org.springframework.stereotype.Component;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds out from the journal whom to tell what. Quiet entries tell nobody, and nobody is told twice of one comment. */
@Component
class NotificationReader implements JournalReader {

    private final Recipients recipients;
    private final Telling telling;

    NotificationReader(Recipients recipients, Telling telling) {
        this.recipients = recipients;
        this.telling = telling;
    }

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    public void read(List<Entry> entries) {
        entries.stream().filter(entry -> !entry.quiet()).forEach(this::read);
    }

    private void read(Entry entry) {
        switch (entry.object().kind()) {
            case Posts.KIND -> readPost(entry);
            case Comments.KIND -> readComment(entry);
            case Bookmarks.KIND -> readBookmark(entry);
            case Questions.KIND -> readQuestion(entry);
            case Announcements.KIND -> readAnnouncement(entry);
            case "membership_request" -> readRequest(entry);
            case "person" -> readMember(entry);
            case "access_token" -> readAccount(entry, NotificationKind.TOKEN);
            case "single_use_link" -> readAccount(entry, NotificationKind.RESET_LINK);
            case "outgoing_mail" -> readAccount(entry, NotificationKind.MAIL_READ);
            case "draft" -> readDraft(entry);
            case "report" -> readReport(entry);
            default -> {}
        }
    }

    private void readPost(Entry entry) {
        var post = entry.object();
        switch (entry.verb()) {
            case CREATE -> readNewPost(entry, post);
            case UPDATE ->
                telling.tell(entry, NotificationKind.MENTION, post, null, recipients.newlyMentioned(post.id(), null));
            case DELETE ->
                telling.tell(
                        entry, NotificationKind.POST_REMOVED, post, null, recipients.authorOfRemovedPost(post.id()));
            default -> {}
        }
    }

    private void readNewPost(Entry entry, Reference post) {
        var told = new HashSet<Long>();
        tellOnce(entry, NotificationKind.PRAISED, post, null, recipients.praised(post.id()), told);
        tellOnce(entry, NotificationKind.MENTION, post, null, recipients.mentioned(post.id(), null), told);
        tellOnce(entry, NotificationKind.COMMUNITY_PRAISED, post, null, recipients.ownersPraised(post.id()), told);
    }

    private void readComment(Entry entry) {
        var post = entry.target();
        var comment = entry.object().id();
        if (post == null) {
            return;
        }
        switch (entry.verb()) {
            case CREATE -> readAnswer(entry, post, comment);
            case ACCEPT ->
                telling.tell(entry, NotificationKind.ACCEPTED, post, comment, recipients.authorAccepted(comment));
            case UPDATE ->
                telling.tell(
                        entry, NotificationKind.MENTION, post, comment, recipients.newlyMentioned(post.id(), comment));
            case DELETE ->
                telling.tell(
                        entry,
                        NotificationKind.COMMENT_REMOVED,
                        post,
                        comment,
                        recipients.authorOfRemovedComment(comment));
            default -> {}
        }
    }

    private void readAnswer(Entry entry, Reference post, long comment) {
        var told = new HashSet<Long>();
        tellOnce(entry, NotificationKind.MENTION, post, comment, recipients.mentioned(post.id(), comment), told);
        tellOnce(entry, NotificationKind.REPLY, post, comment, recipients.authorAnswered(comment), told);
        tellOnce(entry, NotificationKind.ANSWERED, post, comment, recipients.asking(comment), told);
        tellOnce(entry, NotificationKind.COMMENT, post, comment, recipients.authorOf(post.id()), told);
        tellOnce(entry, NotificationKind.FOLLOWED, post, comment, recipients.following(post.id()), told);
    }

    // The day has come on which somebody wanted to be reminded.
    private void readBookmark(Entry entry) {
        var post = Reference.to(Posts.KIND, entry.object().id());
        var person = entry.target();
        if (person != null) {
            telling.tell(entry, NotificationKind.BOOKMARK, post, null, recipients.bookmarking(post.id(), person.id()));
        }
    }

    // The network calls somebody to answer, or those who look after the place when it is soon too late.
    private void readQuestion(Entry entry) {
        var post = Reference.to(Posts.KIND, entry.object().id());
        var person = entry.target();
        switch (entry.verb()) {
            case INVITE -> {
                if (person != null) {
                    telling.tell(entry, NotificationKind.CALLED, post, null, recipients.called(post.id(), person.id()));
                }
            }
            case ANNOUNCE ->
                telling.tell(entry, NotificationKind.OVERDUE_SOON, post, null, recipients.lookingAfter(post.id()));
            default -> {}
        }
    }

    // A thousand people at a time are asked to confirm that they read it, or reminded.
    private void readAnnouncement(Entry entry) {
        var post = Reference.to(Posts.KIND, entry.object().id());
        var thousand = entry.target();
        if (thousand != null && thousand.is(Rounds.THOUSAND)) {
            var kind = entry.verb() == Verb.ANNOUNCE ? NotificationKind.ANNOUNCED : NotificationKind.REMINDED;
            telling.tell(entry, kind, post, null, recipients.toAcknowledge(post.id(), thousand.id()));
        }
    }

    private void tellOnce(
            Entry entry,
            NotificationKind kind,
            Reference post,
            @Nullable Long comment,
            Set<Long> people,
            Set<Long> told) {
        var fresh = new HashSet<>(people);
        fresh.removeAll(told);
        told.addAll(fresh);
        telling.tell(entry, kind, post, comment, fresh);
    }

    private void readRequest(Entry entry) {
        var community = entry.target();
        if (community != null) {
            telling.tell(entry, NotificationKind.REQUEST, community, null, recipients.owners(community.id()));
        }
    }

    private void readMember(Entry entry) {
        var community = entry.target();
        if (community == null || !community.is(Communities.KIND)) {
            return;
        }
        switch (entry.verb()) {
            case ACCEPT -> tellMember(entry, NotificationKind.AGREED, community);
            case ADD -> tellMember(entry, NotificationKind.ADDED, community);
            case INVITE -> tellMember(entry, NotificationKind.INVITED, community);
            default -> {}
        }
        recipients.requestsAreAnswered(community.id());
    }

    private void tellMember(Entry entry, NotificationKind kind, Reference community) {
        telling.tell(
                entry,
                kind,
                community,
                null,
                recipients.finding(community.id(), entry.object().id()));
    }

    // Made in somebody's name by an administrator or on the server; what one makes oneself is no news.
    private void readAccount(Entry entry, NotificationKind kind) {
        var person = entry.target();
        if (person != null && person.is("person")) {
            telling.tell(entry, kind, person, null, Set.of(person.id()));
        }
    }

    private void readDraft(Entry entry) {
        switch (entry.verb()) {
            case INVITE -> tellTheNamed(entry, NotificationKind.COAUTHOR);
            case REJECT -> tellTheNamed(entry, NotificationKind.UNPUBLISHED);
            default -> {}
        }
    }

    // Whom it concerns is in the entry, one for each: who handles it, who made it, whom it is about.
    private void readReport(Entry entry) {
        switch (entry.verb()) {
            case FLAG -> tellTheNamed(entry, NotificationKind.REPORT);
            case ACCEPT -> tellTheNamed(entry, NotificationKind.REPORT_HANDLED);
            case ANNOUNCE -> tellTheNamed(entry, NotificationKind.REPORT_DECIDED);
            default -> {}
        }
    }

    private void tellTheNamed(Entry entry, NotificationKind kind) {
        var person = entry.target();
        if (person != null && person.is("person")) {
            telling.tell(entry, kind, entry.object(), null, Set.of(person.id()));
        }
    }
}
