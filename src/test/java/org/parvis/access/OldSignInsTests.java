package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parvis.people.Viewer;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParvisTest
@Import(Entrants.class)
class OldSignInsTests {

    @Autowired
    OldSignIns signIns;

    @Autowired
    Entrants entrants;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whereSomebodyWasIsForgottenButNotWhenTheyWereSeenLast() {
        var bruno = cast.bruno();
        var priya = cast.priya();
        for (var device = 0; device < 3; device++) {
            entrants.device(bruno);
            entrants.device(priya);
        }
        jdbc.sql("update sign_in_session set ended_at = now() - interval '91 days' where person_id = :id")
                .param("id", bruno.id().value())
                .update();

        signIns.forget();

        assertThat(devices(bruno)).isEqualTo(1);
        assertThat(devices(priya)).isEqualTo(3);
    }

    private int devices(Viewer viewer) {
        return jdbc.sql("select count(*) from sign_in_session where person_id = :id")
                .param("id", viewer.id().value())
                .query(Integer.class)
                .single();
    }
}
