package org.parvis.platform.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Film and sound by what is in them: boxes and elements as their standards write them, without a picture or a tone. */
class MediaTypesTests {

    @TempDir
    Path folder;

    private final MediaTypes types = new MediaTypes();

    @ParameterizedTest
    @CsvSource({
        "isom, vide, avc1, video/mp4",
        "mp42, vide, avc1, video/mp4",
        "iso6, vide, av01, video/mp4",
        "M4V , vide, avc1, video/mp4",
        "M4A , soun, mp4a, audio/mp4",
        "isom, soun, mp4a, audio/mp4",
        "isom, vide, hvc1, video/mp4; codecs=hvc1",
        "mp42, vide, hev1, video/mp4; codecs=hev1",
        "isom, vide, mp4v, video/mp4; codecs=mp4v",
        "M4A , soun, alac, audio/mp4; codecs=alac",
        "isom, vide, '<\"> ', video/mp4; codecs=none",
        "'qt  ', vide, avc1, video/quicktime",
    })
    void mp4IsPlayedWhereItsCodecIsKnown(String brand, String handler, String codec, String type) throws IOException {
        assertThat(typeOf(movie(padded(brand), handler, codec))).isEqualTo(type);
        assertThat(Playable.type(type) != null).isEqualTo(type.equals("video/mp4") || type.equals("audio/mp4"));
    }

    @Test
    void boxesThatDoNotFitEndTheReading() throws IOException {
        var whole = movie("isom", "vide", "hvc1");
        for (var cut = 12; cut < whole.length; cut++) {
            assertThat(typeOf(ByteBuffer.wrap(whole).slice(0, cut))).startsWith("video/");
        }
        var endless = box("ftyp", "isom".getBytes(ISO_8859_1));
        assertThat(typeOf(join(endless, new byte[] {0, 0, 0, 4}, "moov".getBytes(ISO_8859_1), new byte[64])))
                .isEqualTo("video/mp4");
        assertThat(typeOf(join(
                        endless,
                        new byte[] {0, 0, 0, 1},
                        "moov".getBytes(ISO_8859_1),
                        new byte[] {-1, -1, -1, -1},
                        new byte[64])))
                .isEqualTo("video/mp4");
        assertThat(typeOf(join(endless, deep(10_000)))).isEqualTo("video/mp4");
    }

    @Test
    void matroskaIsPlayedWhereItIsWebM() throws IOException {
        assertThat(typeOf(matroska("webm", "V_VP8"))).isEqualTo("video/webm");
        assertThat(typeOf(matroska("webm", "A_OPUS"))).isEqualTo("audio/webm");
        assertThat(typeOf(matroska("matroska", "V_MPEGH/ISO/HEVC"))).isEqualTo("video/matroska");
        assertThat(Playable.type("video/matroska")).isNull();
    }

    private String typeOf(byte[] content) throws IOException {
        return types.of(Files.write(folder.resolve("film"), content));
    }

    private String typeOf(ByteBuffer content) throws IOException {
        var bytes = new byte[content.remaining()];
        content.get(bytes);
        return typeOf(bytes);
    }

    // The film's own boxes stand after its pictures, as cameras write them.
    private static byte[] movie(String brand, String handler, String codec) {
        var description = box("stsd", new byte[] {0, 0, 0, 0, 0, 0, 0, 1}, box(codec, new byte[24]));
        var media = box(
                "mdia",
                box("hdlr", new byte[8], handler.getBytes(ISO_8859_1), new byte[13]),
                box("minf", box("stbl", description)));
        return join(
                box("ftyp", brand.getBytes(ISO_8859_1), new byte[4], "isom".getBytes(ISO_8859_1)),
                box("mdat", new byte[300]),
                box("moov", box("mvhd", new byte[100]), box("trak", media)));
    }

    private static byte[] deep(int levels) {
        var box = new byte[0];
        for (var level = 0; level < levels; level++) {
            box = box("moov", box);
        }
        return box;
    }

    private static byte[] box(String name, byte[]... content) {
        var inside = join(content);
        return join(ByteBuffer.allocate(4).putInt(8 + inside.length).array(), name.getBytes(ISO_8859_1), inside);
    }

    private static byte[] matroska(String documentType, String codec) {
        var type = documentType.getBytes(ISO_8859_1);
        return join(
                new byte[] {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3, (byte) 0x9F, 0x42, (byte) 0x86, (byte) 0x81, 1},
                new byte[] {0x42, (byte) 0x82, (byte) (0x80 | type.length)},
                type,
                new byte[40],
                codec.getBytes(ISO_8859_1),
                new byte[40]);
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String padded(String brand) {
        return (brand + "    ").substring(0, 4);
    }
}
