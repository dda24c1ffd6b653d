package org.parvis.people;

import org.parvis.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everyone the network knows, as far as a viewer may see them. */
@Service
@Transactional(readOnly = true)
public class People {

    /** How the journal names a person. */
    public static final String KIND = "person";

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound when nobody has this number or the viewer may not know of them */
    public Person find(Viewer viewer, PersonId id) {
        return jdbc.sql("select " + Person.COLUMNS + " from visible_people(:viewer) p where p.id = :id")
                .param("viewer", viewer.id().value())
                .param("id", id.value())
                .query(Person::of)
                .optional()
                .orElseThrow(() -> new NotFound("person " + id));
    }
}
