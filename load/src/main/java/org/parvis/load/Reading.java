package org.parvis.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** One look over a page: what it offers, and every post and community that it shows. */
final class Reading {

    private static final int MOST = 60;

    private static final Word HREF = Word.of(" href=\"/");
    private static final Word SOURCE = Word.of(" src=\"/files/");
    private static final Word ACTION = Word.of(" action=\"/");
    private static final Word SHOWN = Word.of(" id=\"post_");
    private static final Word POSTS = Word.of("posts/");
    private static final Word COMMUNITIES = Word.of("communities/");
    private static final Word PEOPLE = Word.of("people/");
    private static final Word REACTIONS = Word.of("/reactions/");
    private static final Word VOTE = Word.of("/poll/vote\"");
    private static final Word COMMENTS = Word.of("/comments\"");
    private static final Word MEMBERSHIP = Word.of("/membership\"");
    private static final Word FOLLOW = Word.of("/follow\"");
    private static final Word OPTION = Word.of("name=\"options\" value=\"");
    private static final Word TAKEN = Word.of("value=\"delete\"");
    private static final Word NEXT = Word.of(" rel=\"next\"");
    private static final Word BEFORE = Word.of(" data-turbo-frame=\"before_");
    private static final Word FRAME = Word.of(" data-turbo-frame=\"");
    private static final Word POSITION = Word.of(" data-live=\"");

    private final byte[] page;
    private final IntPredicate readable;
    private final IntPredicate findable;
    private final List<Integer> posts = new ArrayList<>();
    private final List<Integer> communities = new ArrayList<>();
    private final List<Integer> people = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final List<Sight.Form> reactions = new ArrayList<>();
    private final List<Sight.Form> votes = new ArrayList<>();
    private final List<Sight.Form> entries = new ArrayList<>();
    private int commentable;
    private String forbidden = "";
    private int lastPost;
    private int lastCommunity;

    Reading(byte[] page, IntPredicate readable, IntPredicate findable) {
        this.page = page;
        this.readable = readable;
        this.findable = findable;
    }

    Sight look() {
        links();
        forms();
        for (var at = SHOWN.in(page, 0); at >= 0; at = SHOWN.in(page, at + 1)) {
            judgePost(Word.number(page, at + SHOWN.length()));
        }
        for (var at = SOURCE.in(page, 0); at >= 0 && files.size() < MOST; at = SOURCE.in(page, at + 1)) {
            files.add("/files/" + Word.value(page, at + SOURCE.length()));
        }
        var position = POSITION.in(page, 0);
        return new Sight(
                position < 0 ? "0" : Word.value(page, position + POSITION.length()),
                posts,
                communities,
                people,
                files,
                reactions,
                votes,
                entries,
                commentable,
                further());
    }

    /** What is shown although it may not be; empty when all is well. */
    String forbidden() {
        return forbidden;
    }

    private void links() {
        for (var at = HREF.in(page, 0); at >= 0; at = HREF.in(page, at + 1)) {
            var path = at + HREF.length();
            if (POSTS.isAt(page, path)) {
                var post = Word.number(page, path + POSTS.length());
                if (judgePost(post)) remember(posts, post);
            } else if (COMMUNITIES.isAt(page, path)) {
                var community = Word.number(page, path + COMMUNITIES.length());
                if (judgeCommunity(community)) remember(communities, community);
            } else if (PEOPLE.isAt(page, path)) {
                remember(people, Word.number(page, path + PEOPLE.length()));
            }
        }
    }

    private void forms() {
        for (var at = ACTION.in(page, 0); at >= 0; at = ACTION.in(page, at + 1)) {
            var path = at + ACTION.length();
            if (POSTS.isAt(page, path)) {
                postForm(path);
            } else if (COMMUNITIES.isAt(page, path)) {
                entry(path, COMMUNITIES, MEMBERSHIP);
            } else if (PEOPLE.isAt(page, path)) {
                entry(path, PEOPLE, FOLLOW);
            }
        }
    }

    private void postForm(int path) {
        var post = Word.number(page, path + POSTS.length());
        var end = path + POSTS.length() + digits(post);
        if (REACTIONS.isAt(page, end)) {
            reactions.add(form(path, TAKEN.in(page, path, path + 250) < 0 ? "_method=put" : "_method=delete"));
        } else if (VOTE.isAt(page, end)) {
            var option = OPTION.in(page, path, path + 1500);
            if (option >= 0) {
                votes.add(form(path, "_method=put&options=" + Word.value(page, option + OPTION.length())));
            }
        } else if (COMMENTS.isAt(page, end)) {
            commentable = post;
        }
    }

    // Where one is in already, the same form leads out.
    private void entry(int path, Word place, Word action) {
        var number = Word.number(page, path + place.length());
        if (action.isAt(page, path + place.length() + digits(number)) && TAKEN.in(page, path, path + 250) < 0) {
            entries.add(form(path, ""));
        }
    }

    private Sight.Form form(int path, String fields) {
        return new Sight.Form("/" + Word.value(page, path), fields);
    }

    private Sight.Further further() {
        var older = NEXT.in(page, 0);
        var at = older >= 0 ? older : BEFORE.in(page, 0);
        if (at < 0) return Sight.Further.NONE;
        var end = at;
        while (page[end] != '>') end++;
        var begin = at;
        while (page[begin] != '<') begin--;
        var href = HREF.in(page, begin, end);
        var frame = FRAME.in(page, begin, end);
        if (href < 0) return Sight.Further.NONE;
        return new Sight.Further(
                "/" + Word.value(page, href + HREF.length()),
                frame < 0 ? "" : Word.value(page, frame + FRAME.length()));
    }

    private boolean judgePost(int post) {
        if (post == 0) return false;
        if (post != lastPost && !readable.test(post)) forbidden = "post " + post;
        lastPost = post;
        return true;
    }

    private boolean judgeCommunity(int community) {
        if (community == 0) return false;
        if (community != lastCommunity && !findable.test(community)) forbidden = "community " + community;
        lastCommunity = community;
        return true;
    }

    private static void remember(List<Integer> numbers, int number) {
        if (number > 0 && numbers.size() < MOST && !numbers.contains(number)) numbers.add(number);
    }

    private static int digits(int number) {
        return Integer.toString(number).length();
    }
}
