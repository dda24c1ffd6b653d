package org.parvis.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** One look over a page: what it offers, and every post and community that it shows. */
final class Reading {

    private static final int MOST = 60;

    private static final String HREF = " href=\"/";
    private static final String SOURCE = " src=\"/files/";
    private static final String ACTION = " action=\"/";
    private static final String SHOWN = " id=\"post_";
    private static final String POSTS = "posts/";
    private static final String COMMUNITIES = "communities/";
    private static final String PEOPLE = "people/";
    private static final String REACTIONS = "/reactions/";
    private static final String VOTE = "/poll/vote\"";
    private static final String COMMENTS = "/comments\"";
    private static final String MEMBERSHIP = "/membership\"";
    private static final String FOLLOW = "/follow\"";
    private static final String OPTION = "name=\"options\" value=\"";
    private static final String TAKEN = "value=\"delete\"";
    private static final String NEXT = " rel=\"next\"";
    private static final String BEFORE = " data-turbo-frame=\"before_";
    private static final String FRAME = " data-turbo-frame=\"";
    private static final String POSITION = " data-live=\"";

    private final String page;
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

    Reading(String page, IntPredicate readable, IntPredicate findable) {
        this.page = page;
        this.readable = readable;
        this.findable = findable;
    }

    Sight look() {
        links();
        forms();
        for (var at = page.indexOf(SHOWN); at >= 0; at = page.indexOf(SHOWN, at + 1)) {
            judgePost(number(page, at + SHOWN.length()));
        }
        for (var at = page.indexOf(SOURCE); at >= 0 && files.size() < MOST; at = page.indexOf(SOURCE, at + 1)) {
            files.add("/files/" + value(page, at + SOURCE.length()));
        }
        var position = page.indexOf(POSITION);
        return new Sight(
                position < 0 ? "0" : value(page, position + POSITION.length()),
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
        for (var at = page.indexOf(HREF); at >= 0; at = page.indexOf(HREF, at + 1)) {
            var path = at + HREF.length();
            if (page.startsWith(POSTS, path)) {
                var post = number(page, path + POSTS.length());
                if (judgePost(post)) remember(posts, post);
            } else if (page.startsWith(COMMUNITIES, path)) {
                var community = number(page, path + COMMUNITIES.length());
                if (judgeCommunity(community)) remember(communities, community);
            } else if (page.startsWith(PEOPLE, path)) {
                remember(people, number(page, path + PEOPLE.length()));
            }
        }
    }

    private void forms() {
        for (var at = page.indexOf(ACTION); at >= 0; at = page.indexOf(ACTION, at + 1)) {
            var path = at + ACTION.length();
            if (page.startsWith(POSTS, path)) {
                postForm(path);
            } else if (page.startsWith(COMMUNITIES, path)) {
                entry(path, COMMUNITIES, MEMBERSHIP);
            } else if (page.startsWith(PEOPLE, path)) {
                entry(path, PEOPLE, FOLLOW);
            }
        }
    }

    private void postForm(int path) {
        var post = number(page, path + POSTS.length());
        var end = path + POSTS.length() + digits(post);
        if (page.startsWith(REACTIONS, end)) {
            reactions.add(form(path, within(TAKEN, path, path + 250) < 0 ? "_method=put" : "_method=delete"));
        } else if (page.startsWith(VOTE, end)) {
            var option = within(OPTION, path, path + 1500);
            if (option >= 0) {
                votes.add(form(path, "_method=put&options=" + value(page, option + OPTION.length())));
            }
        } else if (page.startsWith(COMMENTS, end)) {
            commentable = post;
        }
    }

    // Where one is in already, the same form leads out.
    private void entry(int path, String place, String action) {
        var number = number(page, path + place.length());
        if (page.startsWith(action, path + place.length() + digits(number)) && within(TAKEN, path, path + 250) < 0) {
            entries.add(form(path, ""));
        }
    }

    private Sight.Form form(int path, String fields) {
        return new Sight.Form("/" + value(page, path), fields);
    }

    private Sight.Further further() {
        var older = page.indexOf(NEXT);
        var at = older >= 0 ? older : page.indexOf(BEFORE);
        if (at < 0) return Sight.Further.NONE;
        var end = page.indexOf('>', at);
        var begin = page.lastIndexOf('<', at);
        var href = within(HREF, begin, end);
        var frame = within(FRAME, begin, end);
        if (href < 0) return Sight.Further.NONE;
        return new Sight.Further(
                "/" + value(page, href + HREF.length()), frame < 0 ? "" : value(page, frame + FRAME.length()));
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

    // A search through what follows would go on to the end of the page.
    private int within(String word, int from, int end) {
        return page.indexOf(word, from, Math.min(end, page.length()));
    }

    /** The number that begins there; 0 when none does. */
    static int number(String page, int at) {
        var number = 0;
        for (var n = at; n < page.length() && page.charAt(n) >= '0' && page.charAt(n) <= '9'; n++) {
            number = number * 10 + page.charAt(n) - '0';
        }
        return number;
    }

    /** What stands there until the closing quotation mark. */
    static String value(String page, int at) {
        return page.substring(at, page.indexOf('"', at)).replace("&amp;", "&");
    }
}
