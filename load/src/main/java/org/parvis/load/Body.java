package org.parvis.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** What a form sends, encoded as its enctype says. */
record Body(String type, byte[] bytes) {

    static final Body NONE = new Body("", new byte[0]);

    private static final String BOUNDARY = "----parvis-load-2f9b6c1e";

    static Body of(String fields) {
        return new Body("application/x-www-form-urlencoded;charset=UTF-8", fields.getBytes(UTF_8));
    }

    static Body fields(Map<String, String> fields) {
        return of(fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&")));
    }

    static Body multipart(Map<String, String> fields) {
        var body = new ByteArrayOutputStream();
        fields.forEach(
                (name, value) -> body.writeBytes(part("name=\"%s\"".formatted(name), "", value.getBytes(UTF_8))));
        return closed(body);
    }

    static Body file(String name, byte[] content) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                part("name=\"file\"; filename=\"%s\"".formatted(name), "Content-Type: text/plain\r\n", content));
        return closed(body);
    }

    private static byte[] part(String disposition, String type, byte[] content) {
        var part = new ByteArrayOutputStream();
        part.writeBytes("--%s\r\nContent-Disposition: form-data; %s\r\n%s\r\n"
                .formatted(BOUNDARY, disposition, type)
                .getBytes(UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(UTF_8));
        return part.toByteArray();
    }

    private static Body closed(ByteArrayOutputStream body) {
        body.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(UTF_8));
        return new Body("multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }
}
