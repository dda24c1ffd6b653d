package org.parvis.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class ServerTests {

    @TempDir
    Path folder;

    @Test
    void keepsInAFileWhatItSaidBeforeAndSaysAfterItServes() throws Exception {
        var process = new ProcessBuilder(
                        "sh", "-c", "echo early; echo Parvis is at http://localhost:1; read go; echo late")
                .start();
        try (var server = Server.of(process, folder)) {
            var log = folder.resolve("server.log");
            server.log(log);
            try (var go = process.outputWriter()) {
                go.write("go\n");
            }

            await().untilAsserted(() -> assertThat(log).hasContent("early\nlate"));
            assertThat(server.said()).isEmpty();
        }
    }
}
