package org.parvis.platform.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that begins its answer and then says the same again and again, until it is left. */
final class Endless implements AutoCloseable {

    private final ServerSocket server;
    private final String begin;
    private final byte[] piece;
    private final Duration pause;
    private final AtomicInteger here = new AtomicInteger();
    private final AtomicInteger came = new AtomicInteger();

    Endless(String begin, byte[] piece, Duration pause) throws IOException {
        this.begin = begin;
        this.piece = piece;
        this.pause = pause;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    String host() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    WebAddress address() throws RefusedAddress {
        return WebAddress.of("http://" + host() + "/");
    }

    /** Somebody came, and nobody is left. */
    void awaitLeft() {
        await().until(() -> came.get() > 0 && here.get() == 0);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var visitor = server.accept();
                came.incrementAndGet();
                here.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket visitor) {
        try (visitor) {
            var out = visitor.getOutputStream();
            out.write(begin.getBytes(UTF_8));
            while (!server.isClosed()) {
                out.write(piece);
                out.flush();
                Thread.sleep(pause);
            }
        } catch (IOException | InterruptedException left) {
            Thread.currentThread().isInterrupted();
        } finally {
            here.decrementAndGet();
        }
    }
}
