package org.parvis.platform.command;

import java.util.List;

/**
 * Something done from the command line; a bean of this type is found by its name. It runs in a process of its own that
 * serves nobody, beside a running network or without one.
 */
public interface Command {

    /** The first word after {@code ./parvis}. */
    String name();

    /**
     * Results go to standard output, everything else to standard error.
     *
     * @param arguments what follows the name, without {@code --data} and {@code --port}
     * @return the exit code: 0 for done
     */
    int run(List<String> arguments) throws Exception;
}
