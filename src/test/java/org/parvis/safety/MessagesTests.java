package org.parvis.safety;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the interface says, in both languages: nothing is missing, nothing is left over, and French looks French. */
class MessagesTests {

    private static final Path MAIN = Path.of("src/main");
    private static final Pattern ASKED =
            Pattern.compile("\\b(?:page|messages)\\s*\\.text\\(\\s*(?:locale, *)?\"([\\w.-]+)\"\\s*[,)]");
    private static final Pattern LITERAL = Pattern.compile("[\"']([a-z][\\w-]*(?:\\.[\\w-]*)+)[\"']");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(texts("fr").keySet()).isEqualTo(texts("en").keySet());
    }

    @Test
    void argumentsAreTheSameInBothLanguages() {
        var french = texts("fr");
        texts("en")
                .forEach((key, text) -> assertThat(arguments(french.getOrDefault(key, ""), Locale.FRENCH))
                        .as(key)
                        .isEqualTo(arguments(text, Locale.ENGLISH)));
    }

    @Test
    void whatIsAskedForIsThere() {
        var known = texts("en").keySet();
        assertThat(sources().flatMap(source -> ASKED.matcher(source).results().map(found -> found.group(1))))
                .filteredOn(key -> !known.contains(key))
                .isEmpty();
    }

    @Test
    void nothingIsLeftOver() {
        var literals = sources()
                .flatMap(source -> LITERAL.matcher(source).results().map(found -> found.group(1)))
                .collect(toCollection(TreeSet::new));
        assertThat(texts("en").keySet()).filteredOn(key -> !used(key, literals)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'", // a straight apostrophe
                "[^\\u202F\\s?!][ \\u00A0]?[;?!](?=[\\s»]|$)", // no narrow space before ; ? !
                "[^\\u00A0]:(?=\\s|$)", // no no-break space before :
                "[^\\u00A0]»",
                "«[^\\u00A0]",
                "[^\\u00A0\\s]%(?![\\w{])| %",
                "\\.\\.\\.",
                "[oO]e(?=uvre|il|uf|ur)"
            })
    void frenchIsSetAsInPrint(String fault) {
        var pattern = Pattern.compile(fault);
        texts("fr")
                .forEach((key, text) -> assertThat(
                                pattern.matcher(text).results().map(MatchResult::group))
                        .as("%s = %s", key, text)
                        .isEmpty());
    }

    /** Whether a literal is the key, or the beginning to which the code puts an end of its own. */
    private static boolean used(String key, Set<String> literals) {
        return literals.contains(key)
                || literals.stream()
                        .filter(literal -> literal.endsWith(".") || literal.endsWith("-"))
                        .anyMatch(key::startsWith)
                // "imports.people." + code + ".text"
                || literals.stream().anyMatch(literal -> key.startsWith(literal + "."));
    }

    private static Set<String> arguments(String text, Locale locale) {
        return new TreeSet<>(new MessageFormat(text, locale).getArgumentNames());
    }

    private static TreeMap<String, String> texts(String language) {
        var all = new TreeMap<String, String>();
        files(MAIN.resolve("resources/messages"), "_" + language + ".properties")
                .forEach(file -> {
                    var properties = new Properties();
                    try (var reader = Files.newBufferedReader(file)) {
                        properties.load(reader);
                    } catch (IOException problem) {
                        throw new UncheckedIOException(problem);
                    }
                    properties.forEach((key, text) -> all.put((String) key, (String) text));
                });
        return all;
    }

    private static Stream<String> sources() {
        return Stream.of(files(MAIN.resolve("java"), ".java"), files(MAIN.resolve("jte"), ".jte"))
                .flatMap(List::stream)
                .map(MessagesTests::read);
    }

    private static List<Path> files(Path folder, String ending) {
        try (var walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
