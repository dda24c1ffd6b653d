package org.parvis.communities;

import org.parvis.access.FirstStep;
import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Being in a community or two. */
@Component
class JoiningStep implements FirstStep {

    private final JdbcClient jdbc;

    JoiningStep(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String key() {
        return "communities.step";
    }

    @Override
    public String href(Viewer viewer) {
        return "/communities";
    }

    @Override
    public boolean done(Viewer viewer) {
        return jdbc.sql("select exists (select from membership where person_id = :id)")
                .param("id", viewer.id().value())
                .query(Boolean.class)
                .single();
    }
}
