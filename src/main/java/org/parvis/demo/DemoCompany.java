package org.parvis.demo;

import org.parvis.access.SetUp;
import org.parvis.platform.database.DataFolder;
import org.parvis.platform.network.Network;
import org.parvis.platform.settings.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Objects;

/**
 * The Groupe Valmont-Aubier, pumps and valves, 300 people in six countries. Being set up is the last thing that happens
 * to it: a load that was broken off begins again where it stopped.
 */
@Component
class DemoCompany {

    static final String SOURCE = "demo";
    private static final String VISITOR = "VA-00001";
    private static final Network.Identity IDENTITY =
            new Network.Identity("Groupe Valmont-Aubier", List.of("fr", "en"), "fr");

    private final Network network;
    private final DataFolder folder;
    private final Staff staff;
    private final Portraits portraits;
    private final Groups groups;
    private final Talks talks;
    private final Photographs photographs;
    private final Papers papers;
    private final Ballots ballots;
    private final Notices notices;
    private final Essays essays;
    private final Laurels laurels;
    private final Clippings clippings;
    private final Asked asked;
    private final Recording recording;
    private final Lately lately;
    private final SetUp setUp;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DemoCompany(
            Network network,
            DataFolder folder,
            Staff staff,
            Portraits portraits,
            Groups groups,
            Talks talks,
            Photographs photographs,
            Papers papers,
            Ballots ballots,
            Notices notices,
            Essays essays,
            Laurels laurels,
            Clippings clippings,
            Asked asked,
            Recording recording,
            Lately lately,
            SetUp setUp,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.network = network;
        this.folder = folder;
        this.staff = staff;
        this.portraits = portraits;
        this.groups = groups;
        this.talks = talks;
        this.photographs = photographs;
        this.papers = papers;
        this.ballots = ballots;
        this.notices = notices;
        this.essays = essays;
        this.laurels = laurels;
        this.clippings = clippings;
        this.asked = asked;
        this.recording = recording;
        this.lately = lately;
        this.setUp = setUp;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Fills an empty network, and leaves one alone that it has filled before.
     *
     * @throws Refusal where a real company is at home
     */
    DemoKey open() {
        if (!network.isSetUp()) {
            refuseStrangers();
            var key = DemoKey.cut(folder);
            fill(key);
            return key;
        } else {
            return DemoKey.of(folder).orElseThrow(this::occupied);
        }
    }

    private void fill(DemoKey key) {
        var everybody = staff.hire(SOURCE);
        portraits.hang(everybody.values());
        var communities = groups.form(SOURCE, everybody);
        talks.hold(SOURCE, everybody, communities);
        photographs.hang(Objects.requireNonNull(communities.get("photo-du-dimanche")));
        papers.handRound(SOURCE);
        ballots.call(everybody, communities);
        essays.publish(everybody, communities);
        clippings.paste(SOURCE);
        asked.mark(SOURCE);
        recording.add(SOURCE);
        var visitor = Objects.requireNonNull(everybody.get(VISITOR));
        transaction.executeWithoutResult(_ -> {
            lately.happen(everybody, communities, visitor);
            var _ = setUp.open(IDENTITY, new SetUp.Administrator(visitor.name(), DemoKey.ADMINISTRATOR, key.password()))
                    .orElseThrow(this::occupied);
            notices.post(everybody, communities, visitor);
            laurels.give(everybody, communities);
            giveEverybodyThePasswordOf(visitor);
        });
    }

    // Hashing it once is enough, and three hundred times would take a minute.
    private void giveEverybodyThePasswordOf(Colleague visitor) {
        jdbc.sql("""
                insert into credential (person_id, password_hash, changed_at)
                select p.id, known.password_hash, known.changed_at
                  from person p
                  join person_external_id x on x.person_id = p.id and x.source = :source
                  join credential known on known.person_id = :visitor
                 where p.state = 'active'
                on conflict (person_id) do nothing
                """)
                .param("source", SOURCE)
                .param("visitor", visitor.id().value())
                .update();
    }

    private void refuseStrangers() {
        var strangers = jdbc.sql("""
                select count(*) from person p
                 where not exists (select from person_external_id x where x.person_id = p.id and x.source = :source)
                """).param("source", SOURCE).query(Long.class).single();
        if (strangers > 0) {
            throw occupied();
        }
    }

    private Refusal occupied() {
        return new Refusal(
                "%s holds a network already: the demo wants a folder of its own. Without --data it makes one and takes it away again."
                        .formatted(folder.path()));
    }
}
