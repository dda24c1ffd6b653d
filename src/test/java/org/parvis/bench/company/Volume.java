package org.parvis.bench.company;

import java.util.Locale;

/** How much there is, post by post, and which numbers the comments of a chunk of posts have. */
final class Volume {

    static final int MOST_COMMENTS = 400;

    enum Kind {
        UPDATE,
        QUESTION,
        POLL,
        ARTICLE,
        ANNOUNCEMENT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int ANNOUNCED_A_YEAR = 104;
    private static final int BY_THE_CHIEF_A_YEAR = 150;

    private final Blueprint company;
    private final int posts;
    private final int chunk;
    private final int announced;
    private final int byTheChief;
    private final long[] firstComment;

    Volume(Blueprint company) {
        this.company = company;
        posts = company.posts();
        chunk = Math.clamp(posts / 100, 500, 10_000);
        announced = Math.max(30, posts / (company.years() * ANNOUNCED_A_YEAR));
        byTheChief = Math.max(40, posts / (company.years() * BY_THE_CHIEF_A_YEAR));
        firstComment = firstComments();
    }

    int posts() {
        return posts;
    }

    /** Posts that are written in one transaction. */
    int chunk() {
        return chunk;
    }

    int chunks() {
        return firstComment.length - 1;
    }

    long comments() {
        return firstComment[firstComment.length - 1] - 1;
    }

    /** The number of the first comment in a chunk. */
    long firstComment(int number) {
        return firstComment[number];
    }

    Kind kind(int post) {
        if (post % announced == announced / 2) return Kind.ANNOUNCEMENT;
        var way = draw(post).unit();
        return way < .05 ? Kind.QUESTION : way < .06 ? Kind.POLL : way < .07 ? Kind.ARTICLE : Kind.UPDATE;
    }

    boolean isByTheChief(int post) {
        return post % byTheChief == byTheChief / 3;
    }

    /** Four of a post, one more for each in the tail. */
    int comments(int post) {
        var draw = draw(post);
        draw.unit();
        var usual = draw.tail(4.6, 2) * (isByTheChief(post) ? 10 : 1);
        return (int) Math.min(usual, MOST_COMMENTS);
    }

    /** As many as would react, were there so many readers. */
    int reactions(int post) {
        var draw = draw(post);
        draw.unit();
        draw.unit();
        return (int) Math.min(draw.tail(7.2, 2) * (isByTheChief(post) ? 60 : 1), company.people() / 10.0);
    }

    private Draw draw(int post) {
        return Draw.of(company.seed(), Draw.Of.SIZE, post);
    }

    private long[] firstComments() {
        var first = new long[(posts + chunk - 1) / chunk + 1];
        first[0] = 1;
        for (var post = 0; post < posts; post++) {
            var n = post / chunk;
            if (post % chunk == 0) first[n + 1] = first[n];
            first[n + 1] += comments(post);
        }
        return first;
    }
}
