package org.parvis.links;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.outgoing.RefusedAddress;
import org.parvis.platform.outgoing.WebAddress;

import java.util.Optional;

/** A link as somebody wrote it. */
final class Link {

    private Link() {}

    /** Empty for what no browser would follow, or what nobody should. */
    static Optional<WebAddress> of(@Nullable String written) {
        if (written == null) return Optional.empty();
        try {
            return Optional.of(WebAddress.of(written));
        } catch (RefusedAddress none) {
            return Optional.empty();
        }
    }
}
