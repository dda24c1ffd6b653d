package org.parvis.moderation;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Invalid;

import java.util.Arrays;
import java.util.Locale;

/** Why somebody reports something. */
public enum ReportReason {
    /** Insults, mockery, pressure. */
    DISRESPECT,
    /** What is somebody's own, or the company's secret. */
    PRIVATE,
    /** In the wrong place, or advertising. */
    MISPLACED,
    /** A danger for people or machines. */
    SAFETY,
    OTHER;

    /** @throws Invalid for what is none */
    static ReportReason chosen(@Nullable String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Invalid("reason", "moderation.reason.choose"));
    }

    static ReportReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** As the database, the API and the messages write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
