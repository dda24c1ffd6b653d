package org.parvis.feed;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Post;
import org.parvis.people.Viewer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What brings posts to one person. It says what concerns them, never what they may read.
 *
 * @param employee whether they read what every employee reads: a guest reads where they are in, and nowhere else
 * @param communities those they are in
 * @param mutedCommunities those of them whose posts do not come
 * @param people those they follow
 * @param topics those they follow, by their names
 * @param mutedTopics whose posts do not come
 * @param workplace their site, null where there is none
 * @param site the same, unless it is muted
 * @param department theirs, unless there is none or it is muted
 */
record Interests(
        long person,
        boolean employee,
        Set<Long> communities,
        Set<Long> mutedCommunities,
        Set<Long> people,
        Map<Long, String> topics,
        Set<Long> mutedTopics,
        @Nullable String workplace,
        @Nullable String site,
        @Nullable String department) {

    /** How much there is of it. */
    int size() {
        return 8 + communities.size() + people.size() + topics.size() + mutedTopics.size();
    }

    /** Whether a post comes to a view: as {@link Sources} says it in SQL. */
    boolean bring(View view, Candidate post) {
        return switch (view) {
            case FOR_ME -> isReadable(post) && !isMuted(post) && (isFollowed(post) || isNear(post));
            case FOLLOWING -> isReadable(post) && !isMuted(post) && isFollowed(post);
            case COMPANY -> post.everyones() && isReadable(post);
        };
    }

    boolean isIn(long community) {
        return communities.contains(community);
    }

    // As it looks from here, so that what is proposed is nearly always what may be read.
    private boolean isReadable(Candidate post) {
        return employee && post.everyones() || isIn(post.community());
    }

    private boolean comesFrom(long community) {
        return isIn(community) && !mutedCommunities.contains(community);
    }

    private boolean isFollowed(Candidate post) {
        return comesFrom(post.community()) || people.contains(post.author()) || topic(post) != null;
    }

    private boolean isNear(Candidate post) {
        return post.isOnWall()
                && (post.author() == person
                        || site != null && site.equals(post.site())
                        || department != null && department.equals(post.department()));
    }

    private boolean isMuted(Candidate post) {
        return !mutedTopics.isEmpty()
                && post.author() != person
                && Arrays.stream(post.ownTopics()).anyMatch(mutedTopics::contains)
                && !post.mentions(person);
    }

    private @Nullable String topic(Candidate post) {
        if (topics.isEmpty()) return null;
        for (var topic : post.topics()) {
            var name = topics.get(topic);
            if (name != null) return name;
        }
        return null;
    }

    /** Every reason there is, the strongest first; what everyone reads needs no other. */
    List<Reason> reasons(Viewer viewer, Post post, Candidate why) {
        var reasons = new ArrayList<Reason>(2);
        var place = post.place();
        var own = viewer.is(post.author().id());
        if (own) {
            reasons.add(new Reason(Reason.Kind.OWN, null, null));
        }
        if (place != null && place.member() && comesFrom(place.id().value())) {
            reasons.add(
                    new Reason(Reason.Kind.COMMUNITY, place.name(), place.id().toString()));
        }
        if (people.contains(post.author().id().value())) {
            reasons.add(new Reason(
                    Reason.Kind.PERSON, post.author().name(), post.author().id().toString()));
        }
        var topic = topic(why);
        if (topic != null) {
            reasons.add(new Reason(Reason.Kind.TOPIC, topic, topic));
        }
        if (place == null && !own) {
            shared(Reason.Kind.DEPARTMENT, department, why.department(), reasons);
            shared(Reason.Kind.SITE, site, why.site(), reasons);
        }
        if (reasons.isEmpty()) {
            reasons.add(Reason.NONE);
        }
        return List.copyOf(reasons);
    }

    private static void shared(Reason.Kind kind, @Nullable String mine, @Nullable String theirs, List<Reason> reasons) {
        if (mine != null && mine.equals(theirs)) {
            reasons.add(new Reason(kind, mine, Muted.MINE));
        }
    }
}
