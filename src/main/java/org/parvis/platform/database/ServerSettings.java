package org.parvis.platform.database;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How the embedded PostgreSQL runs; given on the command line, so that nothing in its folder can weaken it. */
final class ServerSettings {

    private static final Map<String, String> SETTINGS = settings();

    private ServerSettings() {}

    static String options(int port, PostgresSoftware software) {
        return SETTINGS.entrySet().stream()
                        .map(setting -> "-c %s=%s".formatted(setting.getKey(), setting.getValue()))
                        .collect(Collectors.joining(" "))
                + " -c parvis.generation=" + generation(software)
                + " -p " + port;
    }

    /** A running server of another generation has other settings or programs and is not taken over. */
    static String generation(PostgresSoftware software) {
        return Integer.toHexString((SETTINGS + software.home().toString()).hashCode());
    }

    private static Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        // What was acknowledged is on the disk.
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        // Nobody else's.
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "100");
        // A killed Parvis leaves no statement running.
        settings.put("client_connection_check_interval", "2s");
        settings.put("tcp_keepalives_idle", "60");
        // Short statements on a fast disk.
        settings.put("jit", "off");
        settings.put("random_page_cost", "1.1");
        fitTo(Memory.ofTheMachine(), settings);
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        // The application says what went wrong; the texts people wrote stay out of the log.
        settings.put("log_min_messages", "log");
        settings.put("log_min_error_statement", "panic");
        settings.put("log_checkpoints", "off");
        return settings;
    }

    // Of a large machine no more than helps: what is not taken caches files, those of the database first.
    private static void fitTo(Memory memory, Map<String, String> settings) {
        settings.put("shared_buffers", memory.part(16, 128, 1024));
        settings.put("effective_cache_size", memory.part(2, 512, 65_536));
        settings.put("work_mem", memory.part(1024, 4, 16));
        settings.put("maintenance_work_mem", memory.part(64, 64, 256));
        // Pages are written whole after a checkpoint: fewer checkpoints and smaller pages, and still a quick recovery.
        settings.put("wal_compression", "on");
        settings.put("checkpoint_timeout", "10min");
        settings.put("max_wal_size", "2GB");
        // A fifth of 64 million reactions would never come; indexes alone answer only what has been vacuumed.
        settings.put("autovacuum_vacuum_scale_factor", "0.05");
        settings.put("autovacuum_vacuum_insert_scale_factor", "0.05");
        settings.put("autovacuum_analyze_scale_factor", "0.02");
    }
}
