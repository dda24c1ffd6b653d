package org.parvis.platform.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was typed cannot be taken: 422, with a sentence for each field; what was typed stays in the form. */
public class Invalid extends RuntimeException {

    /** One field's problem: the message's key and arguments say what to do. */
    public record Problem(String field, String messageKey, List<Object> arguments) {}

    private final List<Problem> problems;

    public Invalid(String field, String messageKey, Object... arguments) {
        this(List.of(new Problem(field, messageKey, List.of(arguments))));
    }

    public Invalid(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    public Optional<Problem> of(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst();
    }

    /** Runs every check and throws all their problems together, so that a form is mended in one go. */
    public static void unless(Runnable... checks) {
        var problems = Stream.of(checks).flatMap(Invalid::problemsOf).toList();
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    private static Stream<Problem> problemsOf(Runnable check) {
        try {
            check.run();
            return Stream.empty();
        } catch (Invalid invalid) {
            return invalid.problems().stream();
        }
    }
}
