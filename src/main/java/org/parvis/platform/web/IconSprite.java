package org.parvis.platform.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The icons in use, of Lucide's many, as symbols {@code i-name} of one file; {@code web/icons.txt} lists them. */
final class IconSprite {

    private static final Pattern DRAWING = Pattern.compile("<svg[^>]*>(.*)</svg>", Pattern.DOTALL);

    static List<String> names() {
        return AssetSources.our("icons.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    static String svg() {
        return names().stream()
                .map(IconSprite::symbol)
                .collect(Collectors.joining("\n", "<svg xmlns=\"http://www.w3.org/2000/svg\">\n", "\n</svg>\n"));
    }

    private static String symbol(String name) {
        var drawing = DRAWING.matcher(AssetSources.icon(name));
        if (!drawing.find()) {
            throw new IllegalStateException("Lucide's " + name + " is no drawing");
        }
        return "<symbol id=\"i-" + name + "\" viewBox=\"0 0 24 24\">"
                + drawing.group(1).replaceAll("\\s+", " ").strip() + "</symbol>";
    }

    private IconSprite() {}
}
