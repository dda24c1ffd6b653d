package org.parvis.platform.text;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Guesses a text's language by its commonest small words: enough to say how it is read aloud and broken. */
public final class LanguageGuess {

    private static final Map<String, Set<String>> SMALL_WORDS = Map.of(
            "fr",
                    words(
                            "le la les des du un une et est en que qui dans pour pas sur ce cette nous vous je il elle au aux avec"
                                    + " sont plus ou mais par à été ça merci bonjour notre votre de"),
            "en",
                    words(
                            "the of and to in is that for it with as was on are be this have from at by not you we i our your but"
                                    + " they will has can an a thanks hello"),
            "de",
                    words(
                            "der die das und ist nicht ein eine zu mit den dem von auf für im sich wir sie ich es auch an als bei"
                                    + " wie oder aber werden danke hallo haben"),
            "es",
                    words(
                            "el los las del una y es en que por para con no se su al lo como más pero está son hay muy gracias"
                                    + " hola nuestro este esta de la un"),
            "it",
                    words(
                            "il lo gli di che è un una per con non del della dei sono si le da nel alla ma anche come più grazie"
                                    + " ciao nostro questo questa e la i"),
            "pt",
                    words(
                            "o os as do da dos das e é um uma que em para com não no na por mais como mas se seu sua obrigado olá"
                                    + " nosso este esta de ao"),
            "nl",
                    words(
                            "de het een en van is dat niet in op te voor met zijn aan er we wij ik je ook maar om als bij of naar"
                                    + " dank hallo onze deze dit"));

    private static final List<String> LANGUAGES = List.copyOf(SMALL_WORDS.keySet());

    /** The languages of each small word, by their place in the list. */
    private static final Map<String, int[]> LANGUAGES_OF = SMALL_WORDS.values().stream()
            .flatMap(Set::stream)
            .distinct()
            .collect(Collectors.toMap(word -> word, LanguageGuess::languagesOf));

    private static final int[] NONE = {};
    private static final int ENOUGH_TO_READ = 400;

    private LanguageGuess() {}

    /** The language's ISO 639-1 code, or null when the words leave it open. */
    public static @Nullable String of(String text) {
        // The beginning as it was typed: to take the markup out first would cost more than all the rest.
        var words = wordsOf(text.substring(0, Math.min(ENOUGH_TO_READ, text.length())));
        var counts = new int[LANGUAGES.size()];
        for (var word : words) {
            for (var language : LANGUAGES_OF.getOrDefault(word, NONE)) {
                counts[language]++;
            }
        }
        var first = first(counts);
        var leads = counts[first] >= 2 && isAhead(counts, first);
        return leads && counts[first] * 10 >= words.size() ? LANGUAGES.get(first) : null;
    }

    private static int first(int[] counts) {
        var first = 0;
        for (var language = 1; language < counts.length; language++) {
            if (counts[language] > counts[first]) first = language;
        }
        return first;
    }

    private static boolean isAhead(int[] counts, int first) {
        for (var language = 0; language < counts.length; language++) {
            if (language != first && counts[language] >= counts[first]) return false;
        }
        return true;
    }

    // Letters and what stands upon them.
    private static List<String> wordsOf(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var words = new ArrayList<String>();
        var begin = -1;
        for (var at = 0; at < lower.length(); at += Character.charCount(lower.codePointAt(at))) {
            if (!isPartOfWord(lower.codePointAt(at))) {
                if (begin >= 0) words.add(lower.substring(begin, at));
                begin = -1;
            } else if (begin < 0) {
                begin = at;
            }
        }
        if (begin >= 0) words.add(lower.substring(begin));
        return words;
    }

    private static boolean isPartOfWord(int c) {
        return Character.isLetter(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }

    private static int[] languagesOf(String word) {
        return LANGUAGES.stream()
                .filter(language -> SMALL_WORDS.getOrDefault(language, Set.of()).contains(word))
                .mapToInt(LANGUAGES::indexOf)
                .toArray();
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }
}
