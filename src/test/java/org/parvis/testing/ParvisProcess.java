package org.parvis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parvis in a process of its own, as people run it. */
public final class ParvisProcess {

    /** An empty folder for its data, in which an embedded PostgreSQL may be founded. */
    public static Path freshFolder(String name) throws IOException {
        var data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), name + "-");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        return data;
    }

    public static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** A server that answers; {@code environment} as administrators set it. */
    public static Process serve(Path data, int port, Map<String, String> environment) throws IOException {
        var server = command(data, environment, "run", "--port", String.valueOf(port))
                .start();
        try (var said = server.inputReader()) {
            assertThat(said.lines().anyMatch(line -> line.startsWith("Parvis is at ")))
                    .as("it starts")
                    .isTrue();
        }
        return server;
    }

    /** What one types after {@code ./parvis}. */
    public static ProcessBuilder command(Path data, Map<String, String> environment, String... words) {
        var line = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dspring.aot.enabled=true", // as the script does
                "-cp",
                System.getProperty("java.class.path"),
                "org.parvis.Parvis"));
        line.addAll(List.of(words));
        line.addAll(List.of("--data", data.toString()));
        var builder = new ProcessBuilder(line)
                .redirectInput(new File("/dev/null"))
                .redirectError(data.resolve("said.log").toFile());
        builder.environment().putAll(environment);
        builder.environment()
                .put(
                        "PARVIS_SOFTWARE",
                        Path.of("target", "software").toAbsolutePath().toString());
        return builder;
    }

    private ParvisProcess() {}
}
