package org.parvis.platform.admission;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A request whose body comes in while its place is somebody else's, in whichever way it is read. A short form is read before
 * there is a place, so that it waits for one once.
 */
final class PlacedRequest extends HttpServletRequestWrapper {

    private static final long SHORT = 64 * 1024;

    private final Place place;
    private boolean isRead;
    private @Nullable ServletInputStream body;

    private PlacedRequest(HttpServletRequest request, Place place) {
        super(request);
        this.place = place;
        isRead = isShortForm(request);
    }

    /** Reads the form, if it is one and short. Nothing else has been read of the request by then. */
    static void readShortForm(HttpServletRequest request) {
        if (isShortForm(request)) request.getParameterMap();
    }

    private static boolean isShortForm(HttpServletRequest request) {
        var type = request.getContentType();
        var length = request.getContentLengthLong();
        return length > 0
                && length <= SHORT
                && type != null
                && (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data"));
    }

    static HttpServletRequest of(HttpServletRequest request, Place place) {
        var hasBody = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        return hasBody ? new PlacedRequest(request, place) : request;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new PlacedBody(super.getInputStream(), getContentLengthLong(), place);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        var encoding = getCharacterEncoding();
        var charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    @Override
    public @Nullable String getParameter(String name) {
        return form(() -> super.getParameter(name));
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return form(super::getParameterMap);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return form(super::getParameterNames);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return form(() -> super.getParameterValues(name));
    }

    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        return isRead ? super.getParts() : parts();
    }

    @Override
    public @Nullable Part getPart(String name) throws IOException, ServletException {
        getParts();
        return super.getPart(name);
    }

    // The first to ask for one field of a form has all of it read.
    private <T extends @Nullable Object> T form(Supplier<T> field) {
        if (isRead || body != null) return field.get();
        place.pause();
        var value = field.get();
        isRead = true;
        place.resume();
        return value;
    }

    private Collection<Part> parts() throws IOException, ServletException {
        place.pause();
        var parts = super.getParts();
        isRead = true;
        place.resume();
        return parts;
    }
}
