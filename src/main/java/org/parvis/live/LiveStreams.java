package org.parvis.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.parvis.access.Sessions;
import org.parvis.journal.Entry;
import org.parvis.journal.JournalStream;
import org.parvis.journal.Reference;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Busy;
import org.parvis.platform.web.TooMany;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** The open streams of this node. What the journal says is passed on to those who may hear it at that moment. */
@Component
class LiveStreams implements MeterBinder {

    /** Tabs share one; nobody has more browsers than these. */
    static final int PER_PERSON = 6;

    /** Where a stream begins that goes on from nothing; 0 is where a journal does. */
    static final long NOW = -1;

    /** Who missed more than this fetches anew. */
    static final int MISSED = 500;

    // What an open stream holds, with room to spare; beyond the memory a node would end itself.
    private static final int BYTES_OF_ONE = 64 * 1024;

    private static final Duration RETRY = Duration.ofSeconds(10);

    private final JournalStream journal;
    private final Listeners listeners;
    private final Sessions sessions;
    private final Set<LiveConnection> connections = new HashSet<>();
    private int most = (int) (Runtime.getRuntime().maxMemory() / BYTES_OF_ONE);
    private long position;

    LiveStreams(JournalStream journal, Listeners listeners, Sessions sessions) {
        this.journal = journal;
        this.listeners = listeners;
        this.sessions = sessions;
    }

    /** Opens a stream that goes on after {@code last}, or begins {@link #NOW}. */
    void open(
            Viewer viewer,
            Authentication authentication,
            long last,
            LongFunction<String> hello,
            Supplier<LiveWire> begin) {
        var connection = enter(viewer, authentication);
        try {
            begin.get().carry(connection);
            connection.start(greeting(connection, last, hello));
        } catch (RuntimeException unready) {
            connection.close();
            throw unready;
        }
    }

    // From here on the connection hears what is passed on; what came before is read for it alone.
    private synchronized LiveConnection enter(Viewer viewer, Authentication authentication) {
        var mine = connections.stream()
                .filter(other -> other.person() == viewer.id().value())
                .count();
        if (mine >= PER_PERSON) {
            throw new TooMany(RETRY);
        } else if (connections.size() >= most) {
            throw new Busy("more streams than the memory holds");
        }
        if (position == 0) {
            position = journal.newest();
        }
        var connection = new LiveConnection(viewer, authentication, position, this::forget);
        connections.add(connection);
        return connection;
    }

    /** No more than these at once: 12,288 for a heap of 768 MB. Who comes then is told to come again. */
    synchronized void admit(int atMost) {
        most = atMost;
    }

    synchronized int admitted() {
        return most;
    }

    private synchronized void forget(LiveConnection connection) {
        connections.remove(connection);
    }

    private String greeting(LiveConnection connection, long last, LongFunction<String> hello) {
        var from = connection.begun();
        var missed = last > NOW && last < from ? journal.read(last, MISSED + 1) : List.<Entry>of();
        if (missed.size() > MISSED) {
            return LiveEvent.reset(from);
        }
        var events = events(missed);
        var allowed = listeners.of(events, List.of(connection.person()));
        var text = new StringBuilder();
        events.stream()
                .filter(event -> event.position() <= from && mayHear(connection, event, allowed))
                .forEach(event -> text.append(event.text()));
        return text.append(hello.apply(from)).toString();
    }

    /** Passes on what was committed, to whoever of those present may hear it: one statement. */
    void passOn(List<Entry> entries) {
        var present = present(entries.getLast().position());
        var events = events(entries);
        if (present.isEmpty() || events.isEmpty()) {
            return;
        }
        var people = present.stream().map(LiveConnection::person).distinct().toList();
        var allowed = listeners.of(events, people);
        for (var event : events) {
            present.stream()
                    .filter(connection -> mayHear(connection, event, allowed))
                    .forEach(connection -> connection.say(event));
        }
    }

    private synchronized List<LiveConnection> present(long until) {
        position = Math.max(position, until);
        return List.copyOf(connections);
    }

    synchronized List<LiveConnection> present() {
        return List.copyOf(connections);
    }

    private static List<LiveEvent> events(List<Entry> entries) {
        return entries.stream().flatMap(LiveEvent::of).toList();
    }

    private static boolean mayHear(LiveConnection connection, LiveEvent event, Map<Reference, Set<Long>> allowed) {
        return event.personal()
                ? event.audience().id() == connection.person()
                : allowed.getOrDefault(event.audience(), Set.of()).contains(connection.person());
    }

    void beat() {
        present().forEach(LiveConnection::beat);
    }

    /** Closes the streams whose session or token has ended, whoever ended it, on whatever node. */
    void watch() {
        var present = present();
        var open = sessions.open(
                present.stream().map(LiveConnection::authentication).toList());
        present.stream()
                .filter(connection -> !open.contains(connection.authentication()))
                .forEach(LiveConnection::close);
    }

    /** Ends all; browsers come back and say where they stopped. */
    void closeAll() {
        present().forEach(LiveConnection::close);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("parvis.live.connections", () -> present().size())
                .description("Open streams on this node")
                .register(registry);
    }
}
