package org.parvis.conversation;

import org.parvis.platform.text.Folded;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Emoji by their names, and by other words one may look for them with, in the languages of Parvis. */
public final class Emoji {

    /** An emoji as it is offered; the number is its place in the list. */
    public record Named(String character, String name, int number) {}

    // In one language: its name first, then other words.
    private record Entry(Named named, List<String> words) {

        static Entry of(int number, String character, String words) {
            var separate = Arrays.stream(words.split(",")).map(String::strip).toList();
            return new Entry(
                    new Named(character, separate.getFirst(), number),
                    separate.stream().map(Folded::of).toList());
        }

        /** 0: its name begins so; 1: a word of its name; 2: another word; 3: none. */
        int rank(String sought) {
            if (words.getFirst().startsWith(sought)) {
                return 0;
            } else if (Folded.begins(words.getFirst(), sought)) {
                return 1;
            } else {
                return words.stream().anyMatch(word -> Folded.begins(word, sought)) ? 2 : NO_MATCH;
            }
        }
    }

    private static final int NO_MATCH = 3;
    private static final int SHOWN = 8;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 30;

    private final List<Entry> english;
    private final List<Entry> french;

    private Emoji(List<Entry> english, List<Entry> french) {
        this.english = english;
        this.french = french;
    }

    /** Those that people at work look for: {@code emoji.txt}, an emoji, its words in English, its words in French a line. */
    static Emoji curated() {
        var english = new ArrayList<Entry>();
        var french = new ArrayList<Entry>();
        lines().map(line -> line.split("\\|")).forEach(parts -> {
            english.add(Entry.of(english.size(), parts[0].strip(), parts[1]));
            french.add(Entry.of(french.size(), parts[0].strip(), parts[2]));
        });
        return new Emoji(List.copyOf(english), List.copyOf(french));
    }

    /** A few of which a word begins so, those first whose name does; nothing for less than two letters. */
    List<Named> beginning(Locale language, String typed) {
        var sought = Folded.of(typed.strip());
        if (sought.length() < SHORTEST || sought.length() > LONGEST) return List.of();
        return (language.getLanguage().equals("fr") ? french : english)
                .stream()
                        .filter(entry -> entry.rank(sought) < NO_MATCH)
                        .sorted(Comparator.comparingInt(entry -> entry.rank(sought)))
                        .limit(SHOWN)
                        .map(Entry::named)
                        .toList();
    }

    private static Stream<String> lines() {
        try {
            return new ClassPathResource("emoji.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
