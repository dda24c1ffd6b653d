package org.parvis.imports.slack;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The numbers of a reading. They add up: {@code messages = posts + comments + everything left out}; placeholders for
 * posts that only their answers knew of come on top.
 */
public final class SlackTally {

    private int messages;
    private int posts;
    private int comments;
    private int placeholders;
    private int replies;
    private int withReactions;
    private int cut;
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final Map<String, Integer> otherReactions = new TreeMap<>();
    private final Set<String> unknownPosters = new TreeSet<>();

    void message(SlackMessage message) {
        messages++;
        replies += message.isReply() ? 1 : 0;
        withReactions += message.hasReactions() ? 1 : 0;
        kinds.merge(message.kind(), 1, Integer::sum);
    }

    void post() {
        posts++;
    }

    void comment() {
        comments++;
    }

    void placeholder() {
        placeholders++;
    }

    void shortened() {
        cut++;
    }

    void leftOut(String kind) {
        leftOut.merge(kind, 1, Integer::sum);
    }

    /** Messages nobody reads: of direct conversations, and of no channel. */
    void passedOver(String kind, int some) {
        if (some > 0) {
            messages += some;
            leftOut.merge(kind, some, Integer::sum);
        }
    }

    void otherReaction(String name) {
        otherReactions.merge(name, 1, Integer::sum);
    }

    void unknownPoster(String id) {
        unknownPosters.add(id);
    }

    public int messages() {
        return messages;
    }

    public int posts() {
        return posts;
    }

    public int comments() {
        return comments;
    }

    /** Posts that stand for what the export does not hold. */
    public int placeholders() {
        return placeholders;
    }

    /** Messages that answer in a thread, taken or not. */
    public int replies() {
        return replies;
    }

    public int withReactions() {
        return withReactions;
    }

    /** Texts longer than ours may be. */
    public int cut() {
        return cut;
    }

    /** Messages by Slack's subtype, plain ones as {@code message}. */
    public Map<String, Integer> kinds() {
        return Map.copyOf(kinds);
    }

    /**
     * Messages that were not taken, by subtype, or as {@code empty}, {@code no-time}, {@code doubled},
     * {@code direct_message}, {@code no_channel}.
     */
    public Map<String, Integer> leftOut() {
        return Map.copyOf(leftOut);
    }

    /** Emoji that became a like because none of the six says what they say. */
    public Map<String, Integer> otherReactions() {
        return Map.copyOf(otherReactions);
    }

    public Set<String> unknownPosters() {
        return Set.copyOf(unknownPosters);
    }
}
