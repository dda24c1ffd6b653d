package org.parvis.platform.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The programs of PostgreSQL for this machine, unpacked once from the archive on the class path. */
record PostgresSoftware(Path home) {

    /** Unpacked below {@code folder}, in a directory named after the archive's content. */
    static PostgresSoftware below(Path folder) throws IOException {
        var home = folder.resolve("postgresql-" + Fingerprint.OF_ARCHIVE);
        if (!Files.exists(home)) unpack(folder, home);
        return new PostgresSoftware(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static InputStream archive() throws IOException {
        var system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
        var machine = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
    }

    /** The directory gets its name only when it is complete, so that an interrupted unpacking is never used. */
    private static void unpack(Path folder, Path home) throws IOException {
        Files.createDirectories(folder);
        var unfinished = Files.createTempDirectory(folder, "unpacking-");
        try (var archive = new TarArchiveInputStream(new XZInputStream(archive()))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                place(archive, entry, unfinished);
            }
        }
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        move(unfinished, home);
    }

    private static void place(TarArchiveInputStream archive, TarArchiveEntry entry, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) throw new IOException("Outside the archive: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(archive, target);
            var program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static void move(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home, ATOMIC_MOVE);
        } catch (IOException other) {
            FileSystemUtils.deleteRecursively(unfinished);
            if (!Files.exists(home)) throw other;
        }
    }

    /** Which archive it is; read once, since it has some fifteen megabytes. */
    private static final class Fingerprint {

        static final String OF_ARCHIVE = fingerprint();

        private static String fingerprint() {
            try (var archive = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
                archive.transferTo(OutputStream.nullOutputStream());
                return HexFormat.of().formatHex(archive.getMessageDigest().digest(), 0, 6);
            } catch (IOException | NoSuchAlgorithmException unreadable) {
                throw new IllegalStateException("The archive of PostgreSQL cannot be read", unreadable);
            }
        }
    }
}
