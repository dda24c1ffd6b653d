package org.parvis.bench.company;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The people, numbered from 1, who is the chief executive. Each reports to somebody with a lower number. */
final class Staff {

    static final int CHIEF_EXECUTIVE = 1;
    static final int ADMINISTRATOR = 2;

    static final String DOMAIN = "valmont-aubier.example";

    private static final int REPORTS = 9;

    private static final List<String> TITLES = List.of(
            "Fitter",
            "Process engineer",
            "Buyer",
            "Responsable qualité",
            "Machinist",
            "Welder",
            "Planner",
            "Accountant",
            "Technicien de maintenance",
            "Projektleiterin",
            "Jefe de taller",
            "Data analyst",
            "Nurse",
            "Driver",
            "Sales engineer",
            "Assistante");

    private static final List<String> FIELDS = List.of(
            "Production",
            "Maintenance",
            "Quality",
            "Purchasing",
            "Logistics",
            "Engineering",
            "Sales",
            "Finance",
            "Human resources",
            "Information systems",
            "Safety and environment",
            "Research",
            "Services",
            "Communication");

    private static final List<String> KNOWN = List.of(
            "welding",
            "hydraulics",
            "planning",
            "purchasing law",
            "vibration",
            "heat treatment",
            "SAP",
            "robotics",
            "first aid",
            "metrology",
            "energy",
            "customs",
            "pumps",
            "safety",
            "training",
            "corrosion");

    /** Somebody, as the directory knows them. */
    record Person(Country country, String site, String given, String family, String department) {

        String name() {
            return given + " " + family;
        }
    }

    private final Blueprint company;
    private final int[] byRank;
    private final int[] rank;

    Staff(Blueprint company) {
        this.company = company;
        var place = new double[company.people() + 1];
        for (var n = 1; n <= company.people(); n++) {
            // Guests come last, so that they own nothing.
            place[n] = Draw.of(company.seed(), Draw.Of.RANK, n).unit() + (isGuest(n) ? 1 : 0);
        }
        byRank = IntStream.rangeClosed(1, company.people())
                .boxed()
                .sorted((a, b) -> Double.compare(place[a], place[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        rank = new int[company.people() + 1];
        for (var n = 0; n < byRank.length; n++) rank[byRank[n]] = n;
    }

    int size() {
        return company.people();
    }

    /** How many write or react more than somebody does: 0 is who does it most. */
    int rank(int person) {
        return rank[person];
    }

    int byRank(int rank) {
        return byRank[rank];
    }

    /** One in a hundred, of those who lead nobody. */
    boolean isGuest(int person) {
        return person % 100 == 99 && person > company.people() / REPORTS + 2;
    }

    int departments() {
        return Math.max(3, company.people() / 250);
    }

    int department(int person) {
        return Draw.of(company.seed(), Draw.Of.PERSON, person).early(departments(), 1.5);
    }

    Person person(int n) {
        var draw = Draw.of(company.seed(), Draw.Of.PERSON, n);
        var department = draw.early(departments(), 1.5);
        var country = Country.ALL.get(draw.early(Country.ALL.size(), 2.5));
        var names = Country.NAMES.get(country.names());
        if (names == null) throw new IllegalStateException(country.names());
        return new Person(
                country,
                draw.one(country.sites()),
                draw.one(names.getFirst()),
                draw.one(names.getLast()) + (draw.chance(.2) ? " " + draw.one(names.getLast()) : ""),
                FIELDS.get(department % FIELDS.size()) + " " + (1 + department / FIELDS.size()));
    }

    String email(int n) {
        return switch (n) {
            case CHIEF_EXECUTIVE -> "chief.executive@" + DOMAIN;
            case ADMINISTRATOR -> "administrator@" + DOMAIN;
            default -> local(person(n)) + "." + n + "@" + DOMAIN;
        };
    }

    Rows rows() {
        var rows = new Rows(
                "person",
                "id,kind,state,name,given_name,family_name,email,job_title,department,organisation,site,country,phone,"
                        + "language,time_zone,population,manager_id,expertise,created_at,updated_at");
        for (var n = 1; n <= size(); n++) add(rows, n, person(n));
        return rows;
    }

    private void add(Rows rows, int n, Person person) {
        var draw = Draw.of(company.seed(), Draw.Of.PERSON, -n);
        rows.begin()
                .number(n)
                .text(isGuest(n) ? "guest" : "employee")
                .text("active")
                .text(person.name())
                .text(person.given())
                .text(person.family())
                .text(email(n))
                .text(n == CHIEF_EXECUTIVE ? "Chief executive" : draw.one(TITLES))
                .text(person.department())
                .text("Valmont Aubier " + person.country().code())
                .text(person.site())
                .text(person.country().code())
                .text("+33 1 %07d".formatted(n))
                .text(person.country().reads())
                .text(person.country().zone())
                .text(draw.chance(.4) ? "desk" : "field")
                .id(n == CHIEF_EXECUTIVE ? 0 : 1 + (n - 2) / REPORTS)
                .texts(draw.chance(.2) ? List.of(draw.one(KNOWN)) : List.of())
                .moment(company.start())
                .moment(company.start());
    }

    private static String local(Person person) {
        var latin = Normalizer.normalize(person.name(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z ]", "")
                .strip()
                .replaceAll(" +", ".");
        return latin.isEmpty() ? "p" : latin;
    }
}
