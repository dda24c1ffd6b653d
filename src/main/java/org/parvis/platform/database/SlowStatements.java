package org.parvis.platform.database;

import org.parvis.platform.time.LogPace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.SqlProvider;

import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Tells the log which statements took long: who asked and the beginning of the statement, never a value. PostgreSQL's own
 * log of slow statements would print what people wrote.
 */
final class SlowStatements {

    private static final Logger log = LoggerFactory.getLogger(SlowStatements.class);
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");
    private static final int LENGTH = 160;

    private final long threshold;
    private final LogPace pace;

    SlowStatements(Duration threshold, Clock clock) {
        this.threshold = threshold.toNanos();
        this.pace = new LogPace(clock, 30);
    }

    void look(Object statement, long nanoseconds) {
        if (nanoseconds < threshold) return;
        var asker = asker();
        pace.tell(untold -> log.warn(
                "Slow statement: {} took {} ms: {}{}",
                asker,
                Duration.ofNanos(nanoseconds).toMillis(),
                shape(statement),
                untold));
    }

    private static String shape(Object statement) {
        var sql = statement instanceof SqlProvider provider ? String.valueOf(provider.getSql()) : "(unnamed)";
        var shape = LITERAL.matcher(SPACE.matcher(sql).replaceAll(" "))
                .replaceAll("'…'")
                .strip();
        return shape.length() <= LENGTH ? shape : shape.substring(0, LENGTH) + "…";
    }

    private static String asker() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith("org.parvis.")
                                && !frame.getClassName().startsWith("org.parvis.platform.database."))
                        .findFirst()
                        .map(frame ->
                                frame.getClassName().substring("org.parvis.".length()) + "." + frame.getMethodName())
                        .orElse("(elsewhere)"));
    }
}
