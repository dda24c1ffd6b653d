package org.parvis.imports.people;

import org.jspecify.annotations.Nullable;
import org.parvis.imports.Remark;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Whose address is whose. An address several entries share, vacant posts included, is a way to write to an office; whoever
 * reads that mailbox must not be able to take somebody's account by it.
 */
final class Addresses {

    // RFC 5321 allows far more; what a directory writes with spaces or quotes is a mailbox's name, not its address.
    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\\-]{1,64}@(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\\.)+[A-Za-z0-9-]{2,63}");
    private static final int LONGEST = 254;

    private final Map<String, String> owners = new HashMap<>();
    private final Set<String> shared = new HashSet<>();

    Addresses(List<DirectoryEntry> entries, Consumer<Remark> remarks) {
        for (var entry : entries) {
            var address = contact(entry);
            if (address != null) {
                claim(address, entry);
            } else if (entry.email() != null) {
                remarks.accept(Remark.at(entry.line(), "imports.line.bad-address", Values.excerpt(entry.email())));
            }
        }
    }

    // The same id twice with the same address is one person written down twice.
    private void claim(String address, DirectoryEntry entry) {
        var key = entry.id() == null ? "line " + entry.line() : entry.id();
        var owner = owners.putIfAbsent(address, key);
        if (owner != null && !owner.equals(key)) {
            shared.add(address);
        }
    }

    @Nullable
    String personal(DirectoryEntry entry) {
        var address = contact(entry);
        return address == null || shared.contains(address) ? null : address;
    }

    @Nullable
    String contact(DirectoryEntry entry) {
        var email = entry.email();
        return email != null
                        && email.length() <= LONGEST
                        && ADDRESS.matcher(email).matches()
                ? email.toLowerCase(Locale.ROOT)
                : null;
    }
}
