package org.parvis.platform.web;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one sheet of every page: our files in the order of their layers, fonts under their fingerprinted names. */
final class Stylesheet {

    private static final Pattern FONT = Pattern.compile("url\\(\"([^\"]+\\.woff2)\"\\)");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern INDENTATION = Pattern.compile("\\n\\s*");

    static String text(Map<String, Asset> fonts) {
        var sheet = Stream.of(
                        Stream.of("tokens", "base", "layout").map(Stylesheet::layer),
                        AssetSources.ours("css/components", "css").stream().map(AssetSources.Source::text),
                        Stream.of("utilities").map(Stylesheet::layer))
                .flatMap(files -> files)
                .collect(Collectors.joining("\n"));
        var named = FONT.matcher(sheet).replaceAll(found -> "url(\"" + fileName(fonts, found.group(1)) + "\")");
        return dense(named);
    }

    /** Without comments and indentation. */
    static String dense(String sheet) {
        return INDENTATION.matcher(COMMENT.matcher(sheet).replaceAll("")).replaceAll("\n");
    }

    /** The files of the font, as the tokens name them. */
    static Stream<String> fonts() {
        return FONT.matcher(layer("tokens")).results().map(found -> found.group(1));
    }

    private static String layer(String name) {
        return AssetSources.our("css/" + name + ".css");
    }

    private static String fileName(Map<String, Asset> fonts, String name) {
        var font = fonts.get(name);
        if (font == null) {
            throw new IllegalStateException("The sheet names a font that is not there: " + name);
        }
        return font.fileName();
    }

    private Stylesheet() {}
}
