package org.parvis.imports;

import org.jspecify.annotations.Nullable;
import org.parvis.imports.people.DirectoryFile;
import org.parvis.platform.files.Pictures;
import org.parvis.platform.web.Invalid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Photos of a directory, for those who have none. A photo is its person's: whoever took away the one the directory gave is
 * not given it again, only another one.
 */
@Component
class DirectoryPhotos {

    /** Somebody without a photo; {@code last} is the hash of the one this source gave last, {@code person} null in a rehearsal. */
    private record Face(@Nullable Long person, byte[] last) {}

    private final Pictures pictures;
    private final JdbcClient jdbc;

    DirectoryPhotos(Pictures pictures, JdbcClient jdbc) {
        this.pictures = pictures;
        this.jdbc = jdbc;
    }

    /** Answers how many were taken, or in a dry run would be looked at. */
    long take(
            PeopleImport.Order order,
            DirectoryFile file,
            List<DirectoryMatch> matches,
            Map<String, @Nullable Long> people,
            List<Remark> remarks) {
        var faces = faces(order.source(), matches, people);
        var taken = new AtomicLong();
        if (!faces.isEmpty()) {
            file.photos((line, photo) -> {
                var face = faces.get(line);
                var hash = hash(photo);
                if (face != null
                        && !MessageDigest.isEqual(hash, face.last)
                        && (face.person == null || give(order.source(), face.person, line, photo, hash, remarks))) {
                    taken.incrementAndGet();
                }
            });
        }
        return taken.get();
    }

    /** By the line of their entry. */
    private Map<Long, Face> faces(String source, List<DirectoryMatch> matches, Map<String, @Nullable Long> people) {
        var withPhoto = matches.stream()
                .filter(match -> match.ours() && match.planned().entry().hasPhoto())
                .toList();
        var faceless = faceless(
                source,
                withPhoto.stream()
                        .map(match -> people.get(match.key()))
                        .filter(Objects::nonNull)
                        .toList());
        var faces = new HashMap<Long, Face>();
        for (var match : withPhoto) {
            var person = people.get(match.key());
            var face = person == null ? new Face(null, new byte[0]) : faceless.get(person);
            if (face != null) {
                faces.put(match.planned().entry().line(), face);
            }
        }
        return faces;
    }

    private Map<Long, Face> faceless(String source, Collection<Long> people) {
        var faceless = new HashMap<Long, Face>();
        jdbc.sql("""
                select p.id, coalesce(x.photo_hash, '') as last
                  from person p
                  left join person_external_id x on x.person_id = p.id and x.source = :source
                 where p.id = any (:people) and p.photo is null
                """)
                .param("source", source)
                .param("people", people.toArray(Long[]::new))
                .query((row, number) -> new Face(row.getLong("id"), row.getBytes("last")))
                .list()
                .forEach(face -> faceless.put(face.person, face));
        return faceless;
    }

    private boolean give(String source, long person, long line, byte[] photo, byte[] hash, List<Remark> remarks) {
        try {
            var kept = pictures.keep(photo, person, "person", person);
            var given = jdbc.sql("""
                    with given as (
                        update person set photo = :photo, epoch = epoch + 1 where id = :id and photo is null returning id
                    )
                    update person_external_id x set photo_hash = :hash
                      from given
                     where x.source = :source and x.person_id = given.id
                    """)
                    .param("photo", kept)
                    .param("id", person)
                    .param("hash", hash)
                    .param("source", source)
                    .update();
            return given > 0;
        } catch (Invalid noPicture) {
            remarks.add(Remark.at(line, "imports.line.photo-refused"));
            return false;
        }
    }

    private static byte[] hash(byte[] photo) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(photo);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
