package org.parvis.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Where the embedded PostgreSQL listens and what opens it, kept in {@code database.properties} with mode 0600. */
record Credentials(int port, String user, String password) {

    static Credentials fresh() {
        var secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        return new Credentials(
                0, "parvis", Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    static Credentials readFrom(Path file) throws IOException {
        var lines = new Properties();
        lines.load(new StringReader(Files.readString(file)));
        var port = Integer.parseInt(lines.getProperty("port"));
        return new Credentials(port, lines.getProperty("user"), lines.getProperty("password"));
    }

    void writeTo(Path file) throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(next, text(), UTF_8);
        Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
    }

    Credentials on(int otherPort) {
        return new Credentials(otherPort, user, password);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/parvis";
    }

    @Override
    public String toString() {
        return user + " on port " + port;
    }

    private String text() {
        return """
                url=%s
                port=%d
                user=%s
                password=%s
                """.formatted(url(), port, user, password);
    }
}
