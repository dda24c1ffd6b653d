package org.parvis.platform.outgoing;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;

/** One way from an address to its answer, redirect by redirect. */
final class Visit implements Callable<Answer> {

    static final int REDIRECTS = 4;

    private sealed interface Step {

        record Led(String location) implements Step {}

        record Arrived(Answer answer) implements Step {}
    }

    private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 303, 307, 308);

    private final WebAddress first;
    private final Limits limits;
    private final AllowedHosts hosts;
    private final GuardedNames.Names names;
    private volatile @Nullable HttpGet current;
    private volatile boolean cancelled;

    Visit(WebAddress first, Limits limits, AllowedHosts hosts, GuardedNames.Names names) {
        this.first = first;
        this.limits = limits;
        this.hosts = hosts;
        this.names = names;
    }

    @Override
    public Answer call() throws IOException {
        var address = first;
        for (var hop = 0; hop <= REDIRECTS; hop++) {
            var answer = ask(address);
            if (answer instanceof Step.Arrived(var there)) return there;
            address = address.led(((Step.Led) answer).location());
        }
        throw new RefusedAddress("led on and on");
    }

    /** Ends it where it is; whoever called gets an exception. */
    void cancel() {
        cancelled = true;
        var running = current;
        if (running != null) running.cancel();
    }

    private Step ask(WebAddress address) throws IOException {
        var inside = hosts.allow(address);
        if (!inside && !address.isUsualPort()) throw new RefusedAddress("another port");
        var get = new HttpGet(address.toString());
        get.setHeader(HttpHeaders.ACCEPT, limits.accept());
        get.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        current = get;
        if (cancelled) throw new IOException("cancelled");
        try (var client = Client.of(new GuardedNames(names, inside), limits)) {
            return step(address, client.executeOpen(null, get, null));
        } catch (GuardedNames.Inside refused) {
            throw new RefusedAddress("inside: " + address.host());
        } finally {
            // What was not read is not wanted: an orderly end would read it.
            get.cancel();
        }
    }

    private Step step(WebAddress address, ClassicHttpResponse response) throws IOException {
        var location = response.getFirstHeader(HttpHeaders.LOCATION);
        if (ELSEWHERE.contains(response.getCode()) && location != null) return new Step.Led(location.getValue());
        var entity = response.getEntity();
        var type = entity == null ? null : ContentType.parseLenient(entity.getContentType());
        var body = Body.of(entity, limits.bytes());
        return new Step.Arrived(new Answer(
                address,
                response.getCode(),
                type == null ? "" : Objects.toString(type.getMimeType(), "").toLowerCase(Locale.ROOT),
                type == null ? null : type.getCharset(),
                body.bytes(),
                body.cut()));
    }
}
