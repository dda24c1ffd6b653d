package org.parvis.bench;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A network that serves, in a process of its own. */
final class Server implements AutoCloseable {

    private static final String ADDRESS = "Parvis is at ";

    private final Process process;
    private final Path data;
    private final URI address;
    private final List<String> said = new ArrayList<>();
    private @Nullable PrintWriter log;

    private Server(Process process, Path data) throws IOException {
        this.process = process;
        this.data = data;
        // A benchmark that is broken off leaves nothing running.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var output = process.inputReader(StandardCharsets.UTF_8);
        this.address = awaitAddress(output);
        Thread.ofVirtual().start(() -> listen(output));
    }

    static Server of(Process process, Path data) throws IOException {
        try {
            return new Server(process, data);
        } catch (IOException | RuntimeException failure) {
            process.destroy();
            throw failure;
        }
    }

    URI address() {
        return address;
    }

    ProcessHandle application() {
        return process.toHandle();
    }

    ProcessHandle database() throws IOException {
        var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    /** The lines printed since the start, or since the last time they were asked for. */
    List<String> said() {
        synchronized (said) {
            var lines = List.copyOf(said);
            said.clear();
            return lines;
        }
    }

    /** Writes what it said and says into a file, as it comes, instead of keeping it to be asked for. */
    void log(Path file) throws IOException {
        synchronized (said) {
            log = new PrintWriter(Files.newBufferedWriter(file), true);
            said.forEach(log::println);
            said.clear();
        }
    }

    /** Asks it to end, as Ctrl-C does, and waits until it has. */
    Duration stop() throws InterruptedException {
        var start = System.nanoTime();
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) throw new IllegalStateException("does not end");
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) stop();
    }

    static String text(Path file) throws IOException {
        return Files.readString(file);
    }

    private URI awaitAddress(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(ADDRESS)) return URI.create(line.substring(ADDRESS.length()));
            said.add(line);
        }
        throw new IllegalStateException("Parvis did not start:\n" + String.join("\n", said));
    }

    private void listen(BufferedReader output) {
        try {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                synchronized (said) {
                    if (log == null) said.add(line);
                    else log.println(line);
                }
            }
        } catch (IOException | UncheckedIOException ended) {
            // It was stopped in the middle of a line.
        }
    }
}
