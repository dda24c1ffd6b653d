package org.parvis.platform.command;

import org.parvis.platform.backup.Archive;
import org.parvis.platform.database.DataFolder;
import org.parvis.platform.settings.Refusal;
import org.parvis.platform.settings.SettingsFiles;
import org.parvis.platform.settings.SettingsVariables;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts what was typed: the network, or one command beside it. */
public final class Commands {

    private Commands() {}

    /** Returns when the network serves, or with the command's exit code when it is done. */
    public static void start(Class<?> application, String... words) {
        try {
            var line = CommandLine.of(List.of(words));
            line.refuseSurplus();
            var context = open(application, line);
            if (!line.serves()) System.exit(carryOut(line, context));
            if (line.isFor("train")) System.exit(train(context));
            Address.print(context);
        } catch (SpringApplication.AbandonedRunException analysed) {
            throw analysed; // the build only wants to see which beans there are
        } catch (Exception failure) {
            System.exit(failed(failure));
        }
    }

    private static ConfigurableApplicationContext open(Class<?> application, CommandLine line) {
        return new SpringApplicationBuilder(application)
                .initializers(context -> {
                    var environment = context.getEnvironment();
                    environment.getPropertySources().addFirst(new MapPropertySource("command line", settings(line)));
                    if (line.isFor("train")) SettingsVariables.ignore(environment);
                    else SettingsVariables.tidy(environment);
                    if (!line.isThrownAway()) SettingsFiles.addTo(environment);
                    refuseTheImpossible(line, environment);
                })
                .logStartupInfo(false)
                .run();
    }

    private static Map<String, Object> settings(CommandLine line) {
        var settings = new HashMap<>(line.settings());
        settings.put("parvis.command", line.name());
        if (!line.serves()) {
            settings.put("parvis.serving", false);
            // The pages' beans are there as always, but no port is opened.
            settings.put("server.port", -1);
        }
        if (line.isThrownAway()) {
            // Whatever the settings say: no real database is filled, and nobody gets a mail.
            settings.put("parvis.database-url", "");
            settings.put("parvis.smtp-url", "");
            settings.computeIfAbsent(
                    "parvis.data", _ -> ThrowAwayFolder.make(line.name()).toString());
        }
        if (line.isFor("train")) settings.put("parvis.port", 0);
        if (line.isFor("restore")) settings.put("parvis.restore-from", line.onlyArgument("./parvis restore FILE"));
        return settings;
    }

    /** Before a folder is made and a database founded for nothing. */
    private static void refuseTheImpossible(CommandLine line, Environment environment) {
        var data = Path.of(environment.getProperty("parvis.data", "data"));
        if (line.needsNetwork()
                && !environment.containsProperty("parvis.database-url")
                && !DataFolder.isFounded(data)) {
            throw new Refusal("There is no network in %s; --data names the folder of one."
                    .formatted(data.toAbsolutePath().normalize()));
        }
        if (line.isFor("restore")) {
            Archive.refuseUnlessWhole(Path.of(environment.getRequiredProperty("parvis.restore-from")));
        }
    }

    private static int carryOut(CommandLine line, ConfigurableApplicationContext context) throws Exception {
        try (context) {
            var command = context.getBeansOfType(Command.class).values().stream()
                    .filter(known -> line.isFor(known.name()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.ofUsage(
                            "There is no command %s; ./parvis help lists what there is.".formatted(line.name())));
            return command.run(line.arguments());
        }
    }

    private static int train(ConfigurableApplicationContext context) throws IOException {
        Training.visit(Address.port(context));
        return SpringApplication.exit(context);
    }

    private static int failed(Exception failure) {
        var refusal = RefusalReporter.refusalIn(failure);
        if (refusal.isPresent()) {
            System.err.println(refusal.get().getMessage());
            return refusal.get().exitCode();
        } else {
            // What breaks because of Ctrl-C during the start is nobody's fault.
            if (!isEnding()) failure.printStackTrace();
            return 1;
        }
    }

    private static boolean isEnding() {
        var hook = new Thread();
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }
}
