package org.parvis.imports;

import java.nio.file.Path;

/** One of the things {@code ./parvis import} can bring in, found by its name. */
interface ImportKind {

    /** What was asked for, beside the kind. */
    record Order(Path path, String source, boolean force, boolean dryRun) {}

    /** The word after {@code import}. */
    String name();

    /** The source's name where none is given. */
    String source();

    /** Imports, telling how far it is on standard error and what came of it on standard output; answers the exit code. */
    int run(Order order);
}
