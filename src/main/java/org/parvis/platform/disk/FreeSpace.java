package org.parvis.platform.disk;

/** How much room there is where the data folder lies, in bytes. */
@FunctionalInterface
public interface FreeSpace {

    long bytes();
}
