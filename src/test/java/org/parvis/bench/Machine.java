package org.parvis.bench;

import com.sun.management.OperatingSystemMXBean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** What the operating system says about processes, Linux and macOS alike. */
final class Machine {

    private Machine() {}

    /** Cores, and how many processes wanted one in the last minute: figures taken beside other work are too high. */
    static String condition() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%s %s, %d cores, Java %s, load %.1f",
                system.getName(),
                system.getArch(),
                system.getAvailableProcessors(),
                Runtime.version(),
                system.getSystemLoadAverage());
    }

    /** Memory of a process and all below it, in megabytes; pages that several share count for each. */
    static double residentMegabytes(ProcessHandle process) {
        return family(process).mapToLong(Machine::residentKilobytes).sum() / 1024.0;
    }

    /** The same, with pages that several share counted once, where the system tells (Linux). */
    static double proportionalMegabytes(ProcessHandle process) {
        return family(process).mapToLong(Machine::proportionalKilobytes).sum() / 1024.0;
    }

    /** All memory there is, in megabytes. */
    static double megabytes() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getTotalMemorySize() / 1024.0 / 1024.0;
    }

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Of a process and all below it, those that have ended as well, where the system tells (Linux). */
    static Duration cpu(ProcessHandle process) {
        return family(process)
                .map(member -> ownCpu(member).plus(cpuOfEnded(member)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    // proc_pid_stat(5), cutime and cstime: the 14th and 15th after the name, in ticks of 10 ms.
    private static Duration cpuOfEnded(ProcessHandle process) {
        try {
            var line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Duration.ofMillis(10 * (Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
        } catch (IOException otherSystem) {
            return Duration.ZERO;
        }
    }

    // Linux tells the time of a process in ticks of 10 ms, too few for a server of many processes; of one thread,
    // exactly.
    private static Duration ownCpu(ProcessHandle process) {
        var folder = Path.of("/proc", Long.toString(process.pid()));
        try (var threads = Files.list(folder.resolve("task"))) {
            if (threads.count() == 1) {
                var nanoseconds = Files.readString(folder.resolve("schedstat")).split(" ")[0];
                return Duration.ofNanos(Long.parseLong(nanoseconds));
            }
        } catch (IOException | UncheckedIOException otherSystem) {
            // It is told in ticks.
        }
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Stream<ProcessHandle> family(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants());
    }

    private static long proportionalKilobytes(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException untold) {
            return residentKilobytes(process);
        }
    }

    private static long residentKilobytes(ProcessHandle process) {
        try {
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
            var said = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return said.isEmpty() ? 0 : Long.parseLong(said);
        } catch (IOException noPs) {
            throw new IllegalStateException(noPs);
        }
    }
}
