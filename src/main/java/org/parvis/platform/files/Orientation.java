package org.parvis.platform.files;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held, 1 to 8: Exif 2.32, tag 0x0112. */
record Orientation(int value) {

    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int TAG = 0x0112;

    static Orientation of(byte[] upload) {
        try {
            return PictureFormat.of(upload).filter(PictureFormat.JPEG::equals).isPresent()
                    ? ofJpeg(ByteBuffer.wrap(upload))
                    : UPRIGHT;
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            return UPRIGHT;
        }
    }

    /** The picture as it was seen. */
    BufferedImage upright(BufferedImage picture) {
        if (value == 1) {
            return picture;
        } else {
            var width = picture.getWidth();
            var height = picture.getHeight();
            var type = picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
            var turned = onItsSide() ? new BufferedImage(height, width, type) : new BufferedImage(width, height, type);
            var pen = turned.createGraphics();
            pen.drawImage(picture, turn(width, height), null);
            pen.dispose();
            return turned;
        }
    }

    private boolean onItsSide() {
        return value >= 5;
    }

    private static Orientation ofJpeg(ByteBuffer jpeg) {
        jpeg.position(2);
        var marker = jpeg.getShort() & 0xFFFF;
        while (marker != START_OF_SCAN && marker >= 0xFF00) {
            var length = jpeg.getShort() & 0xFFFF;
            var segment = jpeg.slice(jpeg.position(), length - 2);
            if (marker == APP1 && segment.remaining() > 14 && segment.getInt(0) == 0x45786966) {
                return ofTiff(segment.slice(6, segment.remaining() - 6));
            }
            jpeg.position(jpeg.position() + length - 2);
            marker = jpeg.getShort() & 0xFFFF;
        }
        return UPRIGHT;
    }

    private static Orientation ofTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = tiff.getShort(directory) & 0xFFFF;
        for (var entry = 0; entry < entries; entry++) {
            var at = directory + 2 + 12 * entry;
            var value = tiff.getShort(at + 8) & 0xFFFF;
            if ((tiff.getShort(at) & 0xFFFF) == TAG && value >= 1 && value <= 8) return new Orientation(value);
        }
        return UPRIGHT;
    }

    private AffineTransform turn(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
