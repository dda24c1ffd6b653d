package org.parvis.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/** A store that speaks S3, in a process and on a port of its own, empty but for one bucket. */
public final class S3Store implements AutoCloseable {

    public static final String BUCKET = "parvis";

    private static final Pattern STARTED = Pattern.compile("started on ports? .*?(\\d+) \\(http\\)");

    private final Process server;
    private final int port;

    private S3Store(Process server, int port) {
        this.server = server;
        this.port = port;
    }

    public static S3Store start() {
        // Anything does: it takes whoever comes.
        System.setProperty("aws.accessKeyId", "parvis");
        System.setProperty("aws.secretAccessKey", "parvis");
        try {
            var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "s3-");
            var builder = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-Xmx192m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-jar",
                            jar(),
                            "--server.port=0",
                            "--com.adobe.testing.s3mock.httpPort=0")
                    .redirectErrorStream(true);
            builder.environment().putAll(Map.of("initialBuckets", BUCKET, "root", folder.toString()));
            var server = builder.start();
            return new S3Store(server, port(server));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** As {@code PARVIS_FILES} says it. */
    public String setting(String prefix) {
        return "s3://%s/%s?endpoint=http://127.0.0.1:%d&region=eu-west-1".formatted(BUCKET, prefix, port);
    }

    @Override
    public void close() {
        server.destroyForcibly();
    }

    private static int port(Process server) throws IOException {
        var said = server.inputReader();
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            var started = STARTED.matcher(line);
            if (started.find()) {
                Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
                return Integer.parseInt(started.group(1));
            }
        }
        throw new IOException("The store did not start");
    }

    private static String jar() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.contains("s3mock"))
                .findFirst()
                .orElseThrow();
    }
}
