package org.parvis.platform.files;

import java.util.HexFormat;

/** The name of some bytes: their SHA-256. */
record Blob(byte[] sha256) {

    static boolean isName(String text) {
        return text.matches("[0-9a-f]{64}");
    }

    String name() {
        return HexFormat.of().formatHex(sha256);
    }
}
