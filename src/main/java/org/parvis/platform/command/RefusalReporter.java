package org.parvis.platform.command;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.settings.Refusal;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

import java.util.Locale;
import java.util.Optional;

/** Keeps a start that was refused for a known reason free of stack traces: the sentence is printed at the end. */
class RefusalReporter implements SpringBootExceptionReporter {

    RefusalReporter(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        return refusalIn(failure).isPresent();
    }

    /** The innermost that is known: a setting that cannot be bound may itself say why. */
    static Optional<Refusal> refusalIn(Throwable failure) {
        @Nullable Refusal found = null;
        @Nullable Throwable cause = failure;
        while (cause != null) {
            var refusal = refusal(cause);
            if (refusal != null) found = refusal;
            cause = cause.getCause();
        }
        return Optional.ofNullable(found);
    }

    private static @Nullable Refusal refusal(Throwable cause) {
        return switch (cause) {
            case Refusal refusal -> refusal;
            case PortInUseException taken ->
                new Refusal("Port %d is taken by another program; choose one with --port.".formatted(taken.getPort()));
            case WebServerException deaf ->
                new Refusal("Parvis cannot listen where it is told to: "
                        + NestedExceptionUtils.getMostSpecificCause(deaf).getMessage());
            case BindException unfit -> unfit(unfit);
            default -> null;
        };
    }

    private static @Nullable Refusal unfit(BindException unfit) {
        var given = unfit.getProperty();
        if (given == null) return null;
        var name = unfit.getName().toString().replaceFirst("^(parvis|server)\\.", "");
        return new Refusal("PARVIS_%s=%s is not what it has to be; docs/operations.md says what that is."
                .formatted(name.toUpperCase(Locale.ROOT).replace('-', '_'), given.getValue()));
    }
}
