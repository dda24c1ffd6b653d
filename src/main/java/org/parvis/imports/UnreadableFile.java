package org.parvis.imports;

import java.util.List;

/** A file from which nothing can be taken. The code is a message key that tells the reader what to do instead. */
public class UnreadableFile extends RuntimeException {

    private final String code;
    private final List<String> arguments;

    public UnreadableFile(String code, String... arguments) {
        super(code + " " + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public String code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }
}
