package org.parvis.platform.outgoing;

import java.io.IOException;

/** An address that is never asked, however often one tries; unlike what merely failed. */
public class RefusedAddress extends IOException {

    RefusedAddress(String reason) {
        super(reason);
    }
}
