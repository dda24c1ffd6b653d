package org.parvis.load;

import io.gatling.app.Gatling;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The load of one run. Its environment says where the network and its database are, what the sessions' secret is, how
 * much is asked for and how long; it leaves {@code requests.csv}, the clock's milliseconds when it began and a line for
 * each request, and Gatling's report beside.
 */
public final class Load {

    private static Load current;

    private final Map<String, String> settings = System.getenv();
    private final Path report = Path.of(setting("REPORT"));
    private final BufferedWriter requests = Files.newBufferedWriter(report.resolve("requests.csv"));
    private final Company company;
    private final Day day;
    private final Event event;
    private final Answers answers;
    private final long begun;

    private Load() throws IOException, SQLException {
        try (var database = database()) {
            this.company = Company.read(database);
            var people = people(database);
            this.day = new Day(company, people, 7);
            this.event = new Event(
                    company.announced(),
                    people.stream()
                            .filter(person -> company.isEmployee(person.number()))
                            .toList());
        }
        this.answers = new Answers(company, day);
        this.begun = System.nanoTime();
        requests.write(System.currentTimeMillis() + "\n");
    }

    public static void main(String[] words) throws Exception {
        current = new Load();
        // Ends the process when it is done.
        Gatling.main(
                new String[] {"--simulation", WorkingDay.class.getName(), "--results-folder", current.report.toString()
                });
    }

    static Load current() {
        return current;
    }

    String address() {
        return setting("ADDRESS");
    }

    double rate() {
        return Double.parseDouble(setting("RATE"));
    }

    /** Requests a second of those who open what the chief executive wrote, on top of the others'. */
    double eventRate() {
        return Double.parseDouble(setting("EVENT_RATE"));
    }

    /** Seconds in which the rate rises; they are not judged. */
    int warmUp() {
        return Integer.parseInt(setting("WARM_UP"));
    }

    int seconds() {
        return Integer.parseInt(setting("SECONDS"));
    }

    Step next() {
        return day.next();
    }

    Step nextOfEvent() {
        return event.next();
    }

    String judge(Step step, byte[] answer) {
        return answers.judge(step, answer);
    }

    /** A request is over, answered or not. */
    synchronized void over(Step step) {
        var took = step.took >= 0 ? step.took : (System.nanoTime() - step.begun) / 1_000_000;
        try {
            requests.write("%s;%d;%d;%d;%s%n"
                    .formatted(
                            step.kind.label(),
                            (step.begun - begun) / 1_000_000,
                            took,
                            step.answered,
                            step.wrong.isEmpty() ? "" : step.wrong + " at " + step.path));
        } catch (IOException full) {
            throw new IllegalStateException(full);
        }
    }

    /** Judges what was written during the run, now that the database can tell where it stands. */
    void end() {
        try (var database = database();
                requests) {
            var now = Company.read(database);
            for (var shown : answers.later()) {
                if (!now.knows(shown.post()) || !now.mayRead(shown.person(), shown.post())) {
                    requests.write("afterwards;%d;0;200;post %d shown to %d%n"
                            .formatted((System.nanoTime() - begun) / 1_000_000, shown.post(), shown.person()));
                }
            }
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Connection database() throws SQLException {
        var connection = DriverManager.getConnection(setting("DATABASE"), setting("USER"), setting("PASSWORD"));
        // Rows come in parts then.
        connection.setAutoCommit(false);
        return connection;
    }

    /** Whoever has a session for this run, the most active first. */
    private List<Person> people(Connection database) throws SQLException {
        var people = new ArrayList<Person>();
        Company.each(database, """
                select s.person_id
                  from sign_in_session s
                  left join (select author_id, count(*) as written from post group by author_id) a on a.author_id = s.person_id
                 where s.device = 'computer|bench|'
                 order by a.written desc nulls last, s.person_id
                """, row -> people.add(new Person(row.getInt(1), setting("SECRET"))));
        return people;
    }

    private String setting(String name) {
        var value = settings.get("PARVIS_LOAD_" + name);
        if (value == null) throw new IllegalStateException("PARVIS_LOAD_%s is not set".formatted(name));
        return value;
    }
}
