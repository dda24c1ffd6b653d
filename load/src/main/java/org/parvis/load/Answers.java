package org.parvis.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Looks at every answer: the page that was asked for, whole, for whom it is meant, and nothing they may not read. */
final class Answers {

    private static final int LATER = 200_000;

    private static final String END = "</html>";
    private static final String ACCOUNT = "id=\"account\"";
    private static final String PERSON = "href=\"/people/";
    private static final String SENT = "<turbo-stream";

    private final Company company;
    private final Day day;
    private final List<Shown> later = new ArrayList<>();

    Answers(Company company, Day day) {
        this.company = company;
        this.day = day;
    }

    /** A post that was written since the run began, and to whom it was shown. */
    record Shown(int person, int post) {}

    /** What is wrong with an answer; empty when nothing is. */
    String judge(Step step, byte[] bytes) {
        // What is looked for is ASCII: a byte for a letter, found at the speed of the processor.
        var answer = new String(bytes, StandardCharsets.ISO_8859_1);
        for (var mark : step.marks) {
            if (!answer.contains(mark)) return "another page than was asked for";
        }
        if (step.sheet.lies()) step.person.open(step.sheet);
        return switch (step.shape) {
            case PAGE -> page(step, answer);
            case FRAME, STREAM -> part(step, answer);
            case JSON, OTHER, EVENTS -> "";
        };
    }

    /** What was shown that only the database of afterwards can tell about. */
    synchronized List<Shown> later() {
        return List.copyOf(later);
    }

    private String page(Step step, String answer) {
        if (answer.indexOf(END, answer.length() - 40) < 0) return "half a page";
        var account = answer.indexOf(ACCOUNT);
        var whose = account < 0 ? -1 : answer.indexOf(PERSON, account);
        if (whose < 0 || Reading.number(answer, whose + PERSON.length()) != step.person.number()) {
            return "the page of somebody else";
        }
        var reading = reading(step, answer);
        step.person.see(reading.look());
        day.came(step.person);
        return reading.forbidden();
    }

    private String part(Step step, String answer) {
        if (step.shape == Step.Shape.STREAM && !answer.isEmpty() && !answer.contains(SENT)) return "no stream";
        var reading = reading(step, answer);
        var sight = reading.look();
        if (step.frame.equals("composer")) {
            step.person.open(Sheet.in(answer));
        } else if (step.kind == Kind.FURTHER) {
            step.person.see(sight);
        }
        return reading.forbidden();
    }

    private Reading reading(Step step, String answer) {
        var person = step.person.number();
        return new Reading(answer, post -> mayRead(person, post), community -> company.mayFind(person, community));
    }

    private boolean mayRead(int person, int post) {
        if (company.knows(post)) return company.mayRead(person, post);
        synchronized (this) {
            if (later.size() < LATER) later.add(new Shown(person, post));
        }
        return true;
    }
}
