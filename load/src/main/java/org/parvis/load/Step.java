package org.parvis.load;

import java.util.List;

/** One request of somebody, and what its answer has to be. */
final class Step {

    /** What kind of answer is asked for, as a browser says it. */
    enum Shape {
        PAGE("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
        FRAME("text/html, application/xhtml+xml"),
        STREAM("text/vnd.turbo-stream.html, text/html, application/xhtml+xml"),
        JSON("application/json"),
        EVENTS("text/event-stream"),
        OTHER("*/*");

        private final String accept;

        Shape(String accept) {
            this.accept = accept;
        }
    }

    final Kind kind;
    final Person person;
    final String path;
    final Shape shape;
    final String frame;
    final Body body;
    final int status;
    final List<String> marks;

    /** When it left, in nanoseconds; how long its answer took, in milliseconds; what was wrong with it, if anything. */
    final long begun = System.nanoTime();

    /** What lies on the desk again once it is kept. */
    Sheet sheet = Sheet.NONE;

    int answered = -1;
    int took = -1;
    String wrong = "";

    /** A draft may have been kept or published from another page of the same person since this one was shown. */
    boolean allows(int answer) {
        return answer == status || (kind == Kind.DRAFT || kind == Kind.POST) && answer == 409;
    }

    private Step(
            Kind kind,
            Person person,
            String path,
            Shape shape,
            String frame,
            Body body,
            int status,
            List<String> marks) {
        this.kind = kind;
        this.person = person;
        this.path = path;
        this.shape = shape;
        this.frame = frame;
        this.body = body;
        this.status = status;
        this.marks = marks;
    }

    /** A whole page in which each of these is found. */
    static Step page(Kind kind, Person person, String path, String... marks) {
        return new Step(kind, person, path, Shape.PAGE, "", Body.NONE, 200, List.of(marks));
    }

    static Step frame(Kind kind, Person person, String path, String frame) {
        return new Step(kind, person, path, Shape.FRAME, frame, Body.NONE, 200, List.of("id=\"" + frame + "\""));
    }

    static Step fetch(Kind kind, Person person, String path, Shape shape, String... marks) {
        return new Step(kind, person, path, shape, "", Body.NONE, 200, List.of(marks));
    }

    static Step send(Kind kind, Person person, String path, Body body, Shape shape, int status, String... marks) {
        return new Step(kind, person, path, shape, "", body, status, List.of(marks));
    }

    String method() {
        return body == Body.NONE ? "GET" : "POST";
    }

    String accept() {
        return shape.accept;
    }
}
