package org.parvis.platform.files;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;

/** The child process: a picture comes in, its sizes go out. Whatever goes wrong here ends with it. */
final class PictureWorker {

    static final int MOST_PIXELS = 40_000_000;
    static final String TOO_LARGE = "too large";

    private static final int LARGEST_LIGHTER = 1280;

    private PictureWorker() {}

    public static void main(String[] arguments) throws IOException {
        var out = WorkerAnswer.open();
        ImageIO.setUseCache(false);
        var shape = Shape.valueOf(arguments[0]);
        var upload = System.in.readAllBytes();
        if (shape == Shape.PAGE) {
            write(out, shape, FirstPage.of(upload));
        } else {
            develop(Heic.isThere(upload) ? Heic.asJpeg(upload) : upload, shape, out);
        }
        out.flush();
    }

    private static void develop(byte[] upload, Shape shape, DataOutputStream out) throws IOException {
        var reader = reader(upload);
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(upload)), true, false);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
            out.writeUTF(TOO_LARGE);
        } else {
            write(out, shape, Orientation.of(upload).upright(read(reader, shape)));
        }
    }

    // By the first bytes, whatever name or type it came with, and by no other reader than these.
    private static ImageReader reader(byte[] upload) throws IOException {
        var format = PictureFormat.of(upload).orElseThrow(() -> new IOException("no picture"));
        return ImageIO.getImageReadersByFormatName(format.readerName()).next();
    }

    // Of a square only the middle, and of either only every so many pixels: 40 megapixels never are in memory.
    private static BufferedImage read(ImageReader reader, Shape shape) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        var part = reader.getDefaultReadParam();
        if (shape == Shape.SQUARE) {
            var side = Math.min(width, height);
            var step = Math.max(1, side / (3 * shape.largest()));
            part.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
            part.setSourceSubsampling(step, step, 0, 0);
        } else {
            var step = Math.max(1, Math.max(width, height) / (2 * shape.largest()));
            part.setSourceSubsampling(step, step, 0, 0);
        }
        return reader.read(0, part);
    }

    private static void write(DataOutputStream out, Shape shape, BufferedImage picture) throws IOException {
        var sizes = sizes(shape, picture);
        var print = print(shape, picture, sizes);
        out.writeUTF(print.mediaType());
        out.writeInt(print.width());
        out.writeInt(print.height());
        write(out, shape, print.sizes());
        out.flush();
        write(out, shape, lighter(sizes, print));
    }

    private static void write(DataOutputStream out, Shape shape, Map<Integer, byte[]> sizes) throws IOException {
        for (var side : shape.sizes()) {
            var size = sizes.getOrDefault(side, new byte[0]);
            out.writeInt(size.length);
            out.write(size);
        }
    }

    /** The sizes of a picture that has the shape itself, in no lighter format; none is larger than the picture. */
    static Print print(Shape shape, BufferedImage picture) throws IOException {
        return print(shape, picture, sizes(shape, picture));
    }

    private static Print print(Shape shape, BufferedImage picture, Map<Integer, BufferedImage> sizes)
            throws IOException {
        var format = picture.getColorModel().hasAlpha() ? PictureFormat.PNG : PictureFormat.JPEG;
        var encoded = new LinkedHashMap<Integer, byte[]>();
        for (var side : shape.sizes()) {
            encoded.put(side, encoded(Objects.requireNonNull(sizes.get(side)), format));
        }
        var longest = longest(picture);
        var largest = shape == Shape.SQUARE ? shape.largest() : Math.min(shape.largest(), longest);
        return new Print(
                shape,
                format.mediaType(),
                part(picture.getWidth(), largest, longest),
                part(picture.getHeight(), largest, longest),
                encoded,
                Map.of());
    }

    private static Map<Integer, BufferedImage> sizes(Shape shape, BufferedImage picture) {
        var sizes = new LinkedHashMap<Integer, BufferedImage>();
        var current = picture;
        for (var side : shape.sizes().reversed()) {
            current = scaled(current, shape == Shape.SQUARE ? side : Math.min(side, longest(picture)));
            sizes.putFirst(side, current);
        }
        return sizes;
    }

    // The largest takes as long as all others together, and is seldom looked at.
    private static Map<Integer, byte[]> lighter(Map<Integer, BufferedImage> sizes, Print print) {
        try {
            var lighter = new LinkedHashMap<Integer, byte[]>();
            for (var size : sizes.entrySet()) {
                if (size.getKey() <= LARGEST_LIGHTER) {
                    var encoded = encoded(size.getValue(), PictureFormat.WEBP);
                    if (encoded.length < print.size(size.getKey()).length) lighter.put(size.getKey(), encoded);
                }
            }
            return lighter;
        } catch (IOException | LinkageError notHere) {
            return Map.of();
        }
    }

    // By halves: bilinear scaling looks at four neighbours only.
    private static BufferedImage scaled(BufferedImage picture, int side) {
        var current = picture;
        for (var half = longest(picture) / 2; half > side; half /= 2) {
            current = drawn(current, half);
        }
        return drawn(current, side);
    }

    private static BufferedImage drawn(BufferedImage picture, int side) {
        var width = part(picture.getWidth(), side, longest(picture));
        var height = part(picture.getHeight(), side, longest(picture));
        var type = picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var drawing = new BufferedImage(width, height, type);
        Graphics2D pen = drawing.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return drawing;
    }

    private static int longest(BufferedImage picture) {
        return Math.max(picture.getWidth(), picture.getHeight());
    }

    private static int part(int length, int side, int longest) {
        return Math.max(1, Math.round((float) length * side / longest));
    }

    private static byte[] encoded(BufferedImage size, PictureFormat format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format.readerName()).next();
        var quality = writer.getDefaultWriteParam();
        if (format != PictureFormat.PNG) {
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionType(quality.getCompressionTypes()[0]);
            quality.setCompressionQuality(format == PictureFormat.WEBP ? 0.8f : 0.85f);
        }
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(size, null, null), quality);
        }
        return bytes.toByteArray();
    }
}
