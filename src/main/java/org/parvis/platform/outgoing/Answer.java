package org.parvis.platform.outgoing;

import org.jspecify.annotations.Nullable;

import java.nio.charset.Charset;

/**
 * What a server answered in the end.
 *
 * @param address where redirects led
 * @param mediaType in lower case, without parameters; empty when the server named none
 * @param charset null when the server named none that is known here
 * @param cut whether there was more than the limit
 */
public record Answer(
        WebAddress address,
        int status,
        String mediaType,
        @Nullable Charset charset,
        byte[] body,
        boolean cut) {

    public boolean isOk() {
        return status == 200;
    }

    /** Whether the same might be answered otherwise in a while. */
    public boolean isPassing() {
        return status == 408 || status == 425 || status == 429 || status >= 500;
    }
}
