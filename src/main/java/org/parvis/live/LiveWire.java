package org.parvis.live;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.WebConnection;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The bare connection of a stream. When its headers have left, the web server takes back what it keeps for a request, some
 * 70 KB, as it does when a protocol is upgraded (RFC 9110, section 7.8); here the protocol stays, and the body ends with the
 * connection (RFC 9112, section 6.3). Made by the web server.
 */
public final class LiveWire implements InternalHttpUpgradeHandler {

    private static final Duration SLOWEST = Duration.ofSeconds(20);

    private @Nullable LiveConnection connection;
    private @Nullable SocketWrapperBase<?> socket;

    /** Whose words it carries, once the answer has begun. */
    void carry(LiveConnection carried) {
        connection = carried;
    }

    /** Returns when all of it has been handed on, at most after {@link #SLOWEST}. */
    void write(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var open = requireNonNull(socket);
        open.write(true, bytes, 0, bytes.length);
        open.flush(true);
    }

    /** Ends the connection, from whatever thread. */
    void end() {
        if (socket != null) {
            socket.processSocket(SocketEvent.STOP, true);
        }
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
        wrapper.setWriteTimeout(SLOWEST.toMillis());
        socket = wrapper;
    }

    @Override
    public void init(WebConnection bare) {
        requireNonNull(connection).carriedBy(this);
    }

    // Nothing is expected from the other side but its end.
    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        return switch (event) {
            case OPEN_WRITE -> SocketState.UPGRADED;
            case OPEN_READ -> isThere() ? SocketState.UPGRADED : SocketState.CLOSED;
            default -> SocketState.CLOSED;
        };
    }

    private boolean isThere() {
        try {
            return requireNonNull(socket).read(false, new byte[512], 0, 512) >= 0;
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void destroy() {
        requireNonNull(connection).close();
    }

    @Override
    public void timeoutAsync(long now) {}

    @Override
    public void setSslSupport(SSLSupport support) {}

    @Override
    public void pause() {}
}
