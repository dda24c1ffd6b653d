package org.parvis.platform.disk;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.settings.Refusal;
import org.springframework.util.unit.DataSize;

import java.io.IOException;
import java.util.regex.Pattern;

/** There is less room on the disk than is to stay free, or none at all. */
public class DiskFull extends Refusal {

    // As the system says it; Java has no other name for it.
    private static final Pattern SAID = Pattern.compile("No space left on device|Disk quota exceeded");

    /** A disk that is full to the last byte. */
    public DiskFull(IOException problem) {
        super("There is no room left on the disk.", problem);
    }

    /** Whether something failed because a disk is full. */
    public static boolean isCauseOf(@Nullable Throwable problem) {
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    && SAID.matcher(String.valueOf(cause.getMessage())).find()) return true;
        }
        return false;
    }

    DiskFull(DataSize least) {
        super("There is less than %d MB of free disk space, so nothing is written (PARVIS_MIN_FREE_SPACE)."
                .formatted(least.toMegabytes()));
    }
}
