package org.parvis.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@code ./parvis} command on a data folder of its own, set up unattended, as whoever types it would start it. */
record Launch(Path script, Path data, Map<String, String> environment) {

    static final String ADMINISTRATOR = "bench@parvis.example";

    static Launch on(Path data) {
        return new Launch(
                Path.of(System.getProperty("parvis.script")),
                data,
                Map.of("PARVIS_ADMIN_EMAIL", ADMINISTRATOR, "PARVIS_ADMIN_PASSWORD", "waage-kompass-sieben"));
    }

    /** On a folder in which nobody has set a network up. */
    Launch bare() {
        return new Launch(script, data, Map.of());
    }

    Launch with(String variable, String value) {
        return with(Map.of(variable, value));
    }

    Launch with(Map<String, String> variables) {
        var more = new HashMap<>(environment);
        more.putAll(variables);
        return new Launch(script, data, Map.copyOf(more));
    }

    Launch by(Path otherScript) {
        return new Launch(otherScript, data, environment);
    }

    /** Runs a command to its end; what it says about its progress goes to the console. */
    void complete(String... words) throws IOException, InterruptedException {
        var process = builder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(
                        ProcessBuilder.Redirect.to(data.resolveSibling("said").toFile()))
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("%s ended with %d, see what it said:%n%s"
                    .formatted(List.of(words), process.exitValue(), Server.text(data.resolveSibling("said"))));
        }
    }

    /** Starts a server and returns when it has printed its address. */
    Server serve(String command) throws IOException {
        return Server.of(
                builder(command, "--port", "0").redirectErrorStream(true).start(), data);
    }

    private ProcessBuilder builder(String... words) {
        var line = new ArrayList<>(List.of(script.toString()));
        line.addAll(List.of(words));
        line.addAll(List.of("--data", data.toString()));
        var builder = new ProcessBuilder(line).redirectInput(new File("/dev/null"));
        builder.environment().keySet().removeIf(name -> name.startsWith("PARVIS_") && !name.equals("PARVIS_SOFTWARE"));
        builder.environment().putAll(environment);
        return builder;
    }
}
