package org.parvis.bench.company;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What people write, sentence by sentence, in the languages of the company. */
final class Phrases {

    static final List<String> LANGUAGES = List.of("fr", "en", "de", "es", "pt");

    private record Language(List<String> things, List<String> titles, List<String> sentences) {

        static Language of(String code) {
            var lines = Words.lines(code + ".txt");
            return new Language(
                    List.of(after("things:", lines.get(0)).split(", ")),
                    List.of(after("titles:", lines.get(1)).split(" \\| ")),
                    lines.subList(2, lines.size()));
        }

        private static String after(String label, String line) {
            return line.substring(label.length()).strip();
        }
    }

    /** From sentence to sentence: none comes again before all twenty have been. */
    private static final List<Integer> STEPS = List.of(1, 3, 7, 9, 11, 13, 17, 19);

    private final Map<String, Language> languages = new HashMap<>();

    Phrases() {
        LANGUAGES.forEach(code -> languages.put(code, Language.of(code)));
    }

    /** About so many characters, in sentences that are whole. */
    String text(Draw draw, String language, int length) {
        var said = new StringBuilder(length + 120);
        add(said, draw, language, length);
        return said.toString();
    }

    /** Of an article: paragraphs under headings. */
    String chapters(Draw draw, String language, int length) {
        var said = new StringBuilder(length + 500);
        while (said.length() < length) {
            if (!said.isEmpty())
                said.append("\n\n## ").append(title(draw, language)).append("\n\n");
            for (var paragraph = 0; paragraph < 3; paragraph++) {
                if (paragraph > 0) said.append("\n\n");
                add(said, draw, language, said.length() + 250 + draw.below(400));
            }
        }
        return said.toString();
    }

    String title(Draw draw, String language) {
        var all = languages(language);
        var title = filled(draw, all, draw.one(all.titles));
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }

    String thing(Draw draw, String language) {
        var all = languages(language);
        return filled(draw, all, draw.one(all.things));
    }

    private void add(StringBuilder said, Draw draw, String language, int length) {
        var all = languages(language);
        var first = draw.below(all.sentences.size());
        var step = draw.one(STEPS);
        for (var n = 0; n == 0 || said.length() < length; n++) {
            if (n > 0) said.append(draw.chance(.12) ? "\n\n" : " ");
            said.append(filled(draw, all, all.sentences.get((first + n * step) % all.sentences.size())));
        }
    }

    private static String filled(Draw draw, Language all, String pattern) {
        var said = pattern;
        if (said.contains("{thing}")) said = said.replace("{thing}", draw.one(all.things));
        if (said.contains("{place}")) said = said.replace("{place}", draw.one(Country.SITES));
        if (said.contains("{ref}")) {
            said = said.replace(
                    "{ref}", "%c%c-%d".formatted('A' + draw.below(26), 'A' + draw.below(26), draw.below(90_000)));
        }
        return said;
    }

    private Language languages(String code) {
        var language = languages.get(code);
        if (language == null) throw new IllegalArgumentException(code);
        return language;
    }
}
