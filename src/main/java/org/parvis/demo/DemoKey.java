package org.parvis.demo;

import org.parvis.platform.database.DataFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** The one password of the demo company, made anew for each. It lies in the data folder, to be shown again. */
record DemoKey(String password) {

    static final String ADMINISTRATOR = "n.berrada@valmont-aubier.example";
    static final String SHOP_FLOOR = "b.tessier@valmont-aubier.example";

    private static final SecureRandom RANDOM = new SecureRandom();

    static Optional<DemoKey> of(DataFolder folder) {
        try {
            return Files.exists(file(folder))
                    ? Optional.of(new DemoKey(Files.readString(file(folder)).strip()))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A new one, or the one of a demo that was broken off. */
    static DemoKey cut(DataFolder folder) {
        return of(folder)
                .orElseGet(() -> kept(
                        folder,
                        new DemoKey("vanne-%04d-%04d-%04d"
                                .formatted(RANDOM.nextInt(10_000), RANDOM.nextInt(10_000), RANDOM.nextInt(10_000)))));
    }

    private static DemoKey kept(DataFolder folder, DemoKey key) {
        try {
            Files.writeString(file(folder), key.password + "\n");
            return key;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path file(DataFolder folder) {
        return folder.resolve("demo-password");
    }

    /** Not in a log by accident. */
    @Override
    public String toString() {
        return "DemoKey";
    }
}
