package org.parvis.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What application, database and load take of the machine, looked at every second until the load ends. */
final class Meters implements LoadRun.Beside {

    // The memory of a process is counted page by page.
    private static final int REST = 10;

    /** Processor seconds since the start of each, memory in megabytes. */
    private record Reading(
            long at,
            double application,
            double database,
            double load,
            double applicationMemory,
            double databaseMemory) {}

    private final Server server;
    private final List<Reading> readings = new ArrayList<>();

    Meters(Server server) {
        this.server = server;
    }

    @Override
    public void with(Process load) throws InterruptedException {
        var last = new double[2];
        for (var n = 0; load.isAlive(); n++) {
            try {
                if (n % REST == 0) {
                    last = new double[] {
                        Machine.residentMegabytes(server.application()),
                        Machine.proportionalMegabytes(server.database())
                    };
                }
                readings.add(new Reading(
                        System.currentTimeMillis(),
                        seconds(server.application()),
                        seconds(server.database()),
                        seconds(load.toHandle())
                                + seconds(ProcessHandle.current().pid()),
                        last[0],
                        last[1]));
            } catch (IOException gone) {
                throw new IllegalStateException(gone);
            }
            load.waitFor(1, java.util.concurrent.TimeUnit.SECONDS);
        }
    }

    /** Processor seconds between two moments. */
    double application(long from, long to) {
        return difference(Reading::application, from, to);
    }

    double database(long from, long to) {
        return difference(Reading::database, from, to);
    }

    double load(long from, long to) {
        return difference(Reading::load, from, to);
    }

    double applicationMemory() {
        return readings.stream().mapToDouble(Reading::applicationMemory).max().orElseThrow();
    }

    double databaseMemory() {
        return readings.stream().mapToDouble(Reading::databaseMemory).max().orElseThrow();
    }

    private double difference(ToDoubleFunction<Reading> what, long from, long to) {
        return what.applyAsDouble(at(to)) - what.applyAsDouble(at(from));
    }

    private Reading at(long moment) {
        return readings.stream()
                .filter(reading -> reading.at >= moment)
                .findFirst()
                .orElseGet(readings::getLast);
    }

    private static double seconds(ProcessHandle process) {
        return Machine.cpu(process).toNanos() / 1e9;
    }

    private static double seconds(long own) {
        return ProcessHandle.of(own)
                        .flatMap(self -> self.info().totalCpuDuration())
                        .orElseThrow()
                        .toNanos()
                / 1e9;
    }
}
