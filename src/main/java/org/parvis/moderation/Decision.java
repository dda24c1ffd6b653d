package org.parvis.moderation;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Invalid;

import java.util.Arrays;
import java.util.Locale;

/** What may become of what was reported. */
public enum Decision {
    /** It stays, or is shown again. */
    KEEP,
    /** Its author alone sees it, until it is shown again. */
    HIDE,
    /** It is gone for good. */
    REMOVE,
    /** Nothing changes; whom it is about is told. */
    WARN;

    /** @throws Invalid for what is none */
    static Decision chosen(@Nullable String code) {
        return Arrays.stream(values())
                .filter(decision -> decision.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Invalid("action", "moderation.action.choose"));
    }

    static Decision of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** As the database, the API and the messages write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
