package org.parvis.platform.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the administrator set, by {@code PARVIS_…} in the environment or in {@code parvis.properties}; explained in
 * {@code docs/operations.md}.
 *
 * @param requestsAtOnce how many are served at once, as many as there are connections when not given
 * @param requestsWaiting how many more may wait for a moment, sixteen for each one that is served when not given
 * @param slowRequest from how long on a request is told in the log; a statement, {@code slowStatement}
 * @param monitoringPort where health and metrics are read; nowhere when not given
 * @param files the folder, or the bucket, of pictures and other files; below the data folder when not given
 * @param fileLimit the heaviest file somebody may attach
 * @param filesPerPerson what the files of one person may take together
 * @param software where the programs of the embedded PostgreSQL are unpacked; the data folder when not given
 * @param design whether {@code /design} shows every component, for development
 * @param serving whether this process serves people, rather than carrying out one command
 * @param command what was typed, such as {@code run}
 */
@ConfigurationProperties("parvis")
public record ParvisSettings(
        @DefaultValue("data") String data,
        @DefaultValue("8080") int port,
        @DefaultValue("127.0.0.1") String address,
        @Nullable URI publicUrl,
        @DefaultValue List<String> trustedProxies,
        @Nullable String databaseUrl,
        @Nullable String databaseUser,
        @Nullable String databasePassword,
        @DefaultValue("16") int databaseConnections,
        @Nullable Integer requestsAtOnce,
        @Nullable Integer requestsWaiting,
        @DefaultValue("1s") Duration slowRequest,
        @DefaultValue("500ms") Duration slowStatement,
        @Nullable Integer monitoringPort,
        @DefaultValue("127.0.0.1") String monitoringAddress,
        @Nullable String smtpUrl,
        @Nullable String mailFrom,
        @DefaultValue("1GB") DataSize minFreeSpace,
        @Nullable String adminEmail,
        @Nullable String adminPassword,
        @Nullable String networkName,
        @Nullable String language,
        @Nullable String files,
        @DefaultValue("250MB") DataSize fileLimit,
        @DefaultValue("10GB") DataSize filesPerPerson,
        @Nullable String software,
        @DefaultValue("false") boolean design,
        @DefaultValue("true") boolean serving,
        @DefaultValue("run") String command) {

    public ParvisSettings {
        if (files != null && Bucket.isNamed(files)) {
            var _ = Bucket.of(files);
        }
        if (publicUrl == null && !isLoopback(address)) {
            throw new Refusal(
                    "PARVIS_ADDRESS=%s lets others in, so PARVIS_PUBLIC_URL must say the address they use (such as https://network.example.org)."
                            .formatted(address));
        }
        if (publicUrl != null && !isWebAddress(publicUrl)) {
            throw new Refusal(
                    "PARVIS_PUBLIC_URL=%s is not an address that begins with http:// or https:// and names a host."
                            .formatted(publicUrl));
        }
        if (port < 0 || port > 65535) throw new Refusal("PARVIS_PORT=%d is not a port (1 to 65535).".formatted(port));
        if ((adminEmail == null) != (adminPassword == null)) {
            throw new Refusal("PARVIS_ADMIN_EMAIL and PARVIS_ADMIN_PASSWORD belong together: only one of them is set.");
        }
        if (databaseConnections < 2 || databaseConnections > 90) {
            throw new Refusal("PARVIS_DATABASE_CONNECTIONS=%d is not between 2 and 90.".formatted(databaseConnections));
        }
        positive("PARVIS_REQUESTS_AT_ONCE", requestsAtOnce, 1);
        positive("PARVIS_REQUESTS_WAITING", requestsWaiting, 0);
        if (monitoringPort != null && (monitoringPort < 0 || monitoringPort > 65535)) {
            throw new Refusal("PARVIS_MONITORING_PORT=%d is not a port (1 to 65535).".formatted(monitoringPort));
        }
    }

    private static void positive(String name, @Nullable Integer count, int least) {
        if (count != null && count < least) throw new Refusal("%s=%d is less than %d.".formatted(name, count, least));
    }

    /** How many requests are served at once: more would wait for a connection each. */
    public int requestsServed() {
        return requestsAtOnce == null ? databaseConnections : requestsAtOnce;
    }

    /** How many requests may wait for one of the places. */
    public int requestsQueued() {
        return requestsWaiting == null ? 16 * requestsServed() : requestsWaiting;
    }

    /** The folder of everything that must not be lost. */
    public Path folder() {
        return Path.of(data).toAbsolutePath().normalize();
    }

    /** Where files are, unless they are in a folder. */
    public Optional<Bucket> bucket() {
        return files != null && Bucket.isNamed(files) ? Optional.of(Bucket.of(files)) : Optional.empty();
    }

    /** Pictures and other files, or what is on its way to the bucket; nodes on one database share it. */
    public Path filesFolder() {
        return files == null || Bucket.isNamed(files)
                ? folder().resolve("files")
                : Path.of(files).toAbsolutePath().normalize();
    }

    public Path softwareFolder() {
        return software == null
                ? folder().resolve("software")
                : Path.of(software).toAbsolutePath().normalize();
    }

    /** Where people find the network: every link in a mail begins with it. Without a slash at its end. */
    public URI home() {
        return publicUrl == null
                ? URI.create("http://localhost:" + port)
                : URI.create(publicUrl.toString().replaceFirst("/+$", ""));
    }

    /** Whether people come by https, so that cookies must never travel without. */
    public boolean isSecure() {
        return "https".equals(home().getScheme());
    }

    /** Whether the database is the one in the data folder, since the settings name no other. */
    public boolean embedsDatabase() {
        return databaseUrl == null || databaseUrl.isEmpty();
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "ParvisSettings[data=%s, port=%d, address=%s, publicUrl=%s]".formatted(data, port, address, publicUrl);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new Refusal("PARVIS_ADDRESS=%s is not an address of this machine.".formatted(address), unknown);
        }
    }

    private static boolean isWebAddress(URI url) {
        return url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
    }
}
