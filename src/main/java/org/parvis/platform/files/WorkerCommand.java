package org.parvis.platform.files;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start a worker with the Java and the classes this process runs on. */
record WorkerCommand(List<String> words) {

    static WorkerCommand ofThisProcess() {
        return new WorkerCommand(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-Dpdfbox.fontcache=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path")));
    }

    /** @param folder where it may leave files, which are not its own to clear away: it may be killed */
    Process start(Class<?> worker, List<String> arguments, Path folder) throws IOException {
        var line = new ArrayList<>(words);
        line.add("-Djava.io.tmpdir=" + folder);
        line.addAll(main(worker));
        line.addAll(arguments);
        var builder = new ProcessBuilder(line).redirectError(Redirect.DISCARD);
        // It has no need of the passwords there.
        builder.environment().clear();
        builder.directory(new File(System.getProperty("user.dir")));
        return builder.start();
    }

    // Inside Boot's jar our classes are in a folder only Boot's own launcher finds.
    private static List<String> main(Class<?> worker) {
        var name = worker.getName();
        var origin = worker.getResource(worker.getSimpleName() + ".class");
        return origin != null && origin.toString().startsWith("jar:nested:")
                ? List.of("-Dloader.main=" + name, "org.springframework.boot.loader.launch.PropertiesLauncher")
                : List.of(name);
    }
}
