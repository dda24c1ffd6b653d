package org.parvis.imports.slack;

import static org.parvis.imports.slack.PastReaction.Kind.BRAVO;
import static org.parvis.imports.slack.PastReaction.Kind.IDEA;
import static org.parvis.imports.slack.PastReaction.Kind.LAUGH;
import static org.parvis.imports.slack.PastReaction.Kind.LIKE;
import static org.parvis.imports.slack.PastReaction.Kind.SAD;
import static org.parvis.imports.slack.PastReaction.Kind.THANKS;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Thousands of emoji, six reactions. What none of the six says becomes a like, and is counted. */
final class Reactions {

    private static final Map<PastReaction.Kind, Set<String>> SAYING = Map.of(
            LIKE,
            Set.of(
                    "+1",
                    "thumbsup",
                    "thumbsup_all",
                    "heart",
                    "heart_eyes",
                    "ok_hand",
                    "heavy_check_mark",
                    "white_check_mark",
                    "100",
                    "point_up",
                    "point_up_2",
                    "this",
                    "this-is-true",
                    "heavy_plus_sign",
                    "blue_heart",
                    "green_heart",
                    "purple_heart",
                    "yellow_heart",
                    "orange_heart",
                    "black_heart",
                    "sparkling_heart",
                    "two_hearts",
                    "star",
                    "star2",
                    "true",
                    "correct_answer",
                    "smile",
                    "grin",
                    "slightly_smiling_face",
                    "simple_smile",
                    "smiley",
                    "blush",
                    "wave"),
            THANKS,
            Set.of(
                    "pray",
                    "thankyou",
                    "thanks",
                    "thank",
                    "thank_you",
                    "thank-you",
                    "ty",
                    "merci",
                    "bow",
                    "man-bowing",
                    "woman-bowing",
                    "hugging_face",
                    "folded_hands"),
            BRAVO,
            Set.of(
                    "tada",
                    "clap",
                    "clapping",
                    "raised_hands",
                    "trophy",
                    "muscle",
                    "rocket",
                    "confetti_ball",
                    "partying_face",
                    "fire",
                    "medal",
                    "first_place_medal",
                    "sports_medal",
                    "bravo",
                    "party_wizard",
                    "party_parrot",
                    "partyparrot",
                    "champagne",
                    "clinking_glasses",
                    "crown"),
            IDEA,
            Set.of(
                    "bulb",
                    "brain",
                    "exploding_head",
                    "mind_blown",
                    "mindblown",
                    "today-i-learned",
                    "til",
                    "thinking_face",
                    "light_bulb"),
            LAUGH,
            Set.of(
                    "joy",
                    "laughing",
                    "satisfied",
                    "rolling_on_the_floor_laughing",
                    "rofl",
                    "sweat_smile",
                    "joy_cat",
                    "lol",
                    "lmao",
                    "haha",
                    "grinning"),
            SAD,
            Set.of(
                    "cry",
                    "sob",
                    "disappointed",
                    "disappointed_relieved",
                    "slightly_frowning_face",
                    "white_frowning_face",
                    "frowning",
                    "pensive",
                    "worried",
                    "broken_heart",
                    "sad",
                    "crying_cat_face",
                    "tired_face",
                    "weary",
                    "confused",
                    "sadpanda",
                    "sad_parrot"));

    private Reactions() {}

    static List<PastReaction> of(SlackMessage message, SlackTally tally) {
        var reactions = new LinkedHashSet<PastReaction>();
        for (var reaction : message.json().path("reactions")) {
            var kind = kind(Emoji.withoutTone(Json.textOrEmpty(reaction, "name")), tally);
            for (JsonNode user : reaction.path("users")) {
                if (user.isString() && !user.stringValue().isEmpty()) {
                    reactions.add(new PastReaction(user.stringValue(), kind));
                }
            }
        }
        return List.copyOf(reactions);
    }

    private static PastReaction.Kind kind(String name, SlackTally tally) {
        return SAYING.entrySet().stream()
                .filter(saying -> saying.getValue().contains(name))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElseGet(() -> {
                    tally.otherReaction(name);
                    return LIKE;
                });
    }
}
