package org.parvis.bench.company;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The tables of what is said, in the order in which they are written. */
final class TalkRows {

    private static final long DAY = 24 * Rhythm.HOUR;

    private final Months months;
    private final Rows posts =
            new Rows("post", "id,kind,author_id,community_id,title,text,language,published_at,active_at");
    private final Rows comments = new Rows("comment", "id,post_id,reply_to,author_id,text,language,published_at");
    private final Rows postReactions = new Rows("post_reaction", "post_id,person_id,kind,at");
    private final Rows commentReactions = new Rows("comment_reaction", "comment_id,person_id,kind,at");
    private final Rows mentions = new Rows("mention", "post_id,comment_id,person_id");
    private final Rows topics = new Rows("post_topic", "post_id,topic_id,published_at,active_at");
    private final Rows questions =
            new Rows("question", "post_id,asked_at,due_at,call_at,promised,day_hours,answered_at,called_at");
    private final Rows acceptances = new Rows("acceptance", "post_id,comment_id,accepted_by,accepted_at");
    private final Rows polls = new Rows("poll", "post_id,multiple,secret,at_end,extensible,ends_at,voters");
    private final Rows options = new Rows("poll_option", "id,post_id,position,text,votes");
    private final Rows voters = new Rows("poll_voter", "post_id,person_id");
    private final Rows votes = new Rows("poll_vote", "option_id,person_id,at");
    private final Rows articles = new Rows("article", "post_id");
    private final Rows announcements = new Rows(
            "announcement", "post_id,departments,sites,countries,job_titles,communities,acknowledge,expires_at");
    private final List<Rows> entries = new ArrayList<>();

    TalkRows(Months months) {
        this.months = months;
        for (var month : months.all()) {
            entries.add(new Rows(
                    "bench.entry_" + Months.name(month),
                    "at,actor,verb,object_kind,object_id,target_id,audience_kind,audience_id"));
        }
    }

    List<Rows> all() {
        var all = new ArrayList<>(List.of(
                posts,
                comments,
                postReactions,
                commentReactions,
                mentions,
                topics,
                questions,
                acceptances,
                polls,
                options,
                voters,
                votes,
                articles,
                announcements));
        all.addAll(entries);
        return all;
    }

    void post(
            long id,
            Volume.Kind kind,
            int author,
            int community,
            @Nullable String title,
            String text,
            String language,
            long at,
            long active) {
        posts.begin()
                .number(id)
                .text(kind.code())
                .number(author)
                .id(community)
                .text(title)
                .text(text)
                .text(language)
                .moment(at)
                .moment(active);
    }

    void comment(long id, long post, long replyTo, int author, String text, String language, long at) {
        comments.begin()
                .number(id)
                .number(post)
                .id(replyTo)
                .number(author)
                .text(text)
                .text(language)
                .moment(at);
    }

    void reaction(long post, long comment, int person, String kind, long at) {
        var rows = comment == 0 ? postReactions : commentReactions;
        rows.begin()
                .number(comment == 0 ? post : comment)
                .number(person)
                .text(kind)
                .moment(at);
    }

    void mention(long post, long comment, int person) {
        mentions.begin().number(post).id(comment).number(person);
    }

    void topic(long post, int topic, long at, long active) {
        topics.begin().number(post).number(topic).moment(at).moment(active);
    }

    /** Whose time ran out before the end, its owners were called for. */
    void question(long post, long at, long answered, long end) {
        var call = at + 3 * DAY / 2;
        questions
                .begin()
                .number(post)
                .moment(at)
                .moment(at + 2 * DAY)
                .moment(call)
                .small(20)
                .small(10)
                .momentOrNothing(answered)
                .momentOrNothing(call <= end && (answered == 0 || answered > call) ? call : 0);
    }

    void accepted(long post, long comment, int by, long at) {
        acceptances.begin().number(post).number(comment).number(by).moment(at);
    }

    void poll(long post, long ends, int voted, List<String> texts, int[] counts) {
        polls.begin()
                .number(post)
                .flag(false)
                .flag(false)
                .flag(false)
                .flag(false)
                .moment(ends)
                .number(voted);
        for (var n = 0; n < counts.length; n++) {
            options.begin()
                    .number(option(post, n))
                    .number(post)
                    .small(n)
                    .text(texts.get(n))
                    .number(counts[n]);
        }
    }

    void vote(long post, int option, int person, long at) {
        voters.begin().number(post).number(person);
        votes.begin().number(option(post, option)).number(person).moment(at);
    }

    void article(long post) {
        articles.begin().number(post);
    }

    void announcement(long post, @Nullable String country, long expires) {
        announcements
                .begin()
                .number(post)
                .texts(List.of())
                .texts(List.of())
                .texts(country == null ? List.of() : List.of(country))
                .texts(List.of())
                .noNumbers()
                .flag(false)
                .moment(expires);
    }

    /** For the journal, if it is late enough for one; the audience is the community, or the author where there is none. */
    void entry(long at, int actor, String verb, String kind, long object, long target, int community, int author) {
        var month = months.of(at);
        if (month < 0) return;
        entries.get(month)
                .begin()
                .moment(at)
                .number(actor)
                .text(verb)
                .text(kind)
                .number(object)
                .id(target)
                .text(community == 0 ? "person" : "community")
                .number(community == 0 ? author : community);
    }

    /** A post has eight at most. */
    private static long option(long post, int n) {
        return post * 8 + n;
    }
}
