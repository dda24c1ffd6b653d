package org.parvis.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret handed out once, of 256 random bits; only its SHA-256 is kept. */
public record OpaqueToken(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static OpaqueToken random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new OpaqueToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is kept of it. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    // A secret does not end up in a log by being printed.
    @Override
    public String toString() {
        return "OpaqueToken[…]";
    }
}
