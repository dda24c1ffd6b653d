package org.parvis.demo;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.BroughtComment;
import org.parvis.conversation.BroughtPost;
import org.parvis.conversation.BroughtReaction;
import org.parvis.conversation.Reaction;
import org.parvis.people.PersonId;
import org.parvis.platform.text.Mentions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One post of the script with its answers, as they are brought in. */
final class Talk {

    private static final Pattern MENTION = Pattern.compile("@\\[[^]]+]\\((VA-\\d+)\\)");
    private static final String SECOND_THOUGHT = "9m";

    private final String key;
    private final Map<String, Colleague> staff;
    private final @Nullable Group group;
    private final Moments moments;
    private final BroughtPost post;
    private final List<BroughtComment> comments = new ArrayList<>();

    Talk(String key, Map<String, Object> entry, @Nullable Group group, Map<String, Colleague> staff, Moments moments) {
        this.key = key;
        this.staff = staff;
        this.group = group;
        this.moments = moments;
        this.post = post(entry);
        comment(Script.parts(entry, "comments"));
    }

    BroughtPost post() {
        return post;
    }

    List<BroughtComment> comments() {
        return comments;
    }

    private BroughtPost post(Map<String, Object> entry) {
        var author = colleague(Script.text(entry, "by"));
        var at = moments.ago(Script.text(entry, "at"), author.zone(), anyDay());
        return new BroughtPost(
                key,
                BroughtPost.State.WRITTEN,
                author.id(),
                group == null ? null : group.id(),
                withMentions(Script.text(entry, "text")),
                at,
                Script.yes(entry, "edited")
                        ? moments.after(at, List.of(new Moments.Delay(SECOND_THOUGHT, author.zone())), true)
                                .getFirst()
                        : null,
                reactions(entry, key, author.id(), at));
    }

    private void comment(List<Map<String, Object>> entries) {
        var times = moments.after(
                post.at(),
                entries.stream()
                        .map(entry -> new Moments.Delay(
                                Script.text(entry, "after"),
                                colleague(Script.text(entry, "by")).zone()))
                        .toList(),
                anyDay());
        for (int i = 0; i < entries.size(); i++) {
            comments.add(comment(entries.get(i), key + "/" + (i + 1), times.get(i)));
        }
    }

    private BroughtComment comment(Map<String, Object> entry, String own, Instant at) {
        var author = colleague(Script.text(entry, "by"));
        return new BroughtComment(
                own,
                key,
                replyTo(entry),
                author.id(),
                withMentions(Script.text(entry, "text")),
                at,
                null,
                reactions(entry, own, author.id(), at));
    }

    // There is one level of replies: an answer to a reply stands beside it.
    private @Nullable String replyTo(Map<String, Object> entry) {
        if (!(entry.get("reply") instanceof Integer number)) {
            return null;
        }
        var answered = comments.get(number - 1);
        return answered.replyTo() == null ? answered.key() : answered.replyTo();
    }

    private List<BroughtReaction> reactions(Map<String, Object> entry, String own, PersonId author, Instant at) {
        var crowd = Dice.shuffled(crowd(), one -> own + one.key()).stream()
                .filter(one -> !one.id().equals(author))
                .iterator();
        var reactions = new ArrayList<BroughtReaction>();
        Script.part(entry, "reactions").forEach((kind, count) -> {
            for (int i = 0; i < (Integer) count && crowd.hasNext(); i++) {
                var one = crowd.next();
                reactions.add(new BroughtReaction(
                        one.id(), Reaction.of(kind), moments.soonAfter(at, Dice.roll(one.key() + own))));
            }
        });
        return reactions;
    }

    private boolean anyDay() {
        return group == null || group.leisure();
    }

    private Collection<Colleague> crowd() {
        return group == null ? staff.values() : group.members();
    }

    private String withMentions(String text) {
        return MENTION.matcher(text).replaceAll(match -> {
            var one = colleague(match.group(1));
            return Matcher.quoteReplacement(Mentions.written(one.id().value(), one.name()));
        });
    }

    private Colleague colleague(String number) {
        return Objects.requireNonNull(staff.get(number), number);
    }
}
