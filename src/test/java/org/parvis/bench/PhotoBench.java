package org.parvis.bench;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Random;
import javax.imageio.ImageIO;

/** A photo as phones take it: from sending it until all its sizes are there, which is when the upload is answered. */
final class PhotoBench {

    private static final int WIDTH = 4_000;
    private static final int HEIGHT = 3_000;
    private static final int RUNS = 10;
    private static final String BOUNDARY = "a-photo";

    private PhotoBench() {}

    static void measure(Figures figures) throws Exception {
        try (var scratch = Scratch.make()) {
            var launch = Launch.on(scratch.data());
            var company = Files.write(scratch.folder().resolve("company.csv"), new Company(2026).lines(1));
            launch.complete("import", "people", company.toString());
            try (var server = launch.serve("run")) {
                Database.in(scratch.data()).letEverybodyIn();
                var times = new double[RUNS];
                for (var n = -2; n < RUNS; n++) {
                    var took = milliseconds(server, body(photo(n)));
                    if (n >= 0) times[n] = took;
                }
                figures.add(Figure.of("photo, 12 megapixels", photo(0).length / 1e6, "MB"));
                figures.add(
                        Figure.of("ready in all sizes, median", Sample.of(times).median(), "ms")
                                .atMost(1_500));
                figures.add(
                        Figure.of("ready in all sizes, most", Sample.of(times).most(), "ms"));
            }
        }
    }

    private static double milliseconds(Server server, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.address().resolve("/api/v1/files"))
                .header("Authorization", "Bearer " + Database.API_TOKEN)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        var before = System.nanoTime();
        var answer = Audience.CLIENT.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 201) throw new IllegalStateException(answer.statusCode() + answer.body());
        return (System.nanoTime() - before) / 1e6;
    }

    // Another one each time: what is there already need not be made again.
    private static byte[] photo(int number) throws IOException {
        var random = new Random(number);
        var photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var drawing = photo.createGraphics();
        drawing.setPaint(new GradientPaint(0, 0, Color.ORANGE, WIDTH, HEIGHT, Color.BLUE));
        drawing.fillRect(0, 0, WIDTH, HEIGHT);
        for (var n = 0; n < 2_000; n++) {
            drawing.setColor(new Color(random.nextInt(0x1000000)));
            drawing.fillOval(
                    random.nextInt(WIDTH), random.nextInt(HEIGHT), 20 + random.nextInt(200), 20 + random.nextInt(200));
        }
        drawing.dispose();
        for (var y = 0; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH; x++) {
                photo.setRGB(x, y, photo.getRGB(x, y) ^ random.nextInt(0x10) * 0x010101);
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(photo, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static byte[] body(byte[] photo) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"photo.jpg\"\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        body.write(photo);
        body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }
}
