package org.parvis.platform.settings;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import java.util.HashMap;
import java.util.Set;
import java.util.function.BiPredicate;

/** The variables of the environment that begin with {@code PARVIS_}. One that is set to nothing is not set. */
public final class SettingsVariables {

    private static final String PREFIX = "PARVIS_";

    /** Read by the script and by the tests. */
    private static final Set<String> OTHERS = Set.of("PARVIS_JAVA_OPTIONS", "PARVIS_CHROMIUM");

    private SettingsVariables() {}

    public static void tidy(ConfigurableEnvironment environment) {
        keep(environment, (_, value) -> !value.toString().isBlank()).stream()
                .filter(SettingsVariables::isUnknown)
                .forEach(SettingsVariables::warn);
    }

    /** None of them counts, but where PostgreSQL's programs are. */
    public static void ignore(ConfigurableEnvironment environment) {
        keep(environment, (name, _) -> name.equals("PARVIS_SOFTWARE"));
    }

    /** Returns the names that are left. */
    private static Set<String> keep(ConfigurableEnvironment environment, BiPredicate<String, Object> kept) {
        var source = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        var variables = new HashMap<String, Object>();
        if (environment.getPropertySources().get(source) instanceof SystemEnvironmentPropertySource given) {
            variables.putAll(given.getSource());
            variables
                    .entrySet()
                    .removeIf(variable ->
                            variable.getKey().startsWith(PREFIX) && !kept.test(variable.getKey(), variable.getValue()));
            environment.getPropertySources().replace(source, new SystemEnvironmentPropertySource(source, variables));
        }
        return variables.keySet();
    }

    private static boolean isUnknown(String variable) {
        return variable.startsWith(PREFIX) && !SettingsFiles.KNOWN.contains(variable) && !OTHERS.contains(variable);
    }

    /** Others may use the prefix, too, so that it does not keep the network from starting. */
    private static void warn(String variable) {
        System.err.printf("There is no setting %s: it has no effect. There are %s.%n", variable, SettingsFiles.known());
    }
}
