package org.parvis.load;

import java.util.List;

/**
 * The chief executive has posted: one colleague after the other, whether active or not, comes by the link to it, looks
 * around and goes. Twelve requests each.
 */
final class Event {

    private static final int AT_ONCE = 800;

    private final int post;
    private final List<Person> people;
    private final Visit[] visits = new Visit[AT_ONCE];
    private int coming;
    private int turn;

    Event(int post, List<Person> people) {
        this.post = post;
        this.people = people;
        for (var n = 0; n < visits.length; n++) {
            // They are not all at the same point.
            visits[n] = new Visit(someone(), n % 12);
        }
    }

    synchronized Step next() {
        var n = turn++ % visits.length;
        var visit = visits[n];
        visits[n] = visit.done == 11 ? new Visit(someone(), 0) : new Visit(visit.person, visit.done + 1);
        return step(visit.person, visit.done);
    }

    private Step step(Person person, int done) {
        return switch (done) {
            case 0, 9 -> Day.thread(person, post);
            case 1, 7 ->
                Step.fetch(Kind.LIVE, person, "/live?last=" + person.sight().position(), Step.Shape.EVENTS);
            case 2, 8 -> Day.whoReacted(person, post);
            case 3, 6, 11 -> Day.bell(person);
            case 4 -> Step.page(Kind.HOME, person, "/", "id=\"feed\"");
            case 5 -> Step.page(Kind.NOTIFICATIONS, person, "/notifications", "id=\"bell-phone\"");
            default -> Step.page(Kind.PROFILE, person, "/people/" + person.number(), "id=\"account\"");
        };
    }

    // Neighbours in the list are not neighbours in time.
    private Person someone() {
        return people.get((int) (coming++ * 7_919L % people.size()));
    }

    private record Visit(Person person, int done) {}
}
