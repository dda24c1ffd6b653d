package org.parvis.access;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Busy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Argon2id at OWASP's setting of 19 MiB and two passes. A hash costs memory on purpose, so only as many are computed at
 * once as there are processors; who would wait too long is told to come back.
 */
@Component
class PasswordHashing {

    private static final int PATIENCE_SECONDS = 3;

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LANES = 1;
    private static final int MEMORY = 19 * 1024;
    private static final int PASSES = 2;

    /** Of no password at all, and written down without computing one: that would cost every start half a second. */
    private static final String NOBODYS = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(MEMORY, PASSES, LANES, base64(new byte[SALT]), base64(new byte[HASH]));

    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(SALT, HASH, LANES, MEMORY, PASSES);
    private final Semaphore places;
    private final AtomicLong computed = new AtomicLong();

    PasswordHashing() {
        this.places = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    }

    String hash(String password) {
        return inTurn(() -> encoded(password));
    }

    /** Compares; where there is no account, as much is computed, so that time does not tell. */
    boolean matches(String password, @Nullable String hash) {
        var matches = inTurn(() -> argon.matches(PasswordRules.normal(password), hash == null ? NOBODYS : hash));
        return matches && hash != null;
    }

    /** How many hashes have been computed so far. */
    long computed() {
        return computed.get();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private String encoded(String password) {
        var hash = argon.encode(PasswordRules.normal(password));
        if (hash == null) {
            throw new IllegalStateException("no hash");
        }
        return hash;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy("hashing passwords");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Busy("hashing passwords");
        }
        try {
            computed.incrementAndGet();
            return work.get();
        } finally {
            places.release();
        }
    }
}
