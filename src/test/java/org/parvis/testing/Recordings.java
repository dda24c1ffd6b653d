package org.parvis.testing;

import com.microsoft.playwright.Page;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Small films and sounds that browsers really play. */
public final class Recordings {

    private static final int RATE = 8_000;

    // A square that turns, as the browser itself records it.
    private static final String FILM = """
            async () => {
              const canvas = Object.assign(document.createElement("canvas"), { width: 160, height: 90 })
              const pen = canvas.getContext("2d")
              let turn = 0
              const drawing = setInterval(() => {
                pen.fillStyle = `hsl(${(turn += 20)} 60% 50%)`
                pen.fillRect(0, 0, 160, 90)
              }, 40)
              const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: "video/webm;codecs=vp8" })
              const parts = []
              recorder.ondataavailable = (event) => parts.push(event.data)
              recorder.start()
              await new Promise((done) => setTimeout(done, 1000))
              await new Promise((done) => { recorder.onstop = done; recorder.stop() })
              clearInterval(drawing)
              const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
              return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""))
            }
            """;

    private Recordings() {}

    /** A tone of so many seconds, as WAV. */
    public static byte[] sound(int seconds) {
        var samples = new byte[RATE * seconds];
        for (var at = 0; at < samples.length; at++) {
            samples[at] = (byte) (40 * Math.sin(2 * Math.PI * 440 * at / RATE));
        }
        var written = new ByteArrayOutputStream();
        try {
            AudioSystem.write(
                    new AudioInputStream(
                            new ByteArrayInputStream(samples),
                            new AudioFormat(RATE, 8, 1, true, false),
                            samples.length),
                    AudioFileFormat.Type.WAVE,
                    written);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return written.toByteArray();
    }

    /** A film of about a second, as WebM, that this browser records. */
    public static byte[] film(Page page) {
        return Base64.getDecoder().decode((String) page.evaluate(FILM));
    }
}
