package org.parvis.testing;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A disk of few megabytes, in the memory and seen from a namespace of its own, which ends with it. Where the system allows
 * nobody to make one, tests that need it are left out.
 */
public final class FullDisk implements AutoCloseable {

    private final Process holder;

    private FullDisk(Process holder) {
        this.holder = holder;
    }

    public static FullDisk of(int megabytes) {
        try {
            var holder = new ProcessBuilder(
                            "unshare",
                            "--user",
                            "--map-root-user",
                            "--mount",
                            "sh",
                            "-c",
                            "mount -t tmpfs -o size=%dm none /mnt && echo there && exec sleep 600".formatted(megabytes))
                    .redirectErrorStream(true)
                    .start();
            var said = holder.inputReader().readLine();
            Assumptions.assumeTrue("there".equals(said), () -> "no small disk can be made here: " + said);
            return new FullDisk(holder);
        } catch (IOException noSuchCommand) {
            Assumptions.abort("no small disk can be made here: " + noSuchCommand.getMessage());
            throw new UncheckedIOException(noSuchCommand);
        }
    }

    public Path path() {
        return Path.of("/proc", Long.toString(holder.pid()), "root", "mnt");
    }

    @Override
    public void close() {
        holder.destroyForcibly();
    }
}
