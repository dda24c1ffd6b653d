package org.parvis.load;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What is done next, and by whom. The kinds come as often as on a working day; who opens home is drawn by Zipf's law, so
 * that the active ones are active; everything else is done by somebody who has a page before them that offers it.
 */
final class Day {

    private static final int PRESENT = 4_000;
    private static final int TRIES = 40;

    private static final List<String> WORDS = List.of(
            "Merci pour le partage, nous avons le même sujet sur la ligne 4 et nous cherchons depuis une semaine.",
            "Thanks, this helps.",
            "We changed the seals last month and the leak is gone; the report is in the community's files. Ask me if you need the drawings, we keep both versions.",
            "Gute Arbeit! Wann kommt das in unser Werk?",
            "Bravo à toute l’équipe.",
            "¿Alguien sabe si el nuevo proveedor entrega también en Querétaro? Lo necesitamos antes de fin de mes para no parar la línea.");

    private final Company company;
    private final List<Person> people;
    private final Random random;
    private final double[] mix = new double[Kind.values().length];
    private final Person[] present = new Person[PRESENT];
    private int came;

    Day(Company company, List<Person> people, long seed) {
        this.company = company;
        this.people = people;
        this.random = new Random(seed);
        var kinds = Kind.values();
        System.arraycopy(sums(kinds.length, n -> kinds[n].daily()), 0, mix, 0, kinds.length);
    }

    synchronized Step next() {
        return switch (Kind.values()[draw(mix)]) {
            case HOME -> home();
            case THREAD -> by(person -> !person.sight().posts().isEmpty(), this::thread);
            case COMMUNITY -> by(person -> !person.sight().communities().isEmpty(), this::community);
            case PROFILE -> by(person -> !person.sight().people().isEmpty(), this::profile);
            case NOTIFICATIONS ->
                by(person -> true, person -> page(Kind.NOTIFICATIONS, person, "/notifications", "id=\"bell-phone\""));
            case DIRECTORY -> by(person -> true, person -> page(Kind.DIRECTORY, person, "/people", "name=\"q\""));
            case FILE -> by(person -> !person.sight().files().isEmpty(), this::file);
            case FURTHER -> by(person -> person.sight().goesOn(), this::further);
            case FRAME -> by(person -> true, this::frame);
            case LIVE -> by(Person::opensMore, this::live);
            case TYPEAHEAD -> by(person -> true, this::typeahead);
            case DRAFT -> by(person -> person.sheet().lies(), this::draft);
            case REACTION -> by(person -> !person.sight().reactions().isEmpty(), this::reaction);
            case COMMENT -> by(person -> person.sight().commentable() > 0, this::comment);
            case POST -> by(person -> person.sheet().lies(), this::post);
            case UPLOAD -> by(person -> true, this::upload);
            case JOIN -> by(person -> person.sight().entries().stream().anyMatch(this::harmless), this::join);
            case VOTE -> by(person -> !person.sight().votes().isEmpty(), this::vote);
        };
    }

    /** Somebody has a page before them. */
    synchronized void came(Person person) {
        present[came++ % PRESENT] = person;
    }

    // Who opens home first, when nobody is there who could do it.
    private Step by(Predicate<Person> able, Deed deed) {
        var there = Math.min(came, PRESENT);
        for (var n = 0; n < TRIES && there > 0; n++) {
            var person = present[random.nextInt(there)];
            if (able.test(person)) return deed.of(person);
        }
        return home();
    }

    private Step home() {
        // Whoever comes on a day comes two or three times; nobody a thousand times.
        var person = people.get(random.nextInt(people.size()));
        var view = random.nextInt(20);
        return page(
                Kind.HOME, person, view < 15 ? "/" : view < 18 ? "/?view=following" : "/?view=company", "id=\"feed\"");
    }

    private Step thread(Person person) {
        return thread(person, one(person.sight().posts()));
    }

    static Step thread(Person person, int post) {
        return page(Kind.THREAD, person, "/posts/" + post, "id=\"post_%d\"".formatted(post), "id=\"comments\"");
    }

    private Step community(Person person) {
        var path = "/communities/" + one(person.sight().communities());
        return page(Kind.COMMUNITY, person, path, "\"%s/about\"".formatted(path));
    }

    private Step profile(Person person) {
        var path = "/people/" + one(person.sight().people());
        return page(Kind.PROFILE, person, path, "\"%s/followers\"".formatted(path));
    }

    private Step file(Person person) {
        return Step.fetch(Kind.FILE, person, one(person.sight().files()), Step.Shape.OTHER);
    }

    private Step further(Person person) {
        var further = person.sight().further();
        return further.frame().isEmpty()
                ? page(Kind.FURTHER, person, further.path())
                : Step.frame(Kind.FURTHER, person, further.path(), further.frame());
    }

    private Step frame(Person person) {
        var posts = person.sight().posts();
        return switch (random.nextInt(posts.isEmpty() ? 2 : 4)) {
            case 0 -> bell(person);
            case 1 -> Step.frame(Kind.FRAME, person, "/posts/new", "composer");
            default -> whoReacted(person, one(posts));
        };
    }

    static Step whoReacted(Person person, int post) {
        return Step.frame(Kind.FRAME, person, "/posts/%d/reactions".formatted(post), "post_%d_who".formatted(post));
    }

    static Step bell(Person person) {
        return Step.fetch(Kind.FRAME, person, "/notifications/bell", Step.Shape.STREAM, "id=\"bell\"");
    }

    private Step live(Person person) {
        return Step.fetch(Kind.LIVE, person, "/live?last=" + person.sight().position(), Step.Shape.EVENTS);
    }

    private Step typeahead(Person person) {
        var name = one(company.names());
        var typed = name.substring(0, Math.min(name.length(), 2 + random.nextInt(4)));
        var path = random.nextBoolean() ? "/search/suggestions?q=" : "/mentions/people?q=";
        return Step.fetch(
                Kind.TYPEAHEAD,
                person,
                path + URLEncoder.encode(typed, StandardCharsets.UTF_8),
                Step.Shape.OTHER,
                "role=\"option\"");
    }

    private Step draft(Person person) {
        var step = Step.send(Kind.DRAFT, person, "/drafts", Body.fields(written(person)), Step.Shape.JSON, 204);
        // A browser keeps it once more when the answer is there, not before.
        step.sheet = person.sheet();
        person.open(Sheet.NONE);
        return step;
    }

    private Step post(Person person) {
        var body = Body.multipart(written(person));
        person.open(Sheet.NONE);
        return Step.send(Kind.POST, person, "/posts", body, Step.Shape.STREAM, 200, "target=\"feed\"");
    }

    private Map<String, String> written(Person person) {
        var sheet = person.sheet();
        var fields = new LinkedHashMap<String, String>();
        fields.put("inPlace", "true");
        fields.put("draft", sheet.draft());
        fields.put("version", sheet.version());
        fields.put("window", sheet.window());
        fields.put("kind", "update");
        // The same place for the draft and the post that it becomes.
        var places = sheet.places();
        fields.put(
                "community",
                places.isEmpty()
                        ? ""
                        : places.get(Math.floorMod(sheet.draft().hashCode(), places.size()))
                                .toString());
        fields.put("title", "");
        fields.put("text", words());
        return fields;
    }

    private Step reaction(Person person) {
        var form = one(person.sight().reactions());
        var bar = "target=\"post_%s_bar\"".formatted(form.path().split("/")[2]);
        return Step.send(Kind.REACTION, person, form.path(), Body.of(form.fields()), Step.Shape.STREAM, 200, bar);
    }

    private Step comment(Person person) {
        var post = person.sight().commentable();
        var body = Body.multipart(Map.of("inPlace", "true", "text", words()));
        return Step.send(
                Kind.COMMENT,
                person,
                "/posts/%d/comments".formatted(post),
                body,
                Step.Shape.STREAM,
                200,
                "target=\"comments_of_%d\"".formatted(post));
    }

    private Step upload(Person person) {
        var body = Body.file("notes.txt", words().repeat(200).getBytes(StandardCharsets.UTF_8));
        return Step.send(Kind.UPLOAD, person, "/files", body, Step.Shape.OTHER, 200, "name=\"files\"");
    }

    private Step join(Person person) {
        var form = one(person.sight().entries().stream().filter(this::harmless).toList());
        var followed = form.path().startsWith("/people/");
        return Step.send(
                Kind.JOIN,
                person,
                form.path(),
                Body.of(form.fields()),
                Step.Shape.STREAM,
                followed ? 200 : 303,
                followed ? new String[] {"id=\"follow_" + form.path().split("/")[2]} : new String[0]);
    }

    // Whoever accepts an invitation may read more than the company says they do.
    private boolean harmless(Sight.Form entry) {
        return entry.path().startsWith("/people/")
                || company.isOpen(Integer.parseInt(entry.path().split("/")[2]));
    }

    private Step vote(Person person) {
        var form = one(person.sight().votes());
        return Step.send(Kind.VOTE, person, form.path(), Body.of(form.fields()), Step.Shape.STREAM, 200);
    }

    private String words() {
        return one(WORDS) + " (" + UUID.randomUUID().toString().substring(0, 8) + ")";
    }

    private static Step page(Kind kind, Person person, String path, String... marks) {
        return Step.page(kind, person, path, marks);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private int draw(double[] sums) {
        var at = java.util.Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        return at < 0 ? -at - 1 : at;
    }

    private static double[] sums(int size, java.util.function.IntToDoubleFunction weight) {
        var sums = new double[size];
        for (var n = 0; n < size; n++) {
            sums[n] = (n == 0 ? 0 : sums[n - 1]) + weight.applyAsDouble(n);
        }
        return sums;
    }

    private interface Deed {
        Step of(Person person);
    }
}
