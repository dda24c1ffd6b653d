package org.parvis.access;

import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Choosing language and time zone. */
@Component
class LanguageStep implements FirstStep {

    private final JdbcClient jdbc;

    LanguageStep(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String key() {
        return "access.step.language";
    }

    @Override
    public String href(Viewer viewer) {
        return "/settings";
    }

    @Override
    public boolean done(Viewer viewer) {
        return jdbc.sql("select language is not null and time_zone is not null from person where id = :id")
                .param("id", viewer.id().value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
