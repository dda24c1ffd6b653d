package org.parvis.platform.files;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

import java.io.IOException;
import java.io.InputStream;

/** Bytes elsewhere, asked for when the first of them is read: what is skipped before that never comes here. */
final class StoredObject extends AbstractResource {

    /** Opens the bytes from one of them on. */
    interface Opening {

        InputStream from(long offset) throws IOException;
    }

    private final String key;
    private final long size;
    private final Opening opening;

    StoredObject(String key, long size, Opening opening) {
        this.key = key;
        this.size = size;
        this.opening = opening;
    }

    @Override
    public InputStream getInputStream() {
        return new Content();
    }

    @Override
    public long contentLength() {
        return size;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public String getDescription() {
        return "object " + key;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredObject object && key.equals(object.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    private final class Content extends InputStream {

        private long skipped;
        private @Nullable InputStream opened;

        @Override
        public int read() throws IOException {
            return isOver() ? -1 : opened().read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return isOver() ? -1 : opened().read(bytes, from, length);
        }

        @Override
        public long skip(long count) throws IOException {
            if (opened != null) return opened.skip(count);
            var step = Math.clamp(count, 0, size - skipped);
            skipped += step;
            return step;
        }

        @Override
        public void close() throws IOException {
            if (opened != null) opened.close();
        }

        // A piece that begins behind the end cannot be asked for.
        private boolean isOver() {
            return opened == null && skipped == size;
        }

        private InputStream opened() throws IOException {
            if (opened == null) opened = opening.from(skipped);
            return opened;
        }
    }
}
