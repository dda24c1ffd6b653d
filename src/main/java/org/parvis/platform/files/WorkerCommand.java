package org.parvis.platform.files;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start {@link PictureWorker} with the Java and the classes this process runs on. */
record WorkerCommand(List<String> words) {

    static WorkerCommand ofThisProcess() {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path")));
        words.addAll(main());
        return new WorkerCommand(List.copyOf(words));
    }

    // Inside Boot's jar our classes are in a folder only Boot's own launcher finds.
    private static List<String> main() {
        var main = PictureWorker.class.getName();
        var origin = PictureWorker.class.getResource("PictureWorker.class");
        return origin != null && origin.toString().startsWith("jar:nested:")
                ? List.of("-Dloader.main=" + main, "org.springframework.boot.loader.launch.PropertiesLauncher")
                : List.of(main);
    }

    Process start(Shape shape) throws IOException {
        var line = new ArrayList<>(words);
        line.add(shape.name());
        var builder = new ProcessBuilder(line).redirectError(Redirect.DISCARD);
        // It has no need of the passwords there.
        builder.environment().clear();
        builder.directory(new File(System.getProperty("user.dir")));
        return builder.start();
    }
}
