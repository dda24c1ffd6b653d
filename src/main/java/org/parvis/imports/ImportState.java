package org.parvis.imports;

import java.util.Locale;

/** How far an import is, and how it ended. */
public enum ImportState {
    RUNNING(0),
    DONE(0),
    /** More people would be deactivated than is believable; nothing was written. */
    STOPPED(3),
    UNREADABLE(2),
    /** Ours to mend; what was written by then stays, and running it again goes on. */
    FAILED(1);

    private final int exitCode;

    ImportState(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
