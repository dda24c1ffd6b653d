package org.parvis.platform.files;

import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file is, as its content says; what it is called says nothing. */
@Component
class MediaTypes {

    // By the first bytes alone: to look into archives would be to open them here.
    private final Tika tika = new Tika(MimeTypes.getDefaultMimeTypes());

    String of(Path file) throws IOException {
        try (var content = new BufferedInputStream(Files.newInputStream(file))) {
            var type = tika.detect(content);
            return switch (type) {
                case "video/quicktime", "video/mp4", "video/x-m4v", "audio/mp4" -> IsoMedia.type(file);
                case "application/x-matroska" -> Matroska.type(file);
                default -> type;
            };
        }
    }
}
