package org.parvis.platform.database;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.settings.ParvisSettings;
import org.parvis.platform.settings.Refusal;

import java.net.URI;

/** Where the database is and what opens it. */
record DatabaseAddress(
        String url, @Nullable String user, @Nullable String password) {

    /** As {@code PARVIS_DATABASE_URL} has it: {@code postgresql://[user[:password]@]host[:port]/name}, or as JDBC writes it. */
    static DatabaseAddress given(ParvisSettings settings) {
        var url = URI.create(String.valueOf(settings.databaseUrl()).replaceFirst("^jdbc:", ""));
        if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("postgres(ql)?")) {
            throw new Refusal("PARVIS_DATABASE_URL must look like postgresql://host:5432/name.");
        }
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

    @Override
    public String toString() {
        return url;
    }

    private static String address(URI url) {
        var port = url.getPort() < 0 ? "" : ":" + url.getPort();
        var query = url.getQuery() == null ? "" : "?" + url.getQuery();
        return "jdbc:postgresql://" + url.getHost() + port + url.getPath() + query;
    }
}
