package org.parvis.access;

import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looking at one's own profile and saying what one can be asked. */
@Component
class ProfileStep implements FirstStep {

    private final JdbcClient jdbc;

    ProfileStep(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String key() {
        return "access.step.profile";
    }

    @Override
    public String href(Viewer viewer) {
        return "/people/" + viewer.id();
    }

    @Override
    public boolean done(Viewer viewer) {
        return jdbc.sql("select about is not null or expertise <> '{}' from person where id = :id")
                .param("id", viewer.id().value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
