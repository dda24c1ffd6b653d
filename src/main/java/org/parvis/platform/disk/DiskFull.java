package org.parvis.platform.disk;

import org.parvis.platform.settings.Refusal;
import org.springframework.util.unit.DataSize;

/** There is less room on the disk than is to stay free. */
public class DiskFull extends Refusal {

    DiskFull(DataSize least) {
        super("There is less than %d MB of free disk space, so nothing is written (PARVIS_MIN_FREE_SPACE)."
                .formatted(least.toMegabytes()));
    }
}
