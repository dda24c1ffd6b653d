package org.parvis.praise;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Invalid;
import org.springframework.util.MultiValueMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was typed of a value: a name for each language of the network, and the icon that is shown where there is no picture. */
public record ValueForm(Map<String, String> names, String icon) {

    /** The longest name, in characters. */
    public static final int NAME = 60;

    /** The icons to choose from. */
    public static final List<String> ICONS = List.of(
            "hand-heart",
            "book-open",
            "lightbulb",
            "award",
            "users-round",
            "shield",
            "rocket",
            "sprout",
            "target",
            "globe");

    static ValueForm empty() {
        return new ValueForm(Map.of(), ICONS.getFirst());
    }

    static ValueForm of(KeptValue kept) {
        return new ValueForm(kept.names(), kept.value().icon());
    }

    static ValueForm typed(MultiValueMap<String, String> form, List<String> languages) {
        var names = new LinkedHashMap<String, String>();
        languages.forEach(language -> names.put(language, text(form.getFirst("name-" + language))));
        return new ValueForm(names, text(form.getFirst("icon")));
    }

    public String name(String language) {
        return names.getOrDefault(language, "");
    }

    /** The names, cleaned. */
    Map<String, String> checked() {
        var clean = new LinkedHashMap<String, String>();
        var checks = names.entrySet().stream()
                .map(name -> (Runnable)
                        () -> clean.put(name.getKey(), PlainText.name("name-" + name.getKey(), name.getValue(), NAME)))
                .toArray(Runnable[]::new);
        Invalid.unless(checks);
        if (!ICONS.contains(icon)) {
            throw new Invalid("icon", "praise.values.icon.none");
        }
        return clean;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
