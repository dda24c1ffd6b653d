package org.parvis.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** People with a page open: each has a stream, and fetches what is new in the thread before them as the page does. */
final class Audience implements AutoCloseable {

    static final HttpClient CLIENT = client();

    private static final int AT_ONCE = 50;

    private final Server server;
    private final LongFunction<String> sessions;
    private final HttpClient streams = client();
    private final AtomicInteger present = new AtomicInteger();
    private final Map<Long, Long> threads = new ConcurrentHashMap<>();
    private final Map<Long, Long> said = new ConcurrentHashMap<>();
    private final Queue<Double> arrived = new ConcurrentLinkedQueue<>();
    private final List<Long> people = new ArrayList<>();

    private Audience(Server server, LongFunction<String> sessions) {
        this.server = server;
        this.sessions = sessions;
    }

    /** Opens a stream for each of these people by their session, and returns when all have been greeted. */
    static Audience of(Server server, LongStream people, LongFunction<String> sessions) throws InterruptedException {
        var audience = new Audience(server, sessions);
        var doors = new Semaphore(AT_ONCE);
        people.forEach(audience.people::add);
        var greeted = new CountDownLatch(audience.people.size());
        for (var person : audience.people) {
            if (!doors.tryAcquire(1, TimeUnit.MINUTES)) throw new IllegalStateException("streams do not open");
            audience.listen(person, () -> {
                greeted.countDown();
                doors.release();
            });
        }
        if (!greeted.await(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("%d streams did not open".formatted(greeted.getCount()));
        }
        return audience;
    }

    int present() {
        return present.get();
    }

    /** Each has one of these threads before them. */
    void read(List<Long> open) {
        for (var n = 0; n < people.size(); n++) {
            threads.put(people.get(n), open.get(n % open.size()));
        }
    }

    /** Something is said in a thread at that moment, in nanoseconds. */
    void expect(long thread, long at) {
        said.put(thread, at);
    }

    void forget() {
        arrived.clear();
    }

    /** How long it took, in milliseconds, each time on each page. */
    Sample arrived() {
        return Sample.of(arrived.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private void listen(long person, Runnable greeted) {
        streams.sendAsync(
                request(person, "/live", "text/event-stream"),
                BodyHandlers.fromLineSubscriber(new Page(person, greeted)));
    }

    private HttpRequest request(long person, String path, String type) {
        return HttpRequest.newBuilder(server.address().resolve(path))
                .header("Accept", type)
                .header("Cookie", "parvis_session=" + sessions.apply(person))
                .build();
    }

    private void heard(long person, String data) {
        var numbers = data.replaceAll("[^0-9,]", "").split(",");
        var thread = numbers.length == 2 ? Long.parseLong(numbers[1]) : 0;
        if (threads.getOrDefault(person, 0L) == thread) {
            var since = said.getOrDefault(thread, 0L);
            CLIENT.sendAsync(
                            request(person, "/comments/" + numbers[0], "text/vnd.turbo-stream.html"),
                            BodyHandlers.ofByteArray())
                    .thenAccept(answer -> {
                        if (answer.statusCode() == 200) arrived.add((System.nanoTime() - since) / 1e6);
                    });
        }
    }

    @Override
    public void close() {
        streams.shutdownNow();
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** What one stream says, line by line. */
    private final class Page implements Flow.Subscriber<String> {

        private final long person;
        private final Runnable greeted;
        private String event = "";

        Page(long person, Runnable greeted) {
            this.person = person;
            this.greeted = greeted;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            present.incrementAndGet();
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.startsWith("event: ")) {
                event = line.substring(7);
                if (event.equals("hello")) greeted.run();
            } else if (line.startsWith("data: ") && event.equals("comment")) {
                heard(person, line.substring(6));
            }
        }

        @Override
        public void onError(Throwable cut) {
            present.decrementAndGet();
        }

        @Override
        public void onComplete() {
            present.decrementAndGet();
        }
    }
}
