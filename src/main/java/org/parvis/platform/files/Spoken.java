package org.parvis.platform.files;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;

import java.util.List;

/**
 * What is said in a film or in sound, for those who do not hear it.
 *
 * @param transcript plain text; may be empty
 * @param captions the languages (BCP 47) there are captions in
 */
public record Spoken(String transcript, List<String> captions) {

    /** The longest transcript, in characters. */
    public static final int TRANSCRIPT = 40_000;

    static final Spoken NOTHING = new Spoken("", List.of());

    /** A language as those who speak it call it. */
    public static String name(String language) {
        var locale = ULocale.forLanguageTag(language);
        return LocaleDisplayNames.getInstance(locale, DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU)
                .localeDisplayName(locale);
    }
}
