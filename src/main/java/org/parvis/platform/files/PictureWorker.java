package org.parvis.platform.files;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;

/** The child process: a picture comes in, its squares go out. Whatever goes wrong here ends with it. */
final class PictureWorker {

    static final List<Integer> SIZES = List.of(48, 96, 256);
    static final int LARGEST = 256;
    static final int MOST_PIXELS = 40_000_000;
    static final String TOO_LARGE = "too large";

    private PictureWorker() {}

    public static void main(String[] arguments) throws IOException {
        ImageIO.setUseCache(false);
        var upload = System.in.readAllBytes();
        var out = new DataOutputStream(new BufferedOutputStream(System.out));
        var reader = reader(upload);
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(upload)), true, false);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
            out.writeUTF(TOO_LARGE);
        } else {
            write(out, Orientation.of(upload).upright(middle(reader)));
        }
        out.flush();
    }

    // By the first bytes, whatever name or type it came with, and by no other reader than these three.
    private static ImageReader reader(byte[] upload) throws IOException {
        var format = PictureFormat.of(upload).orElseThrow(() -> new IOException("no picture"));
        return ImageIO.getImageReadersByFormatName(format.readerName()).next();
    }

    // The square in the middle, and of it only every so many pixels: 40 megapixels never are in memory.
    private static BufferedImage middle(ImageReader reader) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        var side = Math.min(width, height);
        var step = Math.max(1, side / (3 * LARGEST));
        var part = reader.getDefaultReadParam();
        part.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
        part.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, part);
    }

    private static void write(DataOutputStream out, BufferedImage picture) throws IOException {
        var print = print(picture);
        out.writeUTF(print.mediaType());
        for (var size : SIZES) {
            var square = print.square(size);
            out.writeInt(square.length);
            out.write(square);
        }
    }

    /** The squares of a picture that is a square itself. */
    static Print print(BufferedImage picture) throws IOException {
        var format = picture.getColorModel().hasAlpha() ? PictureFormat.PNG : PictureFormat.JPEG;
        var squares = new LinkedHashMap<Integer, byte[]>();
        for (var size : SIZES) {
            squares.put(size, encoded(scaled(picture, size), format));
        }
        return new Print(format.mediaType(), squares);
    }

    // By halves: bilinear scaling looks at four neighbours only.
    private static BufferedImage scaled(BufferedImage picture, int size) {
        var current = picture;
        for (var side = picture.getWidth() / 2; side > size; side /= 2) {
            current = drawn(current, side);
        }
        return drawn(current, size);
    }

    private static BufferedImage drawn(BufferedImage picture, int side) {
        var type = picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var square = new BufferedImage(side, side, type);
        Graphics2D pen = square.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, side, side, null);
        pen.dispose();
        return square;
    }

    private static byte[] encoded(BufferedImage square, PictureFormat format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format.readerName()).next();
        var quality = writer.getDefaultWriteParam();
        if (format == PictureFormat.JPEG) {
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(0.85f);
        }
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(square, null, null), quality);
        }
        return bytes.toByteArray();
    }
}
