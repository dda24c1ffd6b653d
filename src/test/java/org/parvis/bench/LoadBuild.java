package org.parvis.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gatling and what drives it: the build in {@code load}, made when it is first needed, or when it has changed. */
record LoadBuild(Path folder) {

    /** Where Java finds it. */
    String classPath() throws IOException, InterruptedException {
        var libraries = folder.resolve("target/classpath");
        if (!isMade(libraries)) make(libraries);
        return folder.resolve("target/classes") + ":"
                + Files.readString(libraries).strip();
    }

    private boolean isMade(Path libraries) throws IOException {
        if (!Files.exists(libraries)) return false;
        var made = Files.getLastModifiedTime(libraries);
        try (var sources = Files.walk(folder.resolve("src"))) {
            return sources.noneMatch(source -> isNewer(source, made.toMillis()))
                    && !isNewer(folder.resolve("pom.xml"), made.toMillis());
        }
    }

    private static boolean isNewer(Path file, long made) {
        try {
            return Files.getLastModifiedTime(file).toMillis() > made;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void make(Path libraries) throws IOException, InterruptedException {
        var maven = new ProcessBuilder(
                        "mvn",
                        "-q",
                        "-B",
                        "-f",
                        folder.resolve("pom.xml").toString(),
                        "compile",
                        "dependency:build-classpath",
                        "-Dmdep.outputFile=" + libraries)
                .redirectErrorStream(true);
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = maven.start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IllegalStateException("The load could not be built:\n" + said);
    }
}
