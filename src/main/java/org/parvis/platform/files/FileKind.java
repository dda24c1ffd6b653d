package org.parvis.platform.files;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What kind of thing a file is to its readers; the first that fits. */
enum FileKind {
    PICTURE("image", "image/.*"),
    VIDEO("video", "video/.*"),
    SOUND("music", "audio/.*"),
    SHEET("file-spreadsheet", ".*(spreadsheet|excel).*|text/csv"),
    SLIDES("presentation", ".*(presentation|powerpoint).*"),
    TEXT("file-text", "text/.*|application/pdf|.*(word|opendocument\\.text|ooxml|msoffice).*"),
    ARCHIVE("file-archive", ".*(zip|tar|7z|rar|compress).*"),
    OTHER("file", ".*");

    private final String icon;
    private final Pattern mediaType;

    FileKind(String icon, String mediaType) {
        this.icon = icon;
        this.mediaType = Pattern.compile(mediaType);
    }

    static FileKind of(String mediaType) {
        return Stream.of(values())
                .filter(kind -> kind.mediaType.matcher(mediaType).matches())
                .findFirst()
                .orElse(OTHER);
    }

    /** Whether it holds text that can be read. */
    boolean isDocument() {
        return this == SHEET || this == SLIDES || this == TEXT;
    }

    String icon() {
        return icon;
    }
}
