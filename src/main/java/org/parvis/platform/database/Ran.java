package org.parvis.platform.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program that was run to its end: its exit code and what it said. */
record Ran(int exitCode, String output) {

    static Ran of(List<String> line) throws IOException {
        return of(line, "");
    }

    static Ran of(List<String> line, String input) throws IOException {
        var process = new ProcessBuilder(line)
                .directory(new File("/")) // the folder we stand in may be closed to the account the program gets
                .redirectErrorStream(true)
                .start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(input);
        }
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Ran(process.waitFor(), output.strip());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while running " + line.getFirst(), interrupted);
        }
    }

    boolean succeeded() {
        return exitCode == 0;
    }
}
