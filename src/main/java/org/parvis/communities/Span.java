package org.parvis.communities;

import java.time.Instant;

/** From when to when something was said in a community. */
public record Span(CommunityId community, Instant first, Instant last) {

    public static Span of(CommunityId community, Instant at) {
        return new Span(community, at, at);
    }

    /** The shortest that holds both; they are of one community. */
    public Span with(Span other) {
        return new Span(
                community,
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last);
    }
}
