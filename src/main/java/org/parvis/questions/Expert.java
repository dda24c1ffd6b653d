package org.parvis.questions;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * Somebody who might answer a question.
 *
 * @param term the expertise that matches, as folded; null: an answer of theirs to {@code likePost} was accepted
 * @param inPlaceOf who is away, and whose expertise or answer it is
 * @param weight how many words of the question it takes to match
 */
record Expert(
        long person,
        @Nullable String term,
        @Nullable Long likePost,
        @Nullable Long inPlaceOf,
        int weight,
        ZoneId zone,
        List<String> languages) {

    boolean works(WorkingCalendar calendar, Instant now) {
        return calendar.isOpen(now, zone);
    }

    /** Whether they say that they speak it; who says nothing may. */
    boolean speaks(@Nullable String language) {
        if (language == null || languages.isEmpty()) {
            return true;
        }
        var locale = Locale.forLanguageTag(language);
        return languages.stream()
                .anyMatch(spoken -> spoken.equalsIgnoreCase(language)
                        || spoken.equalsIgnoreCase(locale.getLanguage())
                        || spoken.equalsIgnoreCase(locale.getDisplayLanguage(locale))
                        || spoken.equalsIgnoreCase(locale.getDisplayLanguage(Locale.ENGLISH))
                        || spoken.equalsIgnoreCase(locale.getDisplayLanguage(Locale.FRENCH)));
    }
}
