package org.parvis.praise;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.files.Pictures;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Something the network praises for, in the viewer's language; the picture is an address, and without one there is the icon. */
public record PraiseValue(
        long id, String name, String icon, @Nullable String picture) {

    /** Reads these columns for {@code v} from {@code praise_value v}, in {@code :language}. */
    static final String COLUMNS =
            "v.id as value_id, praise_name(v.names, :language) as value_name, v.icon as value_icon, v.picture as value_picture";

    static PraiseValue of(ResultSet row) throws SQLException {
        return of(
                row.getLong("value_id"),
                row.getString("value_name"),
                row.getString("value_icon"),
                row.getObject("value_picture", Long.class));
    }

    /** Of the same columns. */
    static PraiseValue of(long id, String name, String icon, @Nullable Long picture) {
        return new PraiseValue(id, name, icon, picture == null ? null : Pictures.address(picture, 96));
    }
}
