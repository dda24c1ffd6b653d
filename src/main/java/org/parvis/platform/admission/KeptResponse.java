package org.parvis.platform.admission;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import java.io.ByteArrayOutputStream;

/** An answer whose body is kept instead of being sent. */
final class KeptResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    KeptResponse(HttpServletResponse response) {
        super(response);
    }

    byte[] bytes() {
        return body.toByteArray();
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new Kept(body);
    }

    @Override
    public void setContentLength(int length) {}

    @Override
    public void setContentLengthLong(long length) {}

    @Override
    public void addCookie(Cookie cookie) {}

    @Override
    public void flushBuffer() {}

    private static final class Kept extends ServletOutputStream {

        private final ByteArrayOutputStream body;

        Kept(ByteArrayOutputStream body) {
            this.body = body;
        }

        @Override
        public void write(int one) {
            body.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            body.write(bytes, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}
    }
}
