package org.parvis.people;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.files.Pictures;
import org.parvis.platform.web.Monogram;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A person as shown in a line: name, what they do and where; the photo is an address. Read by joining {@code person}. */
public record PersonCard(
        PersonId id,
        String name,
        @Nullable String jobTitle,
        @Nullable String site,
        @Nullable String photo) {

    /** The columns of a card for a person row named {@code alias}, each prefixed so that a join keeps them apart. */
    public static String columns(String alias) {
        return "%1$s.id as %1$s_id, %1$s.name as %1$s_name, %1$s.job_title as %1$s_job_title, %1$s.site as %1$s_site, %1$s.photo as %1$s_photo"
                .formatted(alias);
    }

    public static PersonCard of(ResultSet row, String alias) throws SQLException {
        return new Row(
                        row.getLong(alias + "_id"),
                        row.getString(alias + "_name"),
                        row.getString(alias + "_job_title"),
                        row.getString(alias + "_site"),
                        row.getObject(alias + "_photo", Long.class))
                .card();
    }

    /** The same as one JSON object, which is read as a {@link Row}. */
    public static String json(String alias) {
        return "json_build_object('id', %1$s.id, 'name', %1$s.name, 'job_title', %1$s.job_title, 'site', %1$s.site, 'photo', %1$s.photo)"
                .formatted(alias);
    }

    /** A card as the database writes it; the photo is a file. */
    public record Row(
            long id,
            String name,
            @Nullable String jobTitle,
            @Nullable String site,
            @Nullable Long photo) {

        public PersonCard card() {
            return new PersonCard(
                    new PersonId(id), name, jobTitle, site, photo == null ? null : Pictures.address(photo, 96));
        }
    }

    /** “Régleur, Le Creusot”, whichever of the two is known; null when neither is. */
    public @Nullable String line() {
        return jobTitle == null ? site : site == null ? jobTitle : jobTitle + ", " + site;
    }

    public String href() {
        return "/people/" + id;
    }

    public String initials() {
        return Monogram.ofPerson(name);
    }

    public int tone() {
        return Monogram.tone(id.value());
    }
}
