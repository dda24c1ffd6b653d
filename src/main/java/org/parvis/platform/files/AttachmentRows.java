package org.parvis.platform.files;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The files of a place, read with it in one statement. */
public final class AttachmentRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private AttachmentRows() {}

    /** The column {@code files} of a place; {@code placeId} is SQL. */
    static String column(String placeKind, String placeId) {
        return """
                (select json_agg(json_build_object('id', f.id, 'name', f.name, 'type', b.media_type, 'size', b.size,
                                                   'width', f.width, 'height', f.height, 'pages', d.pages,
                                                   'alt', f.alt,
                                                   'transcript', f.transcript,
                                                   'captions', array(select language from caption c
                                                                      where c.file = f.id order by language))
                                 order by f.position, f.id)
                   from file f
                   join blob b on b.sha256 = f.blob
                   left join document d on d.blob = f.blob
                  where f.place_kind = '%s' and f.place_id = %s and f.attached and f.deleted_at is null) as files
                """.formatted(placeKind, placeId);
    }

    /** What {@link Attachments#column} found. */
    public static List<Attachment> of(ResultSet row) throws SQLException {
        var text = row.getString("files");
        return text == null
                ? List.of()
                : JSON.readTree(text).valueStream().map(AttachmentRows::of).toList();
    }

    private static Attachment of(JsonNode file) {
        return new Attachment(
                file.get("id").asLong(),
                file.get("name").asString(),
                file.get("type").asString(),
                file.get("size").asLong(),
                number(file.get("width")),
                number(file.get("height")),
                number(file.get("pages")),
                file.get("alt").asString(),
                new Spoken(
                        file.get("transcript").asString(),
                        file.get("captions")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()));
    }

    private static @Nullable Integer number(JsonNode number) {
        return number.isNull() ? null : number.asInt();
    }
}
