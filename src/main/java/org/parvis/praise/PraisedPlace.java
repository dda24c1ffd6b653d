package org.parvis.praise;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.platform.files.Pictures;
import org.parvis.platform.web.Monogram;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A community that is praised; the picture is an address. */
public record PraisedPlace(
        CommunityId id, String name, int tone, @Nullable String picture) {

    public String href() {
        return "/communities/" + id;
    }

    public String initials() {
        return Monogram.ofPlace(name);
    }

    /** Of the columns {@code place_id}, {@code place_name}, {@code place_tone} and {@code place_picture}. */
    static PraisedPlace of(ResultSet row) throws SQLException {
        return of(
                row.getLong("place_id"),
                row.getString("place_name"),
                row.getObject("place_tone", Integer.class),
                row.getObject("place_picture", Long.class));
    }

    /** Of the same columns. */
    static PraisedPlace of(long id, String name, @Nullable Integer tone, @Nullable Long picture) {
        return new PraisedPlace(
                new CommunityId(id),
                name,
                tone == null ? Monogram.tone(id) : tone,
                picture == null ? null : Pictures.address(picture, 96));
    }
}
