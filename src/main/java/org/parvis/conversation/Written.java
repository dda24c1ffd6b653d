package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.journal.Activity;
import org.parvis.journal.Reference;

/**
 * Something brought, and where it lies here.
 *
 * @param comment null: it is the post itself
 * @param wall whose wall it is on, where there is no community
 * @param news what this batch did to it
 */
record Written(
        Brought said,
        long post,
        @Nullable Long comment,
        @Nullable Long community,
        long wall,
        News news) {

    enum News {
        NEW,
        REWORDED,
        KNOWN
    }

    boolean isNew() {
        return news == News.NEW;
    }

    /** Whether its mentions and topics have to be written down. */
    boolean isWorded() {
        return news != News.KNOWN;
    }

    Activity activity() {
        var actor = Activity.by(said.author().value());
        return placed(isNew() ? actor.create(reference()) : actor.update(reference()));
    }

    Activity like(long person) {
        return placed(Activity.by(person).like(reference()));
    }

    private Reference reference() {
        return comment == null ? new Reference(Posts.KIND, post) : new Reference(Comments.KIND, comment);
    }

    private Activity placed(Activity activity) {
        var place = community == null ? new Reference("person", wall) : new Reference(Communities.KIND, community);
        var inPlace = activity.in(place).quietly();
        return comment == null ? inPlace : inPlace.to(new Reference(Posts.KIND, post));
    }
}
