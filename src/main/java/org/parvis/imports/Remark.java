package org.parvis.imports;

import java.util.List;

/**
 * One thing in a file that was not taken as it stood.
 *
 * @param line the line it begins at, counted from 1; 0 when it is about the whole file
 * @param code a message key, {@code imports.…}
 * @param arguments what the message names, in the order of its placeholders
 */
public record Remark(long line, String code, List<String> arguments) {

    public static Remark at(long line, String code, String... arguments) {
        return new Remark(line, code, List.of(arguments));
    }

    public static Remark aboutFile(String code, String... arguments) {
        return at(0, code, arguments);
    }
}
