package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.NotFound;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Two people pressing the same button at once, or two that exclude each other: one effect, told once. */
@ParvisTest
class CrowdTests {

    private static final int TIMES = 5;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    Viewer bruno;
    Viewer wanda;
    Viewer priya;

    @BeforeEach
    void people() {
        bruno = cast.bruno();
        wanda = cast.youssef();
        priya = cast.priya();
    }

    @Test
    void twoOwnersAgreeToOneRequestOnce() throws Exception {
        for (var time = 0; time < TIMES; time++) {
            var place = ownedByTwo("request");
            memberships.enter(priya, place);
            var told = told();

            together(() -> agree(bruno, place), () -> agree(wanda, place));

            assertThat(rows("membership", place)).isEqualTo(3);
            assertThat(rows("membership_request", place)).isZero();
            assertThat(told()).isEqualTo(told + 1);
        }
    }

    @Test
    void oneOwnerAgreesWhileTheOtherDeclines() throws Exception {
        for (var time = 0; time < TIMES; time++) {
            var place = ownedByTwo("request");
            memberships.enter(priya, place);

            together(() -> agree(bruno, place), () -> decline(wanda, place));

            assertThat(rows("membership_request", place)).isZero();
            assertThat(rows("membership", place)).isBetween(2, 3);
        }
    }

    @Test
    void twoOwnersInviteTheSamePersonOnce() throws Exception {
        for (var time = 0; time < TIMES; time++) {
            var place = ownedByTwo("invitation");
            var told = told();

            together(() -> invite(bruno, place), () -> invite(wanda, place));

            assertThat(rows("invitation", place)).isEqualTo(1);
            assertThat(told()).isEqualTo(told + 1);
        }
    }

    @Test
    void anInvitationIsTakenOnceHoweverOftenOnePresses() throws Exception {
        for (var time = 0; time < TIMES; time++) {
            var place = ownedByTwo("invitation");
            memberships.invite(bruno, place, priya.id());
            var told = told();

            together(() -> enter(place), () -> enter(place), () -> enter(place));

            assertThat(rows("invitation", place)).isZero();
            assertThat(rows("membership", place)).isEqualTo(3);
            assertThat(told()).isEqualTo(told + 1);
        }
    }

    @Test
    void whoAsksTwiceAtOnceHasAskedOnce() throws Exception {
        for (var time = 0; time < TIMES; time++) {
            var place = ownedByTwo("request");
            var told = told();

            together(() -> enter(place), () -> enter(place), () -> enter(place));

            assertThat(rows("membership_request", place)).isEqualTo(1);
            assertThat(told()).isEqualTo(told + 1);
        }
    }

    @Test
    void ownersWhoRemoveEachOtherLeaveOne() throws Exception {
        for (var time = 0; time < TIMES; time++) {
            var place = ownedByTwo("open");

            together(() -> remove(bruno, place, wanda), () -> remove(wanda, place, bruno));

            assertThat(rows("membership", place)).isEqualTo(1);
        }
    }

    private Object agree(Viewer owner, CommunityId place) {
        memberships.agree(owner, place, priya.id());
        return place;
    }

    private Object decline(Viewer owner, CommunityId place) {
        memberships.decline(owner, place, priya.id());
        return place;
    }

    private Object invite(Viewer owner, CommunityId place) {
        memberships.invite(owner, place, priya.id());
        return place;
    }

    private Object enter(CommunityId place) {
        return memberships.enter(priya, place);
    }

    private Object remove(Viewer owner, CommunityId place, Viewer other) {
        memberships.remove(owner, place, other.id());
        return place;
    }

    /** All at the same moment; what one of them refuses is an answer too. */
    @SafeVarargs
    private static void together(Callable<Object>... presses) throws Exception {
        var start = new CyclicBarrier(presses.length);
        try (var pool = Executors.newFixedThreadPool(presses.length)) {
            var pressing = List.of(presses).stream()
                    .map(press -> pool.submit(() -> {
                        start.await();
                        return press.call();
                    }))
                    .toList();
            for (var pressed : pressing) {
                try {
                    pressed.get();
                } catch (ExecutionException refused) {
                    assertThat(refused).cause().isInstanceOfAny(Conflict.class, Forbidden.class, NotFound.class);
                }
            }
        }
    }

    private CommunityId ownedByTwo(String access) {
        var place = communities.create(bruno, new CommunityForm("Pumps", "", "business", access, true, null, null));
        memberships.put(bruno, place, wanda.id(), Standing.OWNER);
        return place;
    }

    private int rows(String table, CommunityId place) {
        return jdbc.sql("select count(*) from " + table + " where community_id = :place")
                .param("place", place.value())
                .query(Integer.class)
                .single();
    }

    private int told() {
        return jdbc.sql("select count(*) from journal where object_kind <> 'notification'")
                .query(Integer.class)
                .single();
    }
}
