package org.parvis.platform.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a hashtag names. Two spellings are one topic when their keys are equal: case and accents do not count. */
public record Topic(String key, String name) {

    static final Pattern HASHTAG = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}_/&#])#([\\p{L}\\p{M}\\p{N}_-]++)");

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}_-]++");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    // Of Latin, Greek and Cyrillic; what other scripts set above a letter makes another letter.
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]");
    private static final int LONGEST = 60;

    /** The topic of a name without its {@code #}, or nothing when it can be none. */
    public static Optional<Topic> of(String written) {
        var name = Normalizer.normalize(written, Normalizer.Form.NFC);
        var fits = name.length() <= LONGEST
                && NAME.matcher(name).matches()
                && LETTER.matcher(name).find();
        return fits ? Optional.of(new Topic(key(name), name)) : Optional.empty();
    }

    /** The topics of a text, in its order, each once, as first spelled. */
    public static List<Topic> in(String text) {
        var topics = new LinkedHashMap<String, Topic>();
        MarkdownTree.of(text).forEach(node -> {
            if (node instanceof Hashtag hashtag) {
                topics.putIfAbsent(hashtag.topic().key(), hashtag.topic());
            }
        });
        return List.copyOf(topics.values());
    }

    public String path() {
        return "/topics/" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    private static String key(String name) {
        var bare =
                ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return Normalizer.normalize(bare, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
    }
}
