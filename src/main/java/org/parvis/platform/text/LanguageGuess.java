package org.parvis.platform.text;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

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

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]++");
    private static final int ENOUGH_TO_READ = 400;

    private LanguageGuess() {}

    /** The language's ISO 639-1 code, or null when the words leave it open. */
    public static @Nullable String of(String text) {
        // The beginning as it was typed: to take the markup out first would cost more than all the rest.
        var words = wordsOf(text.substring(0, Math.min(ENOUGH_TO_READ, text.length())));
        var counts = SMALL_WORDS.entrySet().stream()
                .map(language -> new Count(language.getKey(), count(words, language.getValue())))
                .sorted((one, other) -> Long.compare(other.words(), one.words()))
                .toList();
        var first = counts.get(0);
        var leads = first.words() >= 2 && first.words() > counts.get(1).words();
        return leads && first.words() * 10 >= words.size() ? first.language() : null;
    }

    private static List<String> wordsOf(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(word -> word.group())
                .toList();
    }

    private static long count(List<String> words, Set<String> smallWords) {
        return words.stream().filter(smallWords::contains).count();
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }

    private record Count(String language, long words) {}
}
