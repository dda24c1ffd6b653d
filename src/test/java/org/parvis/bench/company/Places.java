package org.parvis.bench.company;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The communities, numbered from 1, the largest first: everybody is in the first; of the others the middle one has 20
 * members and one in a hundred more than 5,000, as Zipf's law has it between them.
 */
final class Places {

    private static final double MEDIAN = 20;

    /** From 20 members at the middle rank to 5,000 at the hundredth part: ln(5000 / 20) / ln(0.5 / 0.01). */
    private static final double SLOPE = Math.log(250) / Math.log(50);

    private static final int FEWEST = 4;
    private static final double LARGEST = .4;

    private static final List<String> SUBJECTS = List.of(
            "Quality",
            "Maintenance",
            "Sécurité au travail",
            "Running",
            "New colleagues",
            "Innovation",
            "Einkauf",
            "Logistique",
            "Works council",
            "Welding",
            "Énergie",
            "Data",
            "Ventas",
            "Lean",
            "Photography",
            "Cuisine",
            "Women in engineering",
            "Buying and selling",
            "Chantier 2030",
            "Pumps",
            "Robotics",
            "Padel",
            "Formação",
            "Apprentices",
            "Customer service",
            "Méthodes",
            "Spare parts",
            "Book club",
            "Carpooling",
            "IT help",
            "Budget",
            "Audit",
            "Instandhaltung",
            "Gardens",
            "Laboratory",
            "Tooling",
            "Planning",
            "First aid",
            "Choir",
            "Tender team");

    private final Blueprint company;
    private final Staff staff;
    private final List<Place> all = new ArrayList<>();
    private final double[] before;
    private final int[][] departments;

    Places(Blueprint company, Staff staff) {
        this.company = company;
        this.staff = staff;
        departments = departments();
        for (var id = 1; id <= company.communities(); id++) all.add(place(id));
        before = new double[all.size() + 1];
        for (var n = 0; n < all.size(); n++)
            before[n + 1] = before[n] + all.get(n).weight();
    }

    List<Place> all() {
        return all;
    }

    Place everybody() {
        return all.getFirst();
    }

    /** Where something is written. */
    Place one(Draw draw) {
        var found = Arrays.binarySearch(before, draw.unit() * before[before.length - 1]);
        return all.get(Math.min(all.size() - 1, found >= 0 ? found : -found - 2));
    }

    Rows rows() {
        var rows = new Rows(
                "community", "id,name,description,purpose,access,listed,posting,tone,created_by,created_at,active_at");
        for (var place : all) {
            rows.begin()
                    .number(place.id())
                    .text(place.name())
                    .text("What moves us in " + place.name() + ".")
                    .text(place.purpose())
                    .text(place.access())
                    .flag(place.listed())
                    .text(place.posting())
                    .small(place.id() % 9)
                    .number(place.members()[0])
                    .moment(place.created())
                    .moment(place.created());
        }
        return rows;
    }

    /** Without the names by which the members are sorted. */
    Rows memberships(String table) {
        var rows = new Rows(table, "community_id,person_id,role,since");
        for (var place : all) {
            var draw = Draw.of(company.seed(), Draw.Of.MEMBER, -place.id());
            for (var n = 0; n < place.members().length; n++) {
                var since = place.created() + (long) (draw.unit() * draw.unit() * (company.end() - place.created()));
                rows.begin()
                        .number(place.id())
                        .number(place.members()[n])
                        .text(n < place.owners() ? "owner" : "member")
                        .moment(n == 0 ? place.created() : since);
            }
        }
        return rows;
    }

    private Place place(int id) {
        var draw = Draw.of(company.seed(), Draw.Of.COMMUNITY, id);
        var members = id == 1 ? employees() : members(id, draw);
        var way = draw.unit();
        var open = id <= company.communities() / 200 || way < .55;
        var listed = open || way < .9;
        var age = company.end() - company.start();
        return new Place(
                id,
                id == 1 ? "Valmont Aubier" : name(id - 2),
                id == 1 ? "en" : Phrases.LANGUAGES.get(draw.early(Phrases.LANGUAGES.size(), 1.6)),
                id == 1 || draw.chance(.85) ? "business" : draw.chance(.2) ? "hr" : "leisure",
                open ? "open" : way < .8 ? "request" : "invitation",
                listed,
                id > 1 && draw.chance(.05) ? "owners" : "members",
                id == 1 ? company.start() : company.start() + (long) (age * .8 * Math.pow(draw.unit(), 2)),
                members,
                Math.pow(members.length, .7) * draw.around(1, .8));
    }

    /** Everybody else's names are of a subject and a site, each pair once as long as there are pairs. */
    private static String name(int n) {
        var subject = SUBJECTS.get(n % SUBJECTS.size());
        var site = Country.SITES.get(n / SUBJECTS.size() % Country.SITES.size());
        var round = n / SUBJECTS.size() / Country.SITES.size();
        return subject + " " + site + (round == 0 ? "" : " " + (round + 1));
    }

    private int[] employees() {
        return IntStream.range(0, staff.size())
                .map(staff::byRank)
                .filter(person -> !staff.isGuest(person))
                .toArray();
    }

    private int[] members(int id, Draw draw) {
        var wanted = MEDIAN * Math.pow(company.communities() / 2.0 / (id - 1), SLOPE);
        var size = (int) Math.max(FEWEST, Math.min(wanted, staff.size() * LARGEST));
        return size > staff.size() / 8 ? many(id, size) : some(size, draw);
    }

    private int[] many(int id, int size) {
        var share = (double) size / staff.size();
        return IntStream.range(0, staff.size())
                .map(staff::byRank)
                .filter(person ->
                        Draw.of(company.seed() + id, Draw.Of.MEMBER, person).chance(share))
                .toArray();
    }

    // Most are of one department, and who writes much is in more communities.
    private int[] some(int size, Draw draw) {
        var home = departments[draw.below(departments.length)];
        var found = new HashSet<Integer>();
        while (found.size() < size) {
            var near = home.length > 2 * size && draw.chance(.6);
            found.add(near ? home[draw.below(home.length)] : staff.byRank(draw.early(staff.size(), 1.6)));
        }
        return found.stream()
                .sorted((a, b) -> Integer.compare(staff.rank(a), staff.rank(b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int[][] departments() {
        return IntStream.rangeClosed(1, staff.size())
                .boxed()
                .collect(Collectors.groupingBy(staff::department))
                .values()
                .stream()
                .map(people -> people.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
