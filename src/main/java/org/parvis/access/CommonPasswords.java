package org.parvis.access;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.matchers.DictionaryLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is tried first: passwords that leaked, names, a row of keys, one's own name or the network's, each with some
 * digits and marks around it, written in look-alikes, or over and over.
 */
@Component
class CommonPasswords {

    private static final int MOST_USED = 3000;
    private static final int AROUND = 8;
    private static final List<String> ROWS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "azertyuiopqsdfghjklmwxcvbn",
            "qwertyuiopasdfghjklzxcvbnm",
            "qwertzuiopasdfghjklyxcvbnm",
            "01234567890123456789");

    private final Set<String> words;

    CommonPasswords() throws IOException {
        words = Stream.of(
                        known(StandardDictionaries.PASSWORDS_LOADER),
                        known(StandardDictionaries.MALE_NAMES_LOADER),
                        known(StandardDictionaries.FEMALE_NAMES_LOADER),
                        known(StandardDictionaries.ENGLISH_WIKIPEDIA_LOADER).limit(MOST_USED),
                        ours())
                .flatMap(all -> all)
                .map(CommonPasswords::plain)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@code own} is what everybody knows of the person and the place: address, name, network. */
    boolean contains(String password, Collection<String> own) {
        var typed = plain(password);
        var unit = unit(typed);
        var core = core(unit);
        var around = unit.length() - core.length();
        return words.contains(typed)
                || own.stream().map(CommonPasswords::plain).anyMatch(typed::equals)
                || typed.codePoints().distinct().count() < 4
                || unit.length() < typed.length() && unit.length() <= 4
                || row(typed)
                || around <= AROUND && known(letters(core), own);
    }

    private boolean known(String core, Collection<String> own) {
        return core.length() >= 2
                && (words.contains(core) || row(core) || madeOf(core, own) || words.contains(unit(core)));
    }

    // One after the other: nadiaberrada, berradanadia, valmont.
    private static boolean madeOf(String core, Collection<String> own) {
        var rest = core;
        var parts = own.stream()
                .flatMap(text -> Stream.of(plain(text).split("[^\\p{L}]+")))
                .filter(part -> part.length() >= 3)
                .sorted((one, other) -> other.length() - one.length())
                .toList();
        for (var part : parts) {
            rest = rest.replace(part, "");
        }
        return rest.length() < core.length() && rest.length() <= 1;
    }

    // A run of neighbours, forwards or backwards.
    private static boolean row(String text) {
        var back = new StringBuilder(text).reverse().toString();
        return text.length() >= 4 && ROWS.stream().anyMatch(row -> row.contains(text) || row.contains(back));
    }

    // What is said over and over: the abc of abcabcabcab.
    private static String unit(String text) {
        for (var length = 1; length <= text.length() / 2; length++) {
            if (text.startsWith(text.substring(length))) {
                return text.substring(0, length);
            }
        }
        return text;
    }

    private static String core(String text) {
        return text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    // p@ssw0rd is password, and mot.de.passe is motdepasse.
    private static String letters(String core) {
        return core.replace('@', 'a')
                .replace('4', 'a')
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('3', 'e')
                .replace('5', 's')
                .replace('$', 's')
                .replace('7', 't')
                .replaceAll("[^\\p{L}]", "");
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static Stream<String> known(DictionaryLoader list) throws IOException {
        return list.load().getFrequencies().stream();
    }

    private static Stream<String> ours() throws IOException {
        return new ClassPathResource("common-words.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Stream.of(line.split("\\s+")));
    }
}
