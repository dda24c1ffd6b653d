package org.parvis.testing;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Points an application context at a fresh database. */
public class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = Map.<String, Object>of(
                "parvis.data", freshFolder(),
                "spring.datasource.url", TestPostgres.freshDatabase(),
                "spring.datasource.username", "postgres",
                "spring.datasource.hikari.maximum-pool-size", "8",
                "spring.datasource.hikari.minimum-idle", "1");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("own database", settings));
    }

    private static String freshFolder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "data-").toString();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
