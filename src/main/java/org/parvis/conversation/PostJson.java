package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonReference;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A post as the REST API writes it. */
public record PostJson(
        String id,
        String kind,
        @Nullable CommunityReference community,
        PersonReference author,
        @Nullable String title,
        String text,
        String html,
        @Nullable String language,
        Instant publishedAt,
        Instant activeAt,
        boolean edited,
        long comments,
        Map<String, Long> reactions,
        Set<String> mine,
        @Nullable String source,
        List<Object> files) {

    /** The place a post stands in. */
    public record CommunityReference(String id, String name) {}

    public static PostJson of(Post post) {
        var place = post.place();
        return new PostJson(
                post.id().toString(),
                post.kind(),
                place == null ? null : new CommunityReference(place.id().toString(), place.name()),
                PersonReference.of(post.author()),
                post.title(),
                post.text(),
                post.html(),
                post.language(),
                post.publishedAt(),
                post.activeAt(),
                post.edited(),
                post.comments(),
                counts(post.reactions()),
                mine(post.reactions()),
                post.source(),
                List.of());
    }

    static Map<String, Long> counts(ReactionCounts reactions) {
        return reactions.counts().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().code(), Map.Entry::getValue));
    }

    static Set<String> mine(ReactionCounts reactions) {
        return reactions.mine().stream().map(Reaction::code).collect(Collectors.toSet());
    }
}
