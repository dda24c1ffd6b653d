package org.parvis.access;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.network.Network;
import org.parvis.platform.settings.ParvisSettings;
import org.parvis.platform.throttle.Allowance;
import org.parvis.platform.throttle.Throttle;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** Proves that whoever sets the network up can read its console. A new start prints a new code. */
@Component
class SetUpCode {

    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final Allowance TRIES = new Allowance("set-up code", 5, Duration.ofSeconds(30));

    private final SecureRandom random = new SecureRandom();
    private final Network network;
    private final Throttle throttle;
    private final ParvisSettings settings;
    private volatile byte @Nullable [] hash;

    SetUpCode(Network network, Throttle throttle, ParvisSettings settings) {
        this.network = network;
        this.throttle = throttle;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void print() {
        if (settings.serving() && !network.isSetUp()) {
            System.out.println("Set-up code (for this start only): " + renew());
        }
    }

    String renew() {
        var code = random.ints(8, 0, LETTERS.length())
                .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
                .collect(Collectors.joining());
        hash = new OpaqueToken(code).hash();
        return code.substring(0, 4) + "-" + code.substring(4);
    }

    /** Counts a try, right or wrong. */
    boolean matches(String typed) {
        throttle.take(TRIES, "");
        var plain = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        var expected = hash;
        return expected != null && MessageDigest.isEqual(expected, new OpaqueToken(plain).hash());
    }

    void forget() {
        hash = null;
    }
}
