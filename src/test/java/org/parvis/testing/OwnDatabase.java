package org.parvis.testing;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Points a test class's application context at a fresh database; no other class shares it, not even at the same time. */
public record OwnDatabase(Class<?> owner) implements ContextCustomizer {

    /** For {@link org.springframework.test.context.ContextCustomizerFactories}. */
    public static final class Factory implements ContextCustomizerFactory {

        @Override
        public ContextCustomizer createContextCustomizer(Class<?> test, List<ContextConfigurationAttributes> given) {
            return new OwnDatabase(test);
        }
    }

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
        var settings = Map.<String, Object>of(
                "parvis.data", freshFolder(),
                "parvis.database-url", TestPostgres.freshDatabase(),
                "parvis.database-connections", "8");
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
