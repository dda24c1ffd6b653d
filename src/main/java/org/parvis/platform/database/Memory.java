package org.parvis.platform.database;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;

/** The memory of a machine, or of the container that is all the machine one sees. */
record Memory(long megabytes) {

    static Memory ofTheMachine() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Memory(system.getTotalMemorySize() >> 20);
    }

    /** One such part of it, within limits in megabytes, as PostgreSQL writes it. */
    String part(int parts, long least, long most) {
        return Math.clamp(megabytes / parts, least, most) + "MB";
    }
}
