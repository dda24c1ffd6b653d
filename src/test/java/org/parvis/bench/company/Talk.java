package org.parvis.bench.company;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What is said and done in one chunk of posts, drawn into the rows of its tables. */
final class Talk {

    private static final long LONGEST = 60 * 24 * Rhythm.HOUR;

    private static final List<String> REACTIONS = List.of("like", "thanks", "bravo", "idea", "laugh", "sad");

    private record Post(
            long id,
            Volume.Kind kind,
            Place place,
            boolean wall,
            int author,
            String language,
            long at,
            int reactions) {}

    private record Comment(Post post, int nth, int replyTo, int author, long at) {}

    private record Reaction(Post post, long comment, int person, String kind, long at) {}

    private final World world;
    private final int chunk;
    private final int first;
    private final Draw[] draws;
    private final List<Post> posts = new ArrayList<>();
    private final List<List<Comment>> threads = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<Reaction> reactions = new ArrayList<>();
    private final TalkRows rows;
    private final Crowd crowd;

    private Talk(World world, int chunk) {
        this.world = world;
        this.chunk = chunk;
        this.rows = new TalkRows(world.months());
        this.crowd = new Crowd(world.staff(), world.places());
        this.first = chunk * world.volume().chunk();
        this.draws = new Draw[Math.min(world.volume().chunk(), world.volume().posts() - first)];
    }

    static List<Rows> of(World world, int chunk) {
        var talk = new Talk(world, chunk);
        talk.draw();
        return talk.rows.all();
    }

    private void draw() {
        for (var n = 0; n < draws.length; n++) post(n);
        comments.sort(Comparator.comparingLong(Comment::at));
        var ids = ids();
        for (var n = 0; n < posts.size(); n++) write(n, ids[n]);
        for (var n = 0; n < comments.size(); n++) {
            var comment = comments.get(n);
            write(comment, ids[nth(comment.post)]);
        }
        reactions.sort(Comparator.comparingLong(Reaction::at));
        reactions.forEach(this::write);
    }

    /** The numbers of the comments in the order of their times, by post and by place in its thread. */
    private long[][] ids() {
        var ids = new long[posts.size()][];
        for (var n = 0; n < ids.length; n++) ids[n] = new long[threads.get(n).size()];
        var next = world.volume().firstComment(chunk);
        for (var comment : comments) ids[nth(comment.post)][comment.nth] = next++;
        return ids;
    }

    /** Which post of the chunk it is. */
    private int nth(Post post) {
        return (int) (post.id - 1 - first);
    }

    private void post(int n) {
        var index = first + n;
        var draw = Draw.of(world.company().seed(), Draw.Of.POST, index);
        draws[n] = draw;
        var post = post(index, draw);
        posts.add(post);
        var thread = thread(post, draw, world.volume().comments(index));
        threads.add(thread);
        comments.addAll(thread);
    }

    private Post post(int index, Draw draw) {
        var volume = world.volume();
        var at = world.rhythm().at((index + draw.unit()) / volume.posts());
        var kind = volume.kind(index);
        var official = volume.isByTheChief(index) || kind == Volume.Kind.ANNOUNCEMENT;
        var place = official ? world.places().everybody() : place(draw, at);
        var wall = place == null;
        var where = place == null ? world.places().everybody() : place;
        var author = volume.isByTheChief(index)
                ? Staff.CHIEF_EXECUTIVE
                : kind == Volume.Kind.ANNOUNCEMENT || where.ownersAlonePost()
                        ? where.members()[draw.below(where.owners())]
                        : crowd.writer(draw, where);
        var language = draw.chance(.6) && !wall
                ? where.language()
                : world.staff().person(author).country().writes();
        return new Post(index + 1L, kind, where, wall, author, language, at, volume.reactions(index));
    }

    /** One of those there are by then; the wall of the author otherwise, as one time in nine anyway. */
    private @Nullable Place place(Draw draw, long at) {
        if (draw.chance(.11)) return null;
        for (var tried = 0; tried < 12; tried++) {
            var place = world.places().one(draw);
            if (place.created() <= at) return place;
        }
        return null;
    }

    private List<Comment> thread(Post post, Draw draw, int count) {
        var times = new long[count];
        for (var n = 0; n < count; n++) times[n] = after(draw, post.at, 6);
        Arrays.sort(times);
        var thread = new ArrayList<Comment>(count);
        var answered = new ArrayList<Integer>();
        for (var n = 0; n < count; n++) {
            var reply = !answered.isEmpty() && draw.chance(.3);
            var replyTo = reply ? answered.get(draw.below(answered.size())) : -1;
            if (!reply) answered.add(n);
            var author = draw.chance(.18) ? post.author : crowd.writer(draw, post.place);
            thread.add(new Comment(post, n, replyTo, author, times[n]));
        }
        return thread;
    }

    /** Some hours later, some much later, and nothing after the end. */
    private long after(Draw draw, long at, double hours) {
        var end = world.company().end();
        var later = at + 20 * Rhythm.SECOND + (long) Math.min(LONGEST, draw.tail(hours, 1.25) * Rhythm.HOUR);
        return later < end ? later : at + (long) ((end - at) * draw.unit());
    }

    private void write(int n, long[] ids) {
        var post = posts.get(n);
        var draw = draws[n];
        var thread = threads.get(n);
        var active = thread.isEmpty() ? post.at : thread.getLast().at;
        var titled = post.kind != Volume.Kind.UPDATE && post.kind != Volume.Kind.POLL;
        var title = titled ? world.phrases().title(draw, post.language) : null;
        var text = text(post, draw, active);
        var community = post.wall ? 0 : post.place.id();
        rows.post(post.id, post.kind, post.author, community, title, text, post.language, post.at, active);
        kind(post, draw, thread, ids);
        rows.entry(post.at, post.author, "create", "post", post.id, 0, community, post.author);
        react(post, 0, draw, post.reactions, post.at);
    }

    private String text(Post post, Draw draw, long active) {
        if (post.kind == Volume.Kind.ARTICLE) {
            return world.phrases().chapters(draw, post.language, (int) Math.min(12_000, draw.around(4_500, .4)));
        }
        var text = world.phrases().text(draw, post.language, (int) Math.min(6_000, draw.around(210, .9)));
        if (draw.chance(.08)) text = named(post, 0, draw, text);
        if (draw.chance(.2)) text = text + topics(post.id, draw, post.at, active);
        return text;
    }

    private String topics(long post, Draw draw, long at, long active) {
        var first = world.topics().one(draw);
        var second = draw.chance(.3) ? world.topics().one(draw) : first;
        rows.topic(post, first, at, active);
        if (second != first) rows.topic(post, second, at, active);
        return "\n\n#" + world.topics().name(first)
                + (second == first ? "" : " #" + world.topics().name(second));
    }

    /** Somebody who may read it. */
    private String named(Post post, long comment, Draw draw, String text) {
        var person = crowd.writer(draw, post.place);
        rows.mention(post.id, comment, person);
        return "@[%s](person:%d) %s".formatted(world.staff().person(person).name(), person, text);
    }

    private void kind(Post post, Draw draw, List<Comment> thread, long[] ids) {
        switch (post.kind) {
            case QUESTION -> question(post, draw, thread, ids);
            case POLL -> poll(post, draw);
            case ARTICLE -> rows.article(post.id);
            case ANNOUNCEMENT ->
                rows.announcement(
                        post.id,
                        draw.chance(.3) ? Country.ALL.get(draw.below(12)).code() : null,
                        post.at + 10 * 24 * Rhythm.HOUR);
            default -> {}
        }
    }

    private void question(Post post, Draw draw, List<Comment> thread, long[] ids) {
        var answer = thread.stream()
                .filter(comment -> comment.replyTo < 0 && comment.author != post.author)
                .findFirst();
        var answered = answer.map(Comment::at).orElse(0L);
        rows.question(post.id, post.at, answered, world.company().end());
        if (answer.isPresent() && draw.chance(.4)) {
            rows.accepted(
                    post.id,
                    ids[answer.get().nth],
                    post.author,
                    Math.min(answered + Rhythm.HOUR, world.company().end()));
        }
    }

    private void poll(Post post, Draw draw) {
        var options = 2 + draw.below(3);
        var texts = new ArrayList<String>();
        while (texts.size() < options) {
            var thing = world.phrases().thing(draw, post.language);
            if (!texts.contains(thing)) texts.add(thing);
        }
        var voters = crowd.readers(draw, post.place, (int) draw.tail(20, 2));
        var votes = new int[options];
        for (var voter : voters) {
            var chosen = draw.early(options, 1.4);
            votes[chosen]++;
            rows.vote(post.id, chosen, voter, after(draw, post.at, 8));
        }
        rows.poll(post.id, post.at + 7 * 24 * Rhythm.HOUR, voters.length, texts, votes);
    }

    private void write(Comment comment, long[] ids) {
        var post = comment.post;
        var draw = draws[nth(post)];
        var id = ids[comment.nth];
        var language = draw.chance(.7)
                ? post.language
                : world.staff().person(comment.author).country().writes();
        var text = world.phrases().text(draw, language, (int) Math.min(2_000, draw.around(85, .8)));
        if (draw.chance(.1)) text = named(post, id, draw, text);
        var replyTo = comment.replyTo < 0 ? 0 : ids[comment.replyTo];
        rows.comment(id, post.id, replyTo, comment.author, text, language, comment.at);
        var community = post.wall ? 0 : post.place.id();
        rows.entry(comment.at, comment.author, "create", "comment", id, post.id, community, post.author);
        react(post, id, draw, (int) Math.min(200, draw.tail(2.33, 2)), comment.at);
    }

    private void react(Post post, long comment, Draw draw, int wanted, long at) {
        for (var person : crowd.readers(draw, post.place, wanted)) {
            var kind = REACTIONS.get(draw.early(REACTIONS.size(), 4));
            reactions.add(new Reaction(post, comment, person, kind, after(draw, at, 5)));
        }
    }

    private void write(Reaction reaction) {
        var post = reaction.post;
        var community = post.wall ? 0 : post.place.id();
        rows.reaction(post.id, reaction.comment, reaction.person, reaction.kind, reaction.at);
        rows.entry(
                reaction.at,
                reaction.person,
                "like",
                reaction.comment == 0 ? "post" : "comment",
                reaction.comment == 0 ? post.id : reaction.comment,
                post.id,
                community,
                post.author);
    }
}
