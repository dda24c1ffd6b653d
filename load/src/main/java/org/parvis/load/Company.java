package org.parvis.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who may read what, as the database says it when the run begins, small enough to be asked of every link: what Parvis
 * shows is judged by what is written here, not by Parvis. The load takes nobody out of anything.
 */
final class Company {

    private static final int WALL = 0;
    private static final int GONE = -1;

    private enum Door {
        ABSENT,
        OPEN,
        CLOSED,
        UNLISTED
    }

    private final BitSet employees = new BitSet();
    private final Map<Integer, Integer> hidden = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private Door[] doors = {};
    private int[] places = {};
    private long[] memberships = {};
    private long[] invitations = {};
    private int announced;

    static Company read(Connection database) throws SQLException {
        var company = new Company();
        company.readCommunities(database);
        company.memberships = pairs(database, "select person_id, community_id from membership");
        company.invitations = pairs(database, "select person_id, community_id from invitation");
        company.readPosts(database);
        each(database, "select id from person where kind = 'employee'", row -> company.employees.set(row.getInt(1)));
        each(
                database,
                "select coalesce(given_name, name) from person where deleted_at is null order by md5(id::text) limit 5000",
                row -> company.names.add(row.getString(1)));
        each(database, """
                select p.id
                  from post p
                  left join community c on c.id = p.community_id
                 where p.deleted_at is null and p.hidden_at is null
                   and (p.community_id is null or c.access = 'open' and c.deleted_at is null)
                 order by p.author_id = (select followed_id from person_follow group by 1 order by count(*) desc, 1 limit 1)
                          desc nulls last,
                       p.published_at desc
                 limit 1
                """, row -> company.announced = row.getInt(1));
        return company;
    }

    /** Whether the database told of this post: those that are written meanwhile are judged afterwards. */
    boolean knows(int post) {
        return post < places.length;
    }

    boolean mayRead(int person, int post) {
        var place = places[post];
        if (place == GONE || hidden.getOrDefault(post, person) != person) return false;
        return place == WALL ? employees.get(person) : mayEnter(person, place);
    }

    boolean mayFind(int person, int community) {
        return switch (door(community)) {
            case ABSENT -> false;
            case OPEN, CLOSED -> employees.get(person) || isNamed(person, community);
            case UNLISTED -> isNamed(person, community);
        };
    }

    /** Whether whoever comes in may read no more than before. */
    boolean isOpen(int community) {
        return door(community) == Door.OPEN;
    }

    /** Names of colleagues, to be looked for. */
    List<String> names() {
        return names;
    }

    boolean isEmployee(int person) {
        return employees.get(person);
    }

    /** The newest post of whom most people follow that every employee may read; somebody else's when there is none. */
    int announced() {
        return announced;
    }

    private boolean mayEnter(int person, int community) {
        return door(community) == Door.OPEN && employees.get(person) || isIn(memberships, person, community);
    }

    private boolean isNamed(int person, int community) {
        return isIn(memberships, person, community) || isIn(invitations, person, community);
    }

    private Door door(int community) {
        return community < doors.length ? doors[community] : Door.ABSENT;
    }

    private void readCommunities(Connection database) throws SQLException {
        doors = new Door[greatest(database, "community") + 1];
        Arrays.fill(doors, Door.ABSENT);
        each(
                database,
                "select id, access, listed from community where deleted_at is null",
                row -> doors[row.getInt(1)] = door(row.getString(2), row.getBoolean(3)));
    }

    private static Door door(String access, boolean listed) {
        if (access.equals("open")) return Door.OPEN;
        return listed ? Door.CLOSED : Door.UNLISTED;
    }

    private void readPosts(Connection database) throws SQLException {
        places = new int[greatest(database, "post") + 1];
        Arrays.fill(places, GONE);
        each(database, """
                select id, coalesce(community_id, 0), case when hidden_at is not null then author_id end
                  from post
                 where deleted_at is null
                """, row -> {
            if (row.getInt(1) < places.length) places[row.getInt(1)] = row.getInt(2);
            if (row.getInt(3) != 0) hidden.put(row.getInt(1), row.getInt(3));
        });
    }

    private static boolean isIn(long[] pairs, int person, int community) {
        return Arrays.binarySearch(pairs, pair(person, community)) >= 0;
    }

    private static long pair(int person, int community) {
        return (long) person << 32 | community;
    }

    private static long[] pairs(Connection database, String sql) throws SQLException {
        var pairs = new ArrayList<Long>();
        each(database, sql, row -> pairs.add(pair(row.getInt(1), row.getInt(2))));
        return pairs.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static int greatest(Connection database, String table) throws SQLException {
        var greatest = new int[1];
        each(database, "select coalesce(max(id), 0) from " + table, row -> greatest[0] = row.getInt(1));
        return greatest[0];
    }

    static void each(Connection database, String sql, Row row) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.setFetchSize(10_000);
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) row.read(rows);
            }
        }
    }

    interface Row {
        void read(ResultSet row) throws SQLException;
    }
}
