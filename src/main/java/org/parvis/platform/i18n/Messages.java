package org.parvis.platform.i18n;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Every visible text, from {@code messages/<module>_<language>.properties} (UTF-8, ICU MessageFormat). */
@Component
public class Messages {

    /** The interface's languages, the first being the fallback. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

    private final Map<String, Map<String, Sentence>> texts = new HashMap<>();

    Messages() throws IOException {
        for (var language : LANGUAGES) {
            texts.put(language.getLanguage(), load(language));
        }
    }

    /**
     * The text of a key, its arguments formatted for the language: {@code text(FRENCH, "feed.new", 3)}. A key that is
     * not there is answered as it is, which a test forbids.
     */
    public String text(Locale locale, String key, Object... arguments) {
        var language = supported(locale);
        var sentence = texts(language).get(key);
        return sentence == null ? new Sentence(key, language).with(arguments) : sentence.with(arguments);
    }

    public boolean has(Locale locale, String key) {
        return texts(supported(locale)).containsKey(key);
    }

    /** The interface language nearest to what is asked for. */
    public static Locale supported(Locale asked) {
        for (var language : LANGUAGES) {
            if (language.getLanguage().equals(asked.getLanguage())) return language;
        }
        return LANGUAGES.getFirst();
    }

    private Map<String, Sentence> texts(Locale language) {
        return texts.getOrDefault(language.getLanguage(), Map.of());
    }

    private static Map<String, Sentence> load(Locale language) throws IOException {
        var found = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:messages/*_" + language.getLanguage() + ".properties");
        var all = new HashMap<String, Sentence>();
        for (Resource resource : found) {
            try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                var properties = new Properties();
                properties.load(reader);
                properties.forEach((key, text) -> all.put((String) key, new Sentence((String) text, language)));
            }
        }
        return all;
    }
}
