package org.parvis.imports;

import org.parvis.conversation.Gain;
import org.parvis.imports.slack.PastReaction;
import org.parvis.imports.slack.SlackChannel;
import org.parvis.imports.slack.SlackExport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The numbers of a Slack import. Those of the file add up: messages = posts + comments + all that was left out; what was
 * new here stands beside.
 */
final class SlackCounts {

    private final SlackExport export;
    private long reactions;
    private long newCommunities;
    private long newPeople;
    private long newMembers;
    private Gain gain = Gain.NONE;

    SlackCounts(SlackExport export) {
        this.export = export;
    }

    void read(List<PastReaction> some) {
        reactions += some.size();
    }

    void gained(Gain more) {
        gain = gain.plus(more);
    }

    void community(boolean isNew, int members) {
        newCommunities += isNew ? 1 : 0;
        newMembers += members;
    }

    void newPeople(long some) {
        newPeople += some;
    }

    Map<String, Long> asMap(long colleagues, long formerMembers) {
        var tally = export.tally();
        var counts = new LinkedHashMap<String, Long>();
        counts.put("messages", (long) tally.messages());
        counts.put("posts", (long) tally.posts());
        counts.put("comments", (long) tally.comments());
        counts.put("left-out", sum(tally.leftOut()));
        counts.put("stand-ins", (long) tally.placeholders());
        counts.put("cut", (long) tally.cut());
        counts.put("reactions", reactions);
        counts.put("other-reactions", sum(tally.otherReactions()));
        counts.put("direct-conversations", (long) export.directConversations());
        counts.put("channels", (long) export.channels().size());
        counts.put("channels-with-messages", count(export::hasMessages));
        counts.put("archived-channels", count(SlackChannel::archived));
        counts.put("private-channels", count(SlackChannel::invitationOnly));
        counts.put("users", (long) export.users().size());
        counts.put("unknown-posters", (long) tally.unknownPosters().size());
        counts.put("colleagues", colleagues);
        counts.put("former-members", formerMembers);
        counts.put("new-people", newPeople);
        counts.put("new-communities", newCommunities);
        counts.put("new-members", newMembers);
        counts.put("new-posts", (long) gain.posts());
        counts.put("new-comments", (long) gain.comments());
        counts.put("new-reactions", (long) gain.reactions());
        counts.put("reworded", (long) gain.changed());
        return counts;
    }

    /** What was not taken, kind by kind; together they are {@code left-out}. */
    List<Remark> leftOut() {
        return export.tally().leftOut().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(kind -> Remark.aboutFile(
                        "imports.slack.left-out", Clean.line(kind.getKey(), 40, "?"), String.valueOf(kind.getValue())))
                .toList();
    }

    private long count(Predicate<SlackChannel> which) {
        return export.channels().stream().filter(which).count();
    }

    private static long sum(Map<String, Integer> byKind) {
        return byKind.values().stream().mapToLong(Integer::longValue).sum();
    }
}
