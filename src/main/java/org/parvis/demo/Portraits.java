package org.parvis.demo;

import org.parvis.platform.files.Pictures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Collection;
import java.util.Set;

/** The pictures of those who gave themselves one; the others go by their initials. */
@Component
class Portraits {

    private static final Set<String> CERTAINLY = Set.of("VA-00002", "VA-00011", "VA-00014");
    private static final double SHARE = 0.2;

    private final Pictures pictures;
    private final JdbcClient jdbc;

    Portraits(Pictures pictures, JdbcClient jdbc) {
        this.pictures = pictures;
        this.jdbc = jdbc;
    }

    @Transactional
    public void hang(Collection<Colleague> staff) {
        var bare = jdbc.sql("select id from person where photo is null")
                .query(Long.class)
                .set();
        staff.stream()
                .filter(one -> bare.contains(one.id().value()))
                .filter(one -> CERTAINLY.contains(one.key()) || Dice.roll("picture " + one.key()) < SHARE)
                .forEach(this::hang);
    }

    private void hang(Colleague one) {
        var id = one.id().value();
        jdbc.sql("update person set photo = :file where id = :id")
                .param("file", pictures.keepDrawn(Landscape.of(one.key()), id, "person", id))
                .param("id", id)
                .update();
    }
}
