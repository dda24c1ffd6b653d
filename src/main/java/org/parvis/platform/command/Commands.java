package org.parvis.platform.command;

import org.parvis.platform.settings.SettingsFiles;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts what was typed: the network, or one command beside it. */
public final class Commands {

    private static final int USAGE = 64;

    private Commands() {}

    /** Returns when the network serves, or with the command's exit code when it is done. */
    public static void start(Class<?> application, String... words) {
        try {
            var line = CommandLine.of(List.of(words));
            var context = open(application, line);
            if (!line.serves()) System.exit(carryOut(line, context));
            if (line.name().equals("train")) System.exit(SpringApplication.exit(context));
        } catch (Exception failure) {
            System.exit(failed(failure));
        }
    }

    private static ConfigurableApplicationContext open(Class<?> application, CommandLine line) {
        return new SpringApplicationBuilder(application)
                .initializers(context -> {
                    var environment = context.getEnvironment();
                    environment.getPropertySources().addFirst(new MapPropertySource("command line", settings(line)));
                    SettingsFiles.addTo(environment);
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
        if (line.name().equals("demo")) {
            // Whatever the settings say: no real database is filled, and nobody gets a mail.
            settings.put("parvis.database-url", "none");
            settings.put("parvis.smtp-url", "");
            settings.computeIfAbsent("parvis.data", _ -> ThrowAwayFolder.make().toString());
        }
        if (line.name().equals("restore")) {
            settings.put(
                    "parvis.restore-from",
                    line.arguments().isEmpty() ? "" : line.arguments().getFirst());
        }
        return settings;
    }

    private static int carryOut(CommandLine line, ConfigurableApplicationContext context) throws Exception {
        try (context) {
            var command = context.getBeansOfType(Command.class).values().stream()
                    .filter(known -> known.name().equals(line.name()))
                    .findFirst();
            if (command.isPresent()) return command.get().run(line.arguments());
            System.err.println("There is no command " + line.name() + "; ./parvis help lists what there is.");
            return USAGE;
        }
    }

    private static int failed(Exception failure) {
        var refusal = RefusalReporter.refusalIn(failure);
        if (refusal.isPresent()) {
            System.err.println(refusal.get());
        } else {
            failure.printStackTrace();
        }
        return 1;
    }
}
