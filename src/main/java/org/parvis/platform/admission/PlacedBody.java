package org.parvis.platform.admission;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

import java.io.IOException;

/** A body as it comes in: the request has its place again when the last byte is there. */
final class PlacedBody extends ServletInputStream {

    private final ServletInputStream body;
    private final long length;
    private final Place place;
    private long read;

    /** @param length in bytes, -1 when it is not known beforehand */
    PlacedBody(ServletInputStream body, long length, Place place) {
        this.body = body;
        this.length = length;
        this.place = place;
    }

    @Override
    public int read() throws IOException {
        if (isComplete()) return body.read();
        pause();
        var next = body.read();
        came(next < 0 ? -1 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int most) throws IOException {
        if (isComplete()) return body.read(bytes, offset, most);
        pause();
        var count = body.read(bytes, offset, most);
        came(count);
        return count;
    }

    // What is there already keeps nobody waiting: a body that came with its request waits for a place once.
    private void pause() throws IOException {
        if (body.available() == 0) place.pause();
    }

    private void came(int more) {
        read += Math.max(0, more);
        if (more < 0 || isComplete()) place.resume();
    }

    private boolean isComplete() {
        return length >= 0 && read >= length;
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
