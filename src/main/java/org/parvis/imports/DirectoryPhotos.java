package org.parvis.imports;

import org.jspecify.annotations.Nullable;
import org.parvis.imports.people.DirectoryFile;
import org.parvis.platform.files.Pictures;
import org.parvis.platform.web.Invalid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Photos of a directory, for those who have none. */
@Component
class DirectoryPhotos {

    private final Pictures pictures;
    private final JdbcClient jdbc;

    DirectoryPhotos(Pictures pictures, JdbcClient jdbc) {
        this.pictures = pictures;
        this.jdbc = jdbc;
    }

    /** Answers how many were taken. */
    long take(
            DirectoryFile file,
            List<DirectoryMatch> matches,
            Map<String, @Nullable Long> people,
            List<Remark> remarks) {
        var faces = new HashMap<Long, Long>();
        matches.stream()
                .filter(match -> match.ours() && match.planned().entry().hasPhoto())
                .forEach(match -> {
                    var person = people.get(match.key());
                    if (person != null && faceless(person)) {
                        faces.put(match.planned().entry().line(), person);
                    }
                });
        var taken = new long[1];
        if (!faces.isEmpty()) {
            file.photos((line, photo) -> {
                var person = faces.get(line);
                if (person != null && give(person, line, photo, remarks)) {
                    taken[0]++;
                }
            });
        }
        return taken[0];
    }

    private boolean faceless(long person) {
        return jdbc.sql("select photo is null from person where id = :id")
                .param("id", person)
                .query(Boolean.class)
                .single();
    }

    private boolean give(long person, long line, byte[] photo, List<Remark> remarks) {
        try {
            var kept = pictures.keep(photo, person, "person", person);
            return jdbc.sql("update person set photo = :photo, epoch = epoch + 1 where id = :id and photo is null")
                            .param("photo", kept)
                            .param("id", person)
                            .update()
                    == 1;
        } catch (Invalid noPicture) {
            remarks.add(Remark.at(line, "imports.line.photo-refused"));
            return false;
        }
    }
}
