package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.platform.files.Pictures;
import org.parvis.platform.web.Monogram;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A community among the names that complete a mention; the picture is an address. */
public record NamedPlace(
        CommunityId id, String name, int tone, @Nullable String picture, String access) {

    public String initials() {
        return Monogram.ofPlace(name);
    }

    static NamedPlace of(ResultSet row, int number) throws SQLException {
        var id = row.getLong("id");
        var tone = row.getObject("tone", Integer.class);
        var picture = row.getObject("picture", Long.class);
        return new NamedPlace(
                new CommunityId(id),
                row.getString("name"),
                tone == null ? Monogram.tone(id) : tone,
                picture == null ? null : Pictures.address(picture, 96),
                row.getString("access"));
    }
}
