package org.parvis.communities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.NotFound;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

@ParvisTest
class MembershipsTests {

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    MemberList list;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    Viewer bruno;
    Viewer priya;

    @BeforeEach
    void people() {
        bruno = cast.bruno();
        priya = cast.priya();
    }

    @Test
    void anOpenCommunityIsEnteredAtOnce() {
        var pumps = found(Access.OPEN, true);

        assertThat(memberships.enter(priya, pumps)).isEqualTo(Standing.MEMBER);
        assertThat(memberships.enter(priya, pumps)).isEqualTo(Standing.MEMBER);

        assertThat(communities.find(priya, pumps).members()).isEqualTo(2);
    }

    @Test
    void membersAreCountedAsTheyComeAndGo() {
        var pumps = found(Access.OPEN, true);
        var valves = found(Access.OPEN, true);
        for (var name : List.of("Ada Lindqvist", "Tom Okafor", "Uwe Brandt")) {
            memberships.enter(cast.person(name, PersonKind.EMPLOYEE), pumps);
        }
        memberships.enter(priya, valves);
        memberships.leave(cast.person("Tom Okafor", PersonKind.EMPLOYEE), pumps);

        assertThat(communities.find(priya, pumps).members()).isEqualTo(3);
        assertThat(communities.find(priya, valves).members()).isEqualTo(2);
        jdbc.sql("delete from membership where role = 'member'").update();
        assertThat(communities.find(bruno, pumps).members()).isEqualTo(1);
        assertThat(jdbc.sql(
                                "select bool_and(members = (select count(*) from membership where community_id = c.id)) from community c")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void onRequestMeansThatAnOwnerAgrees() {
        var quality = found(Access.REQUEST, true);

        assertThat(memberships.enter(priya, quality)).isEqualTo(Standing.REQUESTED);
        assertThat(communities.find(priya, quality).readable()).isFalse();
        assertThat(list.requests(bruno, quality, null, 20).items())
                .extracting(asking -> asking.person().name())
                .containsExactly("Priya Nair");

        memberships.agree(bruno, quality, priya.id());

        assertThat(communities.find(priya, quality).standing()).isEqualTo(Standing.MEMBER);
        assertThat(list.requests(bruno, quality, null, 20).items()).isEmpty();
    }

    @Test
    void aDeclinedRequestIsGone() {
        var quality = found(Access.REQUEST, true);
        memberships.enter(priya, quality);

        memberships.decline(bruno, quality, priya.id());
        memberships.agree(bruno, quality, priya.id());

        assertThat(communities.find(priya, quality).standing()).isNull();
    }

    @Test
    void anUnlistedCommunityIsFoundByWhoeverIsInvitedAndNobodyElse() {
        var secret = found(Access.INVITATION, false);
        assertThatThrownBy(() -> communities.find(priya, secret)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> memberships.enter(priya, secret)).isInstanceOf(NotFound.class);

        memberships.invite(bruno, secret, priya.id());

        assertThat(communities.find(priya, secret).standing()).isEqualTo(Standing.INVITED);
        assertThat(communities.find(priya, secret).readable()).isFalse();
        assertThat(memberships.enter(priya, secret)).isEqualTo(Standing.MEMBER);
        assertThat(communities.find(priya, secret).readable()).isTrue();
    }

    @Test
    void nobodyEntersAListedCommunityByInvitationUninvited() {
        var listed = found(Access.INVITATION, true);

        assertThatThrownBy(() -> memberships.enter(priya, listed)).isInstanceOf(Forbidden.class);
    }

    @Test
    void anInvitationEndsWithIt() {
        var secret = found(Access.INVITATION, false);
        memberships.invite(bruno, secret, priya.id());
        memberships.enter(priya, secret);

        memberships.remove(bruno, secret, priya.id());

        assertThatThrownBy(() -> memberships.enter(priya, secret)).isInstanceOf(NotFound.class);
    }

    @Test
    void theLastOwnerStays() {
        var pumps = found(Access.OPEN, true);

        assertThatThrownBy(() -> memberships.leave(bruno, pumps)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> memberships.put(bruno, pumps, bruno.id(), Standing.MEMBER))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> memberships.remove(bruno, pumps, bruno.id())).isInstanceOf(Conflict.class);
    }

    @Test
    void twoOwnersLeavingTogetherLeaveOne() throws Exception {
        var pumps = found(Access.OPEN, true);
        memberships.put(bruno, pumps, priya.id(), Standing.OWNER);

        try (var both = Executors.newFixedThreadPool(2)) {
            List<Callable<Object>> leaving = List.of(() -> leave(bruno, pumps), () -> leave(priya, pumps));
            for (var left : both.invokeAll(leaving)) {
                left.get();
            }
        }

        assertThat(list.members(cast.lucia(), pumps, null, Standing.OWNER, null, 20)
                        .items())
                .hasSize(1);
    }

    @Test
    void onlyOwnersLookAfterMembers() {
        var pumps = found(Access.OPEN, true);
        memberships.enter(priya, pumps);
        var lucia = cast.lucia();

        assertThatThrownBy(() -> memberships.put(priya, pumps, priya.id(), Standing.OWNER))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> memberships.invite(priya, pumps, lucia.id())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> memberships.remove(priya, pumps, bruno.id())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> communities.archive(priya, pumps, true)).isInstanceOf(Forbidden.class);
    }

    @Test
    void anArchivedCommunityTakesNobodyIn() {
        var pumps = found(Access.OPEN, true);
        communities.archive(bruno, pumps, true);

        assertThatThrownBy(() -> memberships.enter(priya, pumps)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> memberships.put(bruno, pumps, priya.id(), Standing.MEMBER))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> memberships.invite(bruno, pumps, priya.id())).isInstanceOf(Forbidden.class);
    }

    @Test
    void anArchivedCommunityStaysAsItIsUntilItOpensAgain() {
        var pumps = found(Access.OPEN, true);
        var form = CommunityForm.of(communities.find(bruno, pumps));
        communities.archive(bruno, pumps, true);

        assertThatThrownBy(() -> communities.update(bruno, pumps, form)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> communities.picture(bruno, pumps, null)).isInstanceOf(Forbidden.class);

        communities.archive(bruno, pumps, false);
        communities.update(bruno, pumps, form);
    }

    @Test
    void aGuestFindsOnlyWhereTheyAreInvited() {
        var pumps = found(Access.OPEN, true);
        var gil = cast.gil();

        assertThatThrownBy(() -> communities.find(gil, pumps)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> communities.create(gil, CommunityForm.blank())).isInstanceOf(Forbidden.class);
    }

    @Test
    void aGuestIsInvitedAndOwnsNothing() {
        var pumps = found(Access.OPEN, true);
        var gil = cast.gil();

        assertThatThrownBy(() -> memberships.put(bruno, pumps, gil.id(), Standing.MEMBER))
                .isInstanceOf(Forbidden.class);
        memberships.invite(bruno, pumps, gil.id());
        assertThat(communities.find(gil, pumps).readable()).isFalse();
        assertThat(memberships.enter(gil, pumps)).isEqualTo(Standing.MEMBER);

        assertThat(communities.find(gil, pumps).readable()).isTrue();
        assertThat(list.member(bruno, pumps, gil.id()).orElseThrow().guest()).isTrue();
        assertThatThrownBy(() -> memberships.put(bruno, pumps, gil.id(), Standing.OWNER))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> memberships.invite(
                        bruno,
                        pumps,
                        cast.person("Flora Former", PersonKind.FORMER).id()))
                .isInstanceOf(NotFound.class);
        memberships.remove(bruno, pumps, gil.id());
        assertThatThrownBy(() -> memberships.enter(gil, pumps)).isInstanceOf(NotFound.class);
    }

    @Test
    void whoeverPressesTheSameButtonAtOnceHasOneEffect() throws Exception {
        var quality = found(Access.REQUEST, true);
        memberships.put(bruno, quality, cast.nadia().id(), Standing.OWNER);
        var youssef = cast.youssef();
        var lucia = cast.lucia();

        together(() -> memberships.enter(priya, quality), () -> memberships.enter(priya, quality));
        assertThat(told("create", "membership_request", priya, quality)).isOne();
        together(
                () -> memberships.agree(bruno, quality, priya.id()),
                () -> memberships.agree(cast.nadia(), quality, priya.id()));
        assertThat(told("accept", "person", priya, quality)).isOne();

        memberships.enter(youssef, quality);
        together(
                () -> memberships.agree(bruno, quality, youssef.id()),
                () -> memberships.decline(cast.nadia(), quality, youssef.id()));
        assertThat(told("accept", "person", youssef, quality) + told("reject", "person", youssef, quality))
                .isOne();

        together(
                () -> memberships.invite(bruno, quality, lucia.id()),
                () -> memberships.put(cast.nadia(), quality, lucia.id(), Standing.MEMBER));
        memberships.leave(lucia, quality);
        memberships.leave(lucia, quality);
        assertThat(told("add", "person", lucia, quality)).isOne();
        assertThat(communities.find(lucia, quality).standing()).isNull();
    }

    @Test
    void membersAreListedOwnersFirstThenByNameAndPagedWithoutLoss() {
        var pumps = found(Access.OPEN, true);
        for (var viewer : List.of(priya, cast.lucia(), cast.youssef(), cast.nadia())) {
            memberships.enter(viewer, pumps);
        }

        var first = list.members(priya, pumps, null, null, null, 2);
        var second = list.members(priya, pumps, null, null, first.next(), 2);
        var third = list.members(priya, pumps, null, null, second.next(), 2);

        assertThat(List.of(first, second, third))
                .flatExtracting(slice -> slice.items().stream()
                        .map(member -> member.person().name())
                        .toList())
                .containsExactly("Bruno Tessier", "Nadia Berrada", "Youssef El Amrani", "Lucía Moreno", "Priya Nair");
        assertThat(third.next()).isNull();
        assertThat(list.members(priya, pumps, "moreno", null, null, 20).items()).hasSize(1);
    }

    @Test
    void closeNamesArePointedOutToWhoMayFindThem() {
        var open = communities.create(bruno, named("Predictive maintenance"));
        communities.create(bruno, form("Predictive maintenance, the board", Access.INVITATION, false));

        assertThat(communities.similar(priya, "predictive maintenence of pumps"))
                .extracting(Community::id)
                .containsExactly(open);
        assertThat(communities.similar(priya, "gardening")).isEmpty();
    }

    @Test
    void theListIsPagedAndNarrowed() {
        for (var number = 0; number < 5; number++) {
            communities.create(bruno, named("Choir " + number));
        }
        var filter = Communities.CommunityFilter.of("choir", null, null);

        var first = communities.list(priya, filter, Cursor.NEWEST, 3);
        var rest = communities.list(priya, filter, Cursor.of(String.valueOf(first.next())), 3);

        assertThat(first.items()).hasSize(3);
        assertThat(rest.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(communities
                        .list(bruno, Communities.CommunityFilter.of("choir", null, "owner"), Cursor.NEWEST, 20)
                        .items())
                .hasSize(5);
        assertThat(communities
                        .list(priya, Communities.CommunityFilter.of("choir", null, "joined"), Cursor.NEWEST, 20)
                        .items())
                .isEmpty();
    }

    private static void together(Press... presses) throws Exception {
        var barrier = new CyclicBarrier(presses.length);
        try (var all = Executors.newFixedThreadPool(presses.length)) {
            var pressing = Arrays.stream(presses)
                    .map(press -> (Callable<Object>) () -> {
                        barrier.await();
                        press.run();
                        return true;
                    })
                    .toList();
            for (var pressed : all.invokeAll(pressing)) {
                pressed.get();
            }
        }
    }

    private int told(String verb, String kind, Viewer about, CommunityId community) {
        return jdbc.sql("""
                select count(*) from journal
                 where verb = :verb and object_kind = :kind and object_id = :id and target_id = :community
                """)
                .param("community", community.value())
                .param("verb", verb)
                .param("kind", kind)
                .param("id", about.id().value())
                .query(Integer.class)
                .single();
    }

    private interface Press {

        void run() throws Exception;
    }

    private Object leave(Viewer viewer, CommunityId community) {
        try {
            memberships.leave(viewer, community);
            return true;
        } catch (Conflict lastOwner) {
            return false;
        }
    }

    private CommunityId found(Access access, boolean listed) {
        return communities.create(bruno, form("A place", access, listed));
    }

    private static CommunityForm named(String name) {
        return form(name, Access.OPEN, true);
    }

    private static CommunityForm form(String name, Access access, boolean listed) {
        return new CommunityForm(name, "What for", "business", access.code(), listed, null, null);
    }
}
