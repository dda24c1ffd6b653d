package org.parvis.platform.files;

import org.springframework.jdbc.core.simple.JdbcClient;

/** An audience that is asked for in one query, at the moment of asking. */
public abstract class QueriedAudience implements FileAudience {

    private final JdbcClient jdbc;
    private final String placeKind;
    private final String readable;

    /** @param readable SQL after {@code from}: has a row where {@code :viewer} may read {@code :place} */
    protected QueriedAudience(JdbcClient jdbc, String placeKind, String readable) {
        this.jdbc = jdbc;
        this.placeKind = placeKind;
        this.readable = readable;
    }

    @Override
    public final String placeKind() {
        return placeKind;
    }

    @Override
    public final boolean mayRead(long viewer, long place) {
        return jdbc.sql("select exists (select from " + readable + ")")
                .param("viewer", viewer)
                .param("place", place)
                .query(Boolean.class)
                .single();
    }
}
