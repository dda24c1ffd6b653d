package org.parvis.platform.command;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.settings.Refusal;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

import java.util.Optional;

/** Keeps a start that was refused for a known reason free of stack traces: the sentence is printed at the end. */
class RefusalReporter implements SpringBootExceptionReporter {

    RefusalReporter(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        return refusalIn(failure).isPresent();
    }

    static Optional<String> refusalIn(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null) {
            var sentence = sentence(cause);
            if (sentence.isPresent()) return sentence;
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static Optional<String> sentence(Throwable cause) {
        return switch (cause) {
            case Refusal refusal -> Optional.ofNullable(refusal.getMessage());
            case PortInUseException taken ->
                Optional.of("Port %d is taken by another program; choose one with --port.".formatted(taken.getPort()));
            default -> Optional.empty();
        };
    }
}
