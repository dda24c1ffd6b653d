package org.parvis.platform.web;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A parameter of the API that takes one of a few words, exactly as they are written there. */
public final class Choice {

    private Choice() {}

    /** The word that was asked for, or nothing when none was. @throws Invalid naming the words there are */
    public static Optional<String> of(String field, @Nullable String asked, String... words) {
        if (asked == null || asked.isEmpty()) {
            return Optional.empty();
        }
        if (!List.of(words).contains(asked)) {
            throw new Invalid(field, "platform.choice", String.join(", ", Arrays.asList(words)));
        }
        return Optional.of(asked);
    }
}
