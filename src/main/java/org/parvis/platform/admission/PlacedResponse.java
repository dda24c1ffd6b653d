package org.parvis.platform.admission;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import java.io.IOException;
import java.io.PrintWriter;

/** An answer that begins when all that it needs is there, as pages do: what then remains is sending. */
final class PlacedResponse extends HttpServletResponseWrapper {

    private final Place place;

    PlacedResponse(HttpServletResponse response, Place place) {
        super(response);
        this.place = place;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        place.leave();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        place.leave();
        return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        place.leave();
        super.flushBuffer();
    }
}
