package org.parvis.platform.outgoing;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The one client for everything Parvis asks of other servers. It speaks http and https to the public internet, and to hosts
 * of the house that an administrator allowed; it brings no cookies, tells nothing of who reads, and ends within its limits
 * whatever the other side does.
 */
@Component
public class Outgoing {

    private static final int AT_ONCE = 8;

    private final Supplier<AllowedHosts> hosts;
    private final GuardedNames.Names names;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    @Autowired
    Outgoing(OutgoingRules rules) {
        this(() -> rules.read().hosts(), InetAddress::getAllByName);
    }

    Outgoing(Supplier<AllowedHosts> hosts, GuardedNames.Names names) {
        this.hosts = hosts;
        this.names = names;
    }

    /**
     * Asks with GET and follows at most {@link Visit#REDIRECTS} redirects, each guarded as the first.
     *
     * @throws RefusedAddress when it, or where it leads, may not be asked
     * @throws IOException when it cannot be had, or not in time
     */
    public Answer fetch(WebAddress address, Limits limits) throws IOException {
        var visit = new Visit(address, limits, hosts.get(), names);
        var answer = new FutureTask<>(visit);
        try {
            if (!places.tryAcquire(limits.time().toMillis(), TimeUnit.MILLISECONDS)) throw new IOException("busy");
            begin(answer);
            return answer.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            visit.cancel();
            throw new SocketTimeoutException("not within " + limits.time());
        } catch (InterruptedException stopping) {
            visit.cancel();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopping");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException known ? known : new IOException(failed.getCause());
        }
    }

    // A thread of its own, since looking up a name cannot be interrupted; its place is free when it is really over.
    private void begin(Runnable visit) {
        Thread.ofPlatform().daemon().name("outgoing").start(() -> {
            try {
                visit.run();
            } finally {
                places.release();
            }
        });
    }
}
