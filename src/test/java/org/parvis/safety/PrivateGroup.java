package org.parvis.safety;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Slack export of one private group in which something of every kind is remarkable, and every word hidden. */
final class PrivateGroup {

    private static final String USERS = """
            [{"id": "U1", "name": "uma", "profile": {"real_name": "Uma Rao"}},
             {"id": "U2", "name": "vic", "profile": {"real_name": "Vic Orr"}}]
            """;
    private static final String GROUPS = """
            [{"id": "G1", "name": "zyqhidgroup-%s", "members": ["U1", "U2"],
              "purpose": {"value": "zyqhidpurpose"}, "topic": {"value": "zyqhidaim"}}]
            """.formatted("x".repeat(100));
    private static final String DAY = """
            [{"type": "message", "user": "U1", "text": "zyqhidpast #zyqhidimported", "ts": "1714550400.000100",
              "reactions": [{"name": "heart", "users": ["U2"], "count": 1}],
              "files": [{"id": "F1", "name": "zyqhidfile.pdf", "title": "zyqhidtitle"}]},
             {"type": "message", "user": "U2", "text": "zyqhidlate", "ts": "1714550500.000100",
              "thread_ts": "1714550000.000100"},
             {"type": "message", "user": "U2", "text": "zyqhidlong %s", "ts": "1714550600.000100"},
             {"type": "message", "user": "U9", "text": "zyqhidstranger", "ts": "1714550700.000100"}]
            """.formatted("long ".repeat(10_000));

    static byte[] zipped() {
        var folder = "zyqhidgroup-" + "x".repeat(100);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : Map.of(
                            "users.json",
                            USERS,
                            "channels.json",
                            "[]",
                            "groups.json",
                            GROUPS,
                            folder + "/2024-05-01.json",
                            DAY,
                            folder + "/2024-05-02.json",
                            "[{\"type\": \"message\", ")
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return bytes.toByteArray();
    }

    private PrivateGroup() {}
}
