package org.parvis.bench.company;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lists of words that stand beside the tests. */
final class Words {

    private Words() {}

    static List<String> lines(String name) {
        try (var file = Words.class.getResourceAsStream("/bench/company/" + name)) {
            if (file == null) throw new IllegalStateException("No list " + name);
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
