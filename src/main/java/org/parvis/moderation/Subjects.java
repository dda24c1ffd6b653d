package org.parvis.moderation;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.CommentId;
import org.parvis.conversation.Comments;
import org.parvis.conversation.Place;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.journal.Reference;
import org.parvis.people.People;
import org.parvis.people.PersonId;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.NotFound;
import org.springframework.stereotype.Component;

/** Finds what the viewer is about to report: what they may not read is not there, and nobody reports what is theirs. */
@Component
class Subjects {

    private final Posts posts;
    private final Comments comments;
    private final People people;
    private final Communities communities;

    Subjects(Posts posts, Comments comments, People people, Communities communities) {
        this.posts = posts;
        this.comments = comments;
        this.people = people;
        this.communities = communities;
    }

    /** @throws NotFound when it is not there or not for the viewer */
    Subject post(Viewer viewer, PostId id) {
        var post = posts.find(viewer, id);
        var words = post.title() == null ? post.text() : post.title() + "\n\n" + post.text();
        return written(
                viewer,
                Reference.to(Posts.KIND, id.value()),
                post.href(),
                post.author().id(),
                post.author().name(),
                post.place(),
                words);
    }

    /** @throws NotFound when it is not there or not for the viewer */
    Subject comment(Viewer viewer, CommentId id) {
        var comment = comments.find(viewer, id);
        return written(
                viewer,
                Reference.to(Comments.KIND, id.value()),
                comment.href(),
                comment.author().id(),
                comment.author().name(),
                comment.place(),
                comment.text());
    }

    /** @throws NotFound when they are not there or not for the viewer */
    Subject person(Viewer viewer, PersonId id) {
        var person = people.find(viewer, id);
        return written(
                viewer, Reference.to(People.KIND, id.value()), person.href(), id, person.name(), null, person.name());
    }

    /** @throws NotFound when it is not there or not for the viewer */
    Subject community(Viewer viewer, CommunityId id) {
        var community = communities.find(viewer, id);
        if (community.owned()) {
            throw new Forbidden("nobody reports a community of their own");
        }
        return new Subject(
                Reference.to(Communities.KIND, id.value()),
                community.href(),
                null,
                community.name(),
                id,
                community.name(),
                (community.name() + "\n\n" + community.description()).strip());
    }

    private static Subject written(
            Viewer viewer,
            Reference thing,
            String href,
            PersonId by,
            String name,
            @Nullable Place place,
            String words) {
        if (viewer.is(by)) {
            throw new Forbidden("nobody reports what is their own");
        }
        return new Subject(
                thing,
                href,
                by,
                name,
                place == null ? null : place.id(),
                place == null ? "" : place.name(),
                shortened(words));
    }

    private static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= Subject.WORDS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, Subject.WORDS));
    }
}
