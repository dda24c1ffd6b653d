package org.parvis.people;

import org.parvis.platform.files.FileAudience;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A photo is seen by whoever may see the person. */
@Component
class PhotoAudience implements FileAudience {

    private final JdbcClient jdbc;

    PhotoAudience(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String placeKind() {
        return Profiles.PHOTO_OF;
    }

    @Override
    public boolean mayRead(long viewer, long person) {
        return jdbc.sql("select exists (select from visible_people(:viewer) where id = :person)")
                .param("viewer", viewer)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }
}
