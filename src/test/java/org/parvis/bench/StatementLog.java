package org.parvis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The log of a server that tells each statement and the thread that sends it: background work does not count. */
record StatementLog(Server server) {

    // Of one that is prepared the log tells first that it is, then which.
    private static final Pattern STATEMENT = Pattern.compile("tomcat\\S* Executing .*SQL \\w+( \\w+)? \\[");

    /** A launch whose server says so, with the log's settings in a file in that folder. */
    static Launch loud(Launch launch, Path folder) throws IOException {
        var settings = Files.writeString(folder.resolve("logback.xml"), """
                <configuration>
                    <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
                        <encoder><pattern>%thread %msg%n</pattern></encoder>
                    </appender>
                    <root level="warn"><appender-ref ref="console"/></root>
                    <logger name="org.parvis.platform.database.TimedStatements" level="debug"/>
                </configuration>
                """);
        // What is found when Parvis is built holds the log as it is, too.
        return launch.with("PARVIS_JAVA_OPTIONS", "-Xmx768m -Dspring.aot.enabled=false")
                .with("LOGGING_CONFIG", settings.toString());
    }

    /** How many statements the requests sent since the last time this was asked, once the log is quiet. */
    long sent() throws InterruptedException {
        var count = 0L;
        for (var more = -1L; more != 0; count += more) {
            Thread.sleep(300);
            more = server.said().stream()
                    .filter(line -> STATEMENT.matcher(line).lookingAt())
                    .count();
        }
        return count;
    }
}
