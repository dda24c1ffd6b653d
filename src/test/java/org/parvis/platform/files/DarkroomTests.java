package org.parvis.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.platform.web.Invalid;
import org.parvis.testing.SharedData;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

class DarkroomTests {

    private static final Workers WORKERS = new Workers();
    private static final Darkroom DARKROOM = new Darkroom(WORKERS);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    @Test
    void makesThreeSquaresOfAGoodPicture() throws IOException {
        var print = DARKROOM.develop(Shape.SQUARE, hostile("png-ok-64x64.png"));

        assertThat(print.sizes().keySet()).containsExactly(48, 96, 256);
        for (var size : List.of(48, 96, 256)) {
            var square = picture(print.size(size));
            assertThat(square.getWidth()).isEqualTo(size);
            assertThat(square.getHeight()).isEqualTo(size);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "csv-formula.csv",
                "html-named.png",
                "png-truncated.png",
                "slack-export-bad-json.zip",
                "slack-export-zip-slip.zip",
                "svg-foreignobject.svg",
                "svg-xxe.svg",
                "zip-bomb-200MB.zip",
                "zip-slip.zip"
            })
    void refusesWhatIsNoPicture(String file) throws IOException {
        assertThat(refusal(hostile(file))).isEqualTo("platform.picture.unreadable");
    }

    @Test
    void makesALighterPictureOfWhatIsShownOnPages() throws IOException {
        var print = DARKROOM.develop(Shape.WHOLE, encoded(busy(BufferedImage.TYPE_INT_RGB), "jpeg"));

        assertThat(print.lighter().keySet()).containsExactly(320, 640, 1280);
        print.lighter().forEach((side, lighter) -> {
            assertThat(PictureFormat.of(lighter)).contains(PictureFormat.WEBP);
            assertThat(lighter.length).isLessThan(print.size(side).length);
        });
    }

    @Test
    void readsThePhotosOfPhonesWhereTheMachineCan() throws IOException {
        var photo = resource("red-and-blue.heic");

        if (Heic.program().isPresent()) {
            var print = DARKROOM.develop(Shape.WHOLE, photo);
            assertThat(print.width()).isEqualTo(160);
            assertThat(print.height()).isEqualTo(120);
            assertThat(isNear(picture(print.size(320)).getRGB(20, 60), Color.RED))
                    .isTrue();
            assertThat(isNear(picture(print.size(320)).getRGB(140, 60), Color.BLUE))
                    .isTrue();
            assertThat(refusal(Arrays.copyOf(photo, 200))).isEqualTo("platform.picture.unreadable");
        } else {
            assertThat(refusal(photo)).isEqualTo("platform.picture.unreadable");
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (var file = Objects.requireNonNull(DarkroomTests.class.getResourceAsStream("/files/" + name))) {
            return file.readAllBytes();
        }
    }

    @Test
    void readsWhatTheWebIsMadeOf() throws IOException {
        var web =
                Objects.requireNonNull(DARKROOM.develop(Shape.WHOLE, encoded(busy(BufferedImage.TYPE_INT_ARGB), "png"))
                        .lighter()
                        .get(640));

        var print = DARKROOM.develop(Shape.WHOLE, web);

        assertThat(print.width()).isEqualTo(640);
        assertThat(print.height()).isEqualTo(320);
        assertThat(print.mediaType()).isEqualTo("image/png");
        var seen = picture(print.size(640));
        assertThat(seen.getRGB(10, 10) >>> 24).isLessThan(40);
        assertThat(seen.getRGB(630, 310) >>> 24).isGreaterThan(215);
    }

    // Clear at its beginning, where it can be, and opaque at its end.
    private static BufferedImage busy(int type) {
        var picture = new BufferedImage(1600, 800, type);
        for (var y = 0; y < 800; y++) {
            for (var x = 0; x < 1600; x++) {
                var light = (int) (127 * (1 + Math.sin(x * y / 40_000.0) * Math.cos(x / 30.0)));
                picture.setRGB(x, y, x * 255 / 1600 << 24 | light << 16 | 255 - light << 8 | y * 255 / 800);
            }
        }
        return picture;
    }

    @Test
    void drawsTheFirstPageOfADocument() throws IOException {
        var print = DARKROOM.develop(Shape.PAGE, Documented.pdf("Plan of the hall", "Second page"));

        assertThat(print.sizes().keySet()).containsExactly(320, 1280);
        var page = picture(print.size(1280));
        assertThat(page.getHeight()).isEqualTo(1280).isEqualTo(print.height());
        assertThat(page.getWidth()).isEqualTo(print.width()).isBetween(900, 910);
        assertThat(isNear(page.getRGB(450, 1200), Color.WHITE)).isTrue();
        assertThat(IntStream.range(0, page.getWidth())
                        .anyMatch(x -> IntStream.range(0, 200).anyMatch(y -> isNear(page.getRGB(x, y), Color.BLACK))))
                .isTrue();
    }

    @Test
    void drawsNoPageOfWhatIsLockedOrBroken() throws IOException {
        var good = Documented.pdf("Plan of the hall");

        assertThat(pageOf(Documented.lockedPdf("Plan"))).isEqualTo("platform.picture.unreadable");
        assertThat(pageOf("%PDF-1.7 and no more".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("platform.picture.unreadable");
        assertThat(pageOf(Documented.emptyPdf())).isEqualTo("platform.picture.unreadable");
        var chance = new Random(7);
        for (var i = 0; i < 4; i++) {
            var damaged = good.clone();
            for (var hit = 0; hit < 20; hit++) {
                damaged[8 + chance.nextInt(damaged.length - 8)] = (byte) chance.nextInt();
            }
            assertThat(pageOf(damaged)).isIn("made", "platform.picture.unreadable");
        }
    }

    @Test
    void drawsAPageOfAnySizeInLittleMemory() throws IOException {
        assertThat(DARKROOM.develop(Shape.PAGE, Documented.pdfOfSize(1_000_000, 10))
                        .width())
                .isEqualTo(1280);
        assertThat(DARKROOM.develop(Shape.PAGE, Documented.pdfOfSize(1, 1)).width())
                .isPositive();
    }

    @Test
    void refusesMoreThanFortyMegapixelsBeforeDecodingThem() throws IOException {
        var used = usedMemory();

        assertThat(refusal(hostile("png-pixelflood-65500x65500.png"))).isEqualTo("platform.picture.too-large");
        assertThat(usedMemory() - used).isLessThan(50_000_000);
    }

    @Test
    void looksAtTheFirstOfManyFramesOnly() throws IOException {
        assertThat(picture(DARKROOM.develop(Shape.SQUARE, hostile("gif-5000-frames.gif"))
                                .size(256))
                        .getWidth())
                .isEqualTo(256);
    }

    @Test
    void knowsEveryHostileFile() throws IOException {
        try (var files = Files.list(SharedData.file("attacks/files"))) {
            assertThat(files).hasSize(12);
        }
    }

    @Test
    void refusesMoreThanTenMegabytes() {
        assertThat(refusal(new byte[10 * 1024 * 1024 + 1])).isEqualTo("platform.picture.too-heavy");
    }

    @Test
    void refusesNothingAtAll() {
        assertThat(refusal(new byte[0])).isEqualTo("platform.picture.unreadable");
    }

    @Test
    void readsTheLargestPictureAllowedInLittleMemory() throws IOException {
        var large = new BufferedImage(8_000, 5_000, BufferedImage.TYPE_BYTE_GRAY);

        assertThat(DARKROOM.develop(Shape.SQUARE, encoded(large, "png")).mediaType())
                .isEqualTo("image/jpeg");
        assertThat(DARKROOM.develop(
                                Shape.SQUARE,
                                encoded(new BufferedImage(2, 20_000_000, BufferedImage.TYPE_BYTE_BINARY), "png"))
                        .mediaType())
                .isEqualTo("image/jpeg");
    }

    @Test
    void keepsWhatIsTransparent() throws IOException {
        var print = DARKROOM.develop(
                Shape.SQUARE, encoded(new BufferedImage(300, 200, BufferedImage.TYPE_INT_ARGB), "png"));

        assertThat(print.mediaType()).isEqualTo("image/png");
        assertThat(picture(print.size(48)).getRGB(24, 24) >>> 24).isZero();
    }

    @Test
    void takesTheMiddle() throws IOException {
        var wide = new BufferedImage(900, 300, BufferedImage.TYPE_INT_RGB);
        fill(wide, 0, 300, Color.RED);
        fill(wide, 300, 300, Color.GREEN);
        fill(wide, 600, 300, Color.BLUE);

        var square =
                picture(DARKROOM.develop(Shape.SQUARE, encoded(wide, "png")).size(96));

        assertThat(isNear(square.getRGB(4, 48), Color.GREEN)).isTrue();
        assertThat(isNear(square.getRGB(91, 48), Color.GREEN)).isTrue();
    }

    // What was on top as seen: the side of the stored picture that Exif says it is.
    @ParameterizedTest
    @CsvSource({"1,128,20", "2,128,20", "3,128,235", "4,128,235", "5,20,128", "6,235,128", "7,235,128", "8,20,128"})
    void turnsAPictureUpright(int orientation, int redX, int redY) throws IOException {
        var stored = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        var pen = stored.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 256, 80);
        pen.dispose();

        var print = DARKROOM.develop(Shape.SQUARE, withExif(encoded(stored, "jpeg"), orientation));
        var square = picture(print.size(256));

        assertThat(isNear(square.getRGB(redX, redY), Color.RED)).isTrue();
        assertThat(isNear(square.getRGB(255 - redX, 255 - redY), Color.RED)).isFalse();
    }

    @Test
    void keepsNoMetadata() throws IOException {
        var upload = withExif(encoded(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "jpeg"), 6);
        assertThat(new String(upload, StandardCharsets.ISO_8859_1)).contains("Exif", "Grenoble");

        DARKROOM.develop(Shape.SQUARE, upload)
                .sizes()
                .values()
                .forEach(square -> assertThat(new String(square, StandardCharsets.ISO_8859_1))
                        .doesNotContain("Exif", "Grenoble"));
    }

    @Test
    void survivesDamagedPictures() throws IOException {
        var good = withExif(encoded(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "jpeg"), 6);
        var chance = new Random(7);
        for (var i = 0; i < 6; i++) {
            var damaged = good.clone();
            for (var hit = 0; hit < 20; hit++) {
                damaged[2 + chance.nextInt(damaged.length - 2)] = (byte) chance.nextInt();
            }
            assertThat(outcome(damaged)).isIn("made", "platform.picture.unreadable", "platform.picture.too-large");
        }
    }

    @Test
    void waitsForNobodyWhoNeverAnswersOrNeverStops() {
        for (var program : List.of("sleep 1000", "yes")) {
            try (var workers = new Workers(new WorkerCommand(List.of("sh", "-c", "exec " + program)))) {
                var darkroom = new Darkroom(workers, Duration.ofSeconds(2));
                assertThatExceptionOfType(Invalid.class)
                        .isThrownBy(() -> darkroom.develop(Shape.SQUARE, hostile("png-ok-64x64.png")))
                        .matches(invalid -> invalid.of("photo").isPresent());
            }
            assertThat(ProcessHandle.current().children().filter(child -> isOf(child, program.split(" ")[0])))
                    .isEmpty();
        }
    }

    private static boolean isOf(ProcessHandle child, String program) {
        return child.isAlive() && child.info().command().orElse("").endsWith("/" + program);
    }

    private static String refusal(byte[] upload) {
        var outcome = outcome(upload);
        assertThat(outcome).isNotEqualTo("made");
        return outcome;
    }

    private static String pageOf(byte[] upload) {
        return outcome(Shape.PAGE, upload);
    }

    private static String outcome(byte[] upload) {
        return outcome(Shape.SQUARE, upload);
    }

    private static String outcome(Shape shape, byte[] upload) {
        try {
            DARKROOM.develop(shape, upload);
            return "made";
        } catch (Invalid invalid) {
            assertThat(invalid.of("photo")).isPresent();
            return invalid.problems().getFirst().messageKey();
        }
    }

    static byte[] hostile(String file) throws IOException {
        return Files.readAllBytes(SharedData.file("attacks/files").resolve(file));
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void fill(BufferedImage picture, int x, int width, Color color) {
        var pen = picture.createGraphics();
        pen.setColor(color);
        pen.fillRect(x, 0, width, picture.getHeight());
        pen.dispose();
    }

    private static boolean isNear(int rgb, Color color) {
        var seen = new Color(rgb);
        return Math.abs(seen.getRed() - color.getRed()) < 40
                && Math.abs(seen.getGreen() - color.getGreen()) < 40
                && Math.abs(seen.getBlue() - color.getBlue()) < 40;
    }

    private static BufferedImage picture(byte[] square) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(square));
    }

    static byte[] encoded(BufferedImage picture, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] withExif(byte[] jpeg, int orientation) {
        var place = "Grenoble".getBytes(StandardCharsets.US_ASCII);
        var exif = ByteBuffer.allocate(36 + place.length);
        exif.putShort((short) 0xFFE1)
                .putShort((short) (34 + place.length))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
        exif.putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation);
        exif.putShort((short) 0).putInt(0).put(place);
        return ByteBuffer.allocate(jpeg.length + exif.position())
                .put(jpeg, 0, 2)
                .put(exif.flip())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
