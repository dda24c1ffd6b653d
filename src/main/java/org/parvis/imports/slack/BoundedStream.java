package org.parvis.imports.slack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Gives out so many bytes and not one more, in all and for one element of a list, whatever a header promised. */
final class BoundedStream extends FilterInputStream {

    // Read as a tree, JSON takes up to thirty times its own room.
    private static final long LARGEST_ELEMENT = 4 << 20;

    private long left;
    private long leftOfElement = LARGEST_ELEMENT;

    BoundedStream(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    void nextElement() {
        leftOfElement = LARGEST_ELEMENT;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        took(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        took(Math.max(0, n));
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        took(skipped);
        return skipped;
    }

    private void took(long bytes) throws IOException {
        left -= bytes;
        leftOfElement -= bytes;
        if (left < 0 || leftOfElement < 0) {
            throw new IOException("larger than allowed");
        }
    }
}
