package org.parvis.platform.outgoing;

import org.apache.hc.client5.http.DnsResolver;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/**
 * Looks a host up for the connection itself, so that the address that is checked is the one that is asked; of several
 * only those that may be.
 */
record GuardedNames(Names names, boolean inside) implements DnsResolver {

    /** How hosts get their addresses. */
    @FunctionalInterface
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = Stream.of(names.of(host)).filter(this::mayAsk).toArray(InetAddress[]::new);
        if (addresses.length == 0) throw new Inside(host);
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private boolean mayAsk(InetAddress address) {
        return inside ? !Reach.isNever(address) : Reach.isPublic(address);
    }

    /** A name whose addresses are none of the public internet's. */
    static final class Inside extends UnknownHostException {

        Inside(String host) {
            super(host);
        }
    }
}
