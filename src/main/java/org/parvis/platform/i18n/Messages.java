package org.parvis.platform.i18n;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
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
import java.util.concurrent.ConcurrentHashMap;

/** Every visible text, from {@code messages/<module>_<language>.properties} (UTF-8, ICU MessageFormat). */
@Component
public class Messages {

    /** The interface's languages, the first being the fallback. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

    private final Map<String, Map<String, String>> texts = new HashMap<>();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

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
        var pattern = texts(language).getOrDefault(key, key);
        if (arguments.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        } else {
            var spoken = language.equals(Locale.FRENCH) ? Elision.in(pattern, arguments) : pattern;
            var format = formats.computeIfAbsent(
                    language.getLanguage() + spoken, k -> new MessageFormat(spoken, ULocale.forLocale(language)));
            // ICU's formats are not safe for several threads at once.
            return ((MessageFormat) format.clone()).format(arguments);
        }
    }

    public boolean has(Locale locale, String key) {
        return texts(supported(locale)).containsKey(key);
    }

    /** The interface language nearest to what is asked for. */
    public static Locale supported(Locale asked) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(asked.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.getFirst());
    }

    private Map<String, String> texts(Locale language) {
        return texts.getOrDefault(language.getLanguage(), Map.of());
    }

    private static Map<String, String> load(Locale language) throws IOException {
        var found = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:messages/*_" + language.getLanguage() + ".properties");
        var all = new HashMap<String, String>();
        for (Resource resource : found) {
            try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                var properties = new Properties();
                properties.load(reader);
                properties.forEach((key, text) -> all.put((String) key, (String) text));
            }
        }
        return all;
    }
}
