package org.parvis.platform.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Where the look is read from: our own files under {@code web}, and the WebJars. */
final class AssetSources {

    private static final String TURBO = "hotwired__turbo/8.0.21/dist/turbo.es2017-esm.js";
    private static final String STIMULUS = "hotwired__stimulus/3.2.2/dist/stimulus.js";
    private static final String ICONS = "lucide-static/0.468.0/icons/";
    private static final String FONTS = "fontsource__source-sans-pro/5.2.5/files/";

    record Source(String name, String text) {}

    static List<Source> ours(String folder, String extension) {
        try {
            var found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:web/" + folder + "/*." + extension);
            return Arrays.stream(found)
                    .map(file -> new Source(nameOf(file), read(file)))
                    .sorted(Comparator.comparing(Source::name))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String our(String path) {
        return read(new ClassPathResource("web/" + path));
    }

    // Turbo styles its progress bar by a style element, which our policy forbids; our sheet has the rule instead.
    static String turbo() {
        var source = webjar(TURBO);
        var call = "    this.installStylesheetElement();\n";
        if (!source.contains(call)) {
            throw new IllegalStateException("Turbo no longer installs its style where we expect it");
        }
        return source.replace(call, "");
    }

    static String stimulus() {
        return webjar(STIMULUS);
    }

    static String icon(String name) {
        return webjar(ICONS + name + ".svg");
    }

    static byte[] font(String fileName) {
        return bytes(new ClassPathResource("META-INF/resources/webjars/" + FONTS + fileName));
    }

    private static String webjar(String path) {
        return read(new ClassPathResource("META-INF/resources/webjars/" + path));
    }

    private static String nameOf(Resource file) {
        var fileName = String.valueOf(file.getFilename());
        return fileName.substring(0, fileName.lastIndexOf('.'));
    }

    private static String read(Resource file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private AssetSources() {}
}
