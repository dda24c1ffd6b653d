package org.parvis.feed;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.web.NotFound;
import org.springframework.web.util.UriUtils;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Why a post is in a feed. {@code name} says which community, person, topic, department or site; {@code id} is what
 * following less of it goes by. Null where there is none.
 */
public record Reason(
        Kind kind, @Nullable String name, @Nullable String id) {

    /** The strongest first. */
    public enum Kind {
        OWN,
        COMMUNITY,
        PERSON,
        TOPIC,
        DEPARTMENT,
        SITE,
        COMPANY;

        /** @throws NotFound for what is none */
        static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("reason " + code));
        }

        /** As the API and the messages write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What everyone reads needs no other. */
    static final Reason NONE = new Reason(Kind.COMPANY, null, null);

    /** The sentence in that language. */
    public String text(Messages messages, Locale locale) {
        return messages.text(locale, messageKey(), name == null ? "" : name);
    }

    public String messageKey() {
        return "feed.reason." + kind.code();
    }

    /** Where a topic is read. */
    public String topicHref() {
        return "/topics/" + UriUtils.encodePathSegment(String.valueOf(name), StandardCharsets.UTF_8);
    }

    /** Where one follows less of it; null where everything comes. */
    public @Nullable String muting() {
        return id == null
                ? null
                : "/feed/muted/" + kind.code() + "/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
    }
}
