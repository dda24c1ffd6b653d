package org.parvis.platform.web;

import org.springframework.http.MediaType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** One file of the look: named by its content, compressed once. A font is compressed already and goes as it is. */
record Asset(String name, String fileName, MediaType type, byte[] plain, byte[] compressed) {

    static Asset of(String name, byte[] content) {
        var type = typeOf(name);
        var compressed = type.getType().equals("font") ? content : gzip(content);
        return new Asset(name, fingerprinted(name, content), type, content, compressed);
    }

    static Asset of(String name, String text) {
        return of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code sha256-…}, as a content security policy names what it allows. */
    static String integrity(String text) {
        return "sha256-" + Base64.getEncoder().encodeToString(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    String path() {
        return "/assets/" + fileName;
    }

    String etag() {
        return '"' + fileName + '"';
    }

    boolean isCompressed() {
        return compressed != plain;
    }

    private static String fingerprinted(String name, byte[] content) {
        var dot = name.lastIndexOf('.');
        var hash = HexFormat.of().formatHex(sha256(content), 0, 8);
        return name.substring(0, dot).replace('/', '-') + '-' + hash + name.substring(dot);
    }

    private static MediaType typeOf(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> new MediaType("text", "css", StandardCharsets.UTF_8);
            case "js" -> new MediaType("text", "javascript", StandardCharsets.UTF_8);
            case "svg" -> MediaType.valueOf("image/svg+xml");
            case "woff2" -> MediaType.valueOf("font/woff2");
            default -> throw new IllegalArgumentException("No type is known for " + name);
        };
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new BestGzip(bytes)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static final class BestGzip extends GZIPOutputStream {

        BestGzip(ByteArrayOutputStream bytes) throws IOException {
            super(bytes);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
