package org.parvis.bench.company;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fills a migrated, empty database with a company, step by step; what an earlier run has done is not done again. The
 * database is not served from meanwhile.
 */
public final class Filling {

    /** Who can be signed in as, to look around. */
    public static final String WAYS_IN = "Sign in as chief.executive@%1$s or administrator@%1$s, password %2$s"
            .formatted(Staff.DOMAIN, Opening.PASSWORD);

    private static final String COMPLETE = "complete";

    private final Connection connection;
    private final Blueprint company;
    private final Ledger ledger;
    private final Progress progress;

    /**
     * @param connection of the owner of the tables, left in a transaction
     * @param wanted its time counts for the first run only
     * @throws org.parvis.platform.settings.Refusal where another company is, or something else
     */
    public Filling(Connection connection, Blueprint wanted, PrintStream out) throws SQLException {
        this.connection = connection;
        this.ledger = Ledger.of(connection, wanted);
        this.company = new Blueprint(
                wanted.people(), wanted.communities(), wanted.years(), wanted.scale(), wanted.seed(), ledger.until());
        this.progress = new Progress(out);
        connection.commit();
    }

    public boolean isComplete() {
        return ledger.isDone(COMPLETE);
    }

    /** Goes on to the end, or until it is interrupted. */
    public void run() throws SQLException, IOException, InterruptedException {
        if (isComplete()) return;
        var world = World.of(company);
        people(world);
        talk(world);
        Definitions.putBack(connection, ledger, progress);
        new Aftermath(world, ledger, progress).run();
        progress.says("vacuum (freeze, analyze)");
        ledger.alone("vacuum (freeze, analyze)");
        ledger.once(COMPLETE, work -> {});
    }

    private void people(World world) throws SQLException, IOException {
        ledger.once("people", work -> {
            progress.copy(work, List.of(world.staff().rows()));
            new Opening(company).run(work);
        });
        ledger.once(
                "communities",
                work -> progress.copy(
                        work, List.of(world.places().rows(), world.topics().rows(company))));
        ledger.once("definitions", work -> {
            Definitions.takeAway(work);
            Aftermath.makeRoom(work, world.months());
        });
        ledger.once("memberships", work -> {
            Ledger.execute(work, """
                    create temp table membership_as_drawn
                        (community_id bigint, person_id bigint, role text, since timestamptz) on commit drop
                    """);
            progress.copy(work, List.of(world.places().memberships("membership_as_drawn")));
            Ledger.execute(work, """
                    insert into membership (community_id, person_id, role, since, sort_name)
                    select m.community_id, m.person_id, m.role, m.since, p.sort_name
                      from membership_as_drawn m
                      join person p on p.id = m.person_id
                     order by m.community_id, m.since, m.person_id
                    """);
        });
        ledger.once("follows", work -> progress.copy(work, List.of(new Follows(company, world.staff()).rows())));
        progress.sayRates("", true);
    }

    // One core draws the next chunk while the other writes this one.
    private void talk(World world) throws SQLException, IOException, InterruptedException {
        var chunks = world.volume().chunks();
        try (var drawing = Executors.newSingleThreadExecutor()) {
            var next = drawn(world, first(0, chunks), drawing);
            for (var chunk = first(0, chunks); chunk < chunks; chunk = first(chunk + 1, chunks)) {
                var rows = got(next);
                next = drawn(world, first(chunk + 1, chunks), drawing);
                ledger.once(step(chunk), work -> progress.copy(work, rows));
                progress.sayRates("%d of %d: ".formatted(chunk + 1, chunks), chunk + 1 == chunks);
            }
        }
    }

    private static Future<List<Rows>> drawn(World world, int chunk, ExecutorService drawing) {
        return drawing.submit(() -> chunk < world.volume().chunks() ? Talk.of(world, chunk) : List.<Rows>of());
    }

    private static List<Rows> got(Future<List<Rows>> drawn) throws InterruptedException {
        try {
            return drawn.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** From {@code from} on, the first chunk that is not there. */
    private int first(int from, int chunks) {
        var chunk = from;
        while (chunk < chunks && ledger.isDone(step(chunk))) chunk++;
        return chunk;
    }

    private static String step(int chunk) {
        return "talk " + chunk;
    }
}
