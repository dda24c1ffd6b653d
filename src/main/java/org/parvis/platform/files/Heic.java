package org.parvis.platform.files;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Photos of phones (HEIF, ISO/IEC 23008-12, with HEVC), which only a program of the machine can decode. */
final class Heic {

    // The brand of a file that holds one picture, in its first box.
    private static final Pattern BEGINNING = Pattern.compile("(?s).{4}ftyp(heic|heix|heim|heis|mif1|msf1).*");
    private static final long MOST_KILOBYTES = 1_500_000;

    private Heic() {}

    static boolean isThere(byte[] beginning) {
        var begins = new String(beginning, 0, Math.min(beginning.length, 12), StandardCharsets.ISO_8859_1);
        return BEGINNING.matcher(begins).matches();
    }

    /** libheif's, where the machine has it. */
    static Optional<Path> program() {
        return Stream.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")
                .flatMap(folder -> Stream.of("heif-dec", "heif-convert").map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The same as a JPEG, upright. Leaves files in the folder for temporary ones; called by a worker, which has its own. */
    static byte[] asJpeg(byte[] upload) throws IOException {
        var program = program().orElseThrow(() -> new IOException("nothing here decodes it"));
        var folder = Files.createTempDirectory("heic");
        var from = Files.write(folder.resolve("photo.heic"), upload);
        var to = folder.resolve("photo.jpg");
        var line = "ulimit -v %d; exec \"$0\" -q 92 \"$1\" \"$2\"".formatted(MOST_KILOBYTES);
        var decoding = new ProcessBuilder("/bin/sh", "-c", line, program.toString(), from.toString(), to.toString())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            if (decoding.waitFor() != 0) throw new IOException("it could not be decoded");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
        // Of several pictures each has a number.
        return Files.readAllBytes(Files.exists(to) ? to : folder.resolve("photo-1.jpg"));
    }
}
