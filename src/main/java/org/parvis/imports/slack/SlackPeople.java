package org.parvis.imports.slack;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The people of an export, and who speaks when somebody is in no record. */
final class SlackPeople {

    private static final int LONGEST_NAME = 200;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private final Map<String, SlackUser> users = new LinkedHashMap<>();

    void add(JsonNode json) {
        var id = Json.text(json, "id");
        if (id != null) {
            users.putIfAbsent(id, user(id, json));
        }
    }

    List<SlackUser> users() {
        return List.copyOf(users.values());
    }

    private static SlackUser user(String id, JsonNode json) {
        var profile = json.path("profile");
        var name = Stream.of(
                        Json.textOrEmpty(profile, "real_name"),
                        Json.textOrEmpty(json, "real_name"),
                        Json.textOrEmpty(profile, "display_name"),
                        Json.textOrEmpty(json, "name"))
                .map(SlackPeople::cleaned)
                .filter(candidate -> !candidate.isEmpty())
                .findFirst()
                .orElse(id);
        return new SlackUser(
                id,
                name,
                Json.text(profile, "email"),
                Json.text(profile, "title"),
                Json.text(json, "tz"),
                Json.yes(json, "deleted"),
                Json.yes(json, "is_bot") || id.startsWith("B") || id.equals("USLACKBOT"));
    }

    PastAuthor author(SlackMessage message, SlackTally tally) {
        var user = message.user();
        if (user == null) {
            return bot(message.json());
        } else {
            return known(user, Json.text(message.json().path("user_profile"), "real_name"), tally);
        }
    }

    /** Someone by id alone. */
    PastAuthor known(String id, @Nullable String saidName, SlackTally tally) {
        var user = users.get(id);
        if (user != null) {
            return new PastAuthor(id, user.name(), PastAuthor.Kind.MEMBER);
        } else {
            tally.unknownPoster(id);
            return new PastAuthor(id, saidName == null ? id : cleaned(saidName), PastAuthor.Kind.UNKNOWN);
        }
    }

    // A bridge speaks under many names with one bot's id: each name is an author.
    private PastAuthor bot(JsonNode json) {
        var id = Json.text(json, "bot_id");
        var key = id == null ? "bot" : id;
        var username = cleaned(Json.textOrEmpty(json, "username"));
        var profile = cleaned(Json.textOrEmpty(json.path("bot_profile"), "name"));
        var record = users.get(key);
        if (!username.isEmpty()) {
            return new PastAuthor(key + "/" + username, username, PastAuthor.Kind.BOT);
        } else {
            var name = !profile.isEmpty() ? profile : record == null ? key : record.name();
            return new PastAuthor(key, name, PastAuthor.Kind.BOT);
        }
    }

    private static String cleaned(String name) {
        var visible = INVISIBLE.matcher(name).replaceAll(" ").strip();
        return visible.substring(
                0,
                visible.offsetByCodePoints(0, Math.min(LONGEST_NAME / 2, visible.codePointCount(0, visible.length()))));
    }
}
