package org.parvis.bench.company;

/** How much there is, post by post, and which numbers the comments of a chunk of posts have. */
final class Volume {

    /** Posts that are written in one transaction. */
    static final int CHUNK = 10_000;

    static final int MOST_COMMENTS = 400;

    enum Kind {
        UPDATE,
        QUESTION,
        POLL,
        ARTICLE,
        ANNOUNCEMENT;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final int ANNOUNCED_A_YEAR = 104;
    private static final int BY_THE_CHIEF_A_YEAR = 150;

    private final Blueprint company;
    private final int posts;
    private final int announced;
    private final int byTheChief;
    private final long[] firstComment;

    Volume(Blueprint company) {
        this.company = company;
        posts = company.posts();
        announced = Math.max(30, posts / (company.years() * ANNOUNCED_A_YEAR));
        byTheChief = Math.max(40, posts / (company.years() * BY_THE_CHIEF_A_YEAR));
        firstComment = firstComments();
    }

    int posts() {
        return posts;
    }

    int chunks() {
        return firstComment.length - 1;
    }

    long comments() {
        return firstComment[firstComment.length - 1] - 1;
    }

    /** The number of the first comment in a chunk. */
    long firstComment(int chunk) {
        return firstComment[chunk];
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
        var first = new long[(posts + CHUNK - 1) / CHUNK + 1];
        first[0] = 1;
        for (var post = 0; post < posts; post++) {
            var chunk = post / CHUNK;
            if (post % CHUNK == 0) first[chunk + 1] = first[chunk];
            first[chunk + 1] += comments(post);
        }
        return first;
    }
}
