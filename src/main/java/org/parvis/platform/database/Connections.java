package org.parvis.platform.database;

import org.springframework.jdbc.datasource.AbstractDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Connects to where the database is now: an embedded one that was started again may have had to take another port. */
final class Connections extends AbstractDataSource {

    private final Supplier<DatabaseAddress> address;

    Connections(Supplier<DatabaseAddress> address) {
        this.address = address;
    }

    /** How long the pool, at its end, waits for connections on their way. */
    @Override
    public int getLoginTimeout() {
        return DatabaseAddress.LOGIN_SECONDS;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return address.get().connect();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        var now = address.get();
        return new DatabaseAddress(now.url(), user, password).connect();
    }
}
