package org.parvis.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** A spindle that starts cold: it hums, whistles at every turn, and stops whistling as it warms up. */
final class Noise {

    private static final int RATE = 8_000;
    private static final int SECONDS = 6;
    private static final double TURNS = 4;

    private Noise() {}

    /** As WAV, 48 kB. */
    static byte[] wav() {
        var samples = new byte[RATE * SECONDS];
        for (var at = 0; at < samples.length; at++) {
            samples[at] = (byte) Math.round(127 * amplitude((double) at / RATE));
        }
        var written = new ByteArrayOutputStream(samples.length + 44);
        var eightBits = new AudioFormat(RATE, 8, 1, true, false);
        try (var sound = new AudioInputStream(new ByteArrayInputStream(samples), eightBits, samples.length)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, written);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return written.toByteArray();
    }

    // Between -1 and 1.
    private static double amplitude(double second) {
        var swell = Math.min(1, second);
        var hum = .25 * wave(98, second) + .12 * wave(196, second) + .05 * wave(294, second);
        var turn = second * TURNS % 1;
        var whistle = .35 * Math.exp(-8 * turn) * wave(1_760, second) * Math.max(0, 1 - second / 4.5);
        return swell * (hum + whistle);
    }

    private static double wave(double hertz, double second) {
        return Math.sin(2 * Math.PI * hertz * second);
    }
}
