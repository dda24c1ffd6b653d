package org.parvis.access;

import org.parvis.people.PersonId;
import org.parvis.platform.throttle.Allowance;
import org.parvis.platform.throttle.Throttle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Optional;

/**
 * Compares an address and a password. Known and unknown addresses take the same way and the same time; attempts are
 * counted per address typed and per range they come from, and successful ones do not count.
 */
@Component
class SignIn {

    static final Allowance PER_ACCOUNT = new Allowance("sign-in account", 10, Duration.ofMinutes(1));
    static final Allowance PER_RANGE = new Allowance("sign-in range", 60, Duration.ofSeconds(10));
    private static final int LONGEST = 1000;

    private final Throttle throttle;
    private final Credentials credentials;
    private final PasswordHashing hashing;

    SignIn(Throttle throttle, Credentials credentials, PasswordHashing hashing) {
        this.throttle = throttle;
        this.credentials = credentials;
        this.hashing = hashing;
    }

    Optional<PersonId> attempt(String email, String password, String range) {
        var account = AccountRows.address(email);
        throttle.take(PER_RANGE, range);
        throttle.take(PER_ACCOUNT, account);
        var known = credentials.ofAddress(account);
        var right = hashing.matches(
                password.length() > LONGEST ? "" : password,
                known.map(Credentials.Known::hash).orElse(null));
        if (right) {
            throttle.giveBack(PER_RANGE, range);
            throttle.giveBack(PER_ACCOUNT, account);
        }
        return known.filter(found -> right).map(Credentials.Known::person);
    }
}
