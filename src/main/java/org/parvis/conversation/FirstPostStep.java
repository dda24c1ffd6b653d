package org.parvis.conversation;

import org.parvis.access.FirstStep;
import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Having written a first post. */
@Component
class FirstPostStep implements FirstStep {

    private final JdbcClient jdbc;

    FirstPostStep(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String key() {
        return "conversation.step";
    }

    @Override
    public String href(Viewer viewer) {
        return "/posts/new";
    }

    @Override
    public boolean done(Viewer viewer) {
        return jdbc.sql("select exists (select from post where author_id = :id and deleted_at is null)")
                .param("id", viewer.id().value())
                .query(Boolean.class)
                .single();
    }
}
