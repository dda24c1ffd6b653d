package org.parvis.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

class RemarkMessagesTests {

    static final Pattern CODE = Pattern.compile("\"(imports\\.(?:file|line|slack)\\.[a-z.-]*[a-z])\"");

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void saysEveryRemarkInBothLanguages(String language) throws IOException {
        var messages = new Properties();
        try (var in =
                Files.newBufferedReader(Path.of("src/main/resources/messages/imports_" + language + ".properties"))) {
            messages.load(in);
        }

        assertThat(codes()).hasSizeGreaterThan(30).isSubsetOf(messages.stringPropertyNames());
    }

    private static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/org/parvis/imports"))) {
            files.filter(Files::isRegularFile)
                    .map(RemarkMessagesTests::text)
                    .forEach(text -> CODE.matcher(text).results().forEach(code -> codes.add(code.group(1))));
        }
        return codes;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
