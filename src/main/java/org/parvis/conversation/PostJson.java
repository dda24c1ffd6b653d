package org.parvis.conversation;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonReference;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A post as the REST API writes it; reactions stand in the order of their kinds. */
@Schema(name = "Post")
public record PostJson(
        String id,
        @Schema(example = "update") String kind,
        @Schema(description = "Null on a wall") @Nullable CommunityReference community,
        PersonReference author,
        @Nullable String title,
        @Schema(description = "Markdown as written") String text,
        @Schema(description = "Safe to show") String html,

        @Schema(description = "BCP 47, as far as it can be told") @Nullable
        String language,

        Instant publishedAt,
        Instant activeAt,
        boolean edited,
        long comments,
        Map<String, Long> reactions,
        @Schema(description = "The caller's own reactions") List<String> mine,

        @Schema(description = "Where it was imported from") @Nullable
        String source,

        List<FileJson> files,

        @Schema(description = "Whether it stands at the top of its community")
        boolean pinned,

        @Schema(description = "Whether nobody comments on it any more")
        boolean closed,

        @Nullable String closeReason,

        @Schema(
                description = "By how many people at least it was opened, in tens, for its author; null for others",
                example = "20")
        @Nullable
        Integer seenBy,

        @Schema(description = "Whether the caller bookmarked it")
        boolean bookmarked,

        @Schema(
                description = "What the caller chose to be told of its thread; null where nothing",
                allowableValues = {"followed", "muted"})
        @Nullable
        String watch,

        @JsonAnyGetter @Schema(hidden = true) Map<String, @Nullable Object> parts) {

    /** The place a post stands in. */
    @Schema(name = "CommunityReference")
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
                post.files().stream().map(FileJson::of).toList(),
                post.pinned(),
                post.closed(),
                post.closeReason(),
                post.seenBy(),
                post.attention().bookmarked(),
                watch(post.attention().watch()),
                parts(post));
    }

    private static @Nullable String watch(@Nullable Watch watch) {
        return watch == null ? null : watch.code();
    }

    // Null where a post has none: the field is always there.
    private static Map<String, @Nullable Object> parts(Post post) {
        var parts = new LinkedHashMap<String, @Nullable Object>();
        post.parts()
                .forEach((field, part) ->
                        parts.put(field, part.map(PostPart::json).orElse(null)));
        return parts;
    }

    static Map<String, Long> counts(ReactionCounts reactions) {
        return reactions.counts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .collect(Collectors.toMap(
                        entry -> entry.getKey().code(), Map.Entry::getValue, Long::sum, LinkedHashMap::new));
    }

    static List<String> mine(ReactionCounts reactions) {
        return reactions.mine().stream().sorted().map(Reaction::code).toList();
    }
}
