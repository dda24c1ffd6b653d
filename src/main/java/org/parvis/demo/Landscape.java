package org.parvis.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** A view from somewhere, always the same for the same words: what people show who would rather not show their face. */
final class Landscape {

    private static final int SIDE = 256;
    private static final int RIDGES = 3;

    private final String words;
    private final float hue;

    private Landscape(String words) {
        this.words = words;
        this.hue = (float) Dice.roll(words + " hue");
    }

    static BufferedImage of(String words) {
        return of(words, SIDE, SIDE);
    }

    static BufferedImage of(String words, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale((double) width / SIDE, (double) height / SIDE);
        new Landscape(words).draw(pen);
        pen.dispose();
        return picture;
    }

    private void draw(Graphics2D pen) {
        pen.setPaint(new GradientPaint(0, 0, shade(0.08f, 0.28f, 0.92f), 0, SIDE, shade(-0.06f, 0.12f, 0.99f)));
        pen.fillRect(0, 0, SIDE, SIDE);
        sun(pen);
        for (int ridge = 0; ridge < RIDGES; ridge++) {
            pen.setPaint(shade(-0.03f * ridge, 0.3f + 0.12f * ridge, 0.78f - 0.22f * ridge));
            pen.fill(ridge(ridge));
        }
    }

    private void sun(Graphics2D pen) {
        var size = SIDE * (0.14 + 0.1 * Dice.roll(words + " sun"));
        pen.setPaint(Color.getHSBColor(0.12f, 0.3f, 1f));
        pen.fill(new Ellipse2D.Double(
                SIDE * (0.15 + 0.55 * Dice.roll(words + " east")),
                SIDE * (0.14 + 0.16 * Dice.roll(words + " high")),
                size,
                size));
    }

    private Path2D ridge(int number) {
        var slope = 1 + 2 * Dice.roll(words + " slope " + number);
        var shift = Math.TAU * Dice.roll(words + " shift " + number);
        var base = SIDE * (0.5 + 0.16 * number);
        var line = new Path2D.Double();
        line.moveTo(0, SIDE);
        for (int x = 0; x <= SIDE; x += 4) {
            var turn = shift + Math.TAU * slope * x / SIDE / 1.6;
            line.lineTo(x, base + SIDE * (0.06 * Math.sin(turn) + 0.02 * Math.sin(2.7 * turn)));
        }
        line.lineTo(SIDE, SIDE);
        line.closePath();
        return line;
    }

    private Color shade(float turn, float saturation, float brightness) {
        return Color.getHSBColor(hue + turn, saturation, brightness);
    }
}
