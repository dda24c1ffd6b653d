package org.parvis.platform.database;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.settings.ParvisSettings;
import org.parvis.platform.settings.Refusal;
import org.postgresql.PGConnection;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where the database is and what opens it. */
record DatabaseAddress(
        String url, @Nullable String user, @Nullable String password) {

    static final int LOGIN_SECONDS = 10;

    private static final int OLDEST = 15;

    /** As {@code PARVIS_DATABASE_URL} has it: {@code postgresql://[user[:password]@]host[:port]/name}, or as JDBC writes it. */
    static DatabaseAddress given(ParvisSettings settings) {
        var url = parsed(String.valueOf(settings.databaseUrl()).replaceFirst("^jdbc:", ""));
        var account = String.valueOf(url.getUserInfo()).split(":", 2);
        var named = url.getUserInfo() != null;
        return new DatabaseAddress(
                address(url),
                named ? account[0] : settings.databaseUser(),
                named && account.length == 2 ? account[1] : settings.databasePassword());
    }

    static DatabaseAddress of(EmbeddedPostgres postgres) {
        return new DatabaseAddress(postgres.url(), postgres.user(), postgres.password());
    }

    Connection connect() throws SQLException {
        var properties = new Properties();
        if (user != null) properties.setProperty("user", user);
        if (password != null) properties.setProperty("password", password);
        properties.setProperty("loginTimeout", Integer.toString(LOGIN_SECONDS));
        properties.setProperty("ApplicationName", "parvis");
        properties.setProperty("reWriteBatchedInserts", "true");
        return DriverManager.getConnection(url, properties);
    }

    /** Refuses what Parvis cannot live on, before anything is written there. */
    DatabaseAddress checked() {
        try (var connection = connect()) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            var encoding = connection.unwrap(PGConnection.class).getParameterStatus("server_encoding");
            if (version < OLDEST || !"UTF8".equals(encoding)) {
                throw new Refusal(
                        "%s is a PostgreSQL %d with encoding %s; Parvis needs PostgreSQL %d or newer with UTF8."
                                .formatted(url, version, encoding, OLDEST));
            }
            return this;
        } catch (SQLException unusable) {
            throw new Refusal("The database of PARVIS_DATABASE_URL cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    @Override
    public String toString() {
        return url;
    }

    private static URI parsed(String text) {
        try {
            var url = URI.create(text);
            if (url.getHost() != null && String.valueOf(url.getScheme()).matches("postgres(ql)?")) return url;
        } catch (IllegalArgumentException noAddress) {
            // Its message would show the password.
        }
        throw new Refusal("PARVIS_DATABASE_URL must look like postgresql://host:5432/name.");
    }

    private static String address(URI url) {
        var port = url.getPort() < 0 ? "" : ":" + url.getPort();
        var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return "jdbc:postgresql://" + url.getHost() + port + url.getPath() + query;
    }
}
