package org.parvis.load;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.core.CoreDsl.bodyBytes;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.doSwitch;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.onCase;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.sse;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.http.client.Request;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Supplier;

/**
 * Requests at the given rate, whatever their answers take: each of Gatling's users makes one, for the person whose turn
 * it is, so that nobody waits for anybody.
 */
public final class WorkingDay extends Simulation {

    private static final String STEP = "step";
    private static final Duration STAY = Duration.ofSeconds(20);
    private static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36";

    private final Load load = Load.current();

    public WorkingDay() {
        var populations = new ArrayList<PopulationBuilder>();
        populations.add(population("working day", load::next, load.rate()));
        if (load.eventRate() > 0) {
            populations.add(population("chief executive's post", load::nextOfEvent, load.eventRate()));
        }
        setUp(populations).protocols(browser());
    }

    @Override
    public void after() {
        load.end();
    }

    private PopulationBuilder population(String name, Supplier<Step> next, double rate) {
        return scenario(name)
                .exec(session -> session.set(STEP, next.get()))
                .exec(doSwitch(WorkingDay::way)
                        .on(
                                onCase("listen").then(listen()),
                                onCase("GET").then(ask(request())),
                                onCase("POST")
                                        .then(ask(request()
                                                .body(ByteArrayBody(session ->
                                                        step(session).body.bytes()))))))
                .injectOpen(
                        rampUsersPerSec(Math.min(1, rate)).to(rate).during(load.warmUp()),
                        constantUsersPerSec(rate).during(load.seconds()));
    }

    private HttpProtocolBuilder browser() {
        return http.baseUrl(load.address())
                .shareConnections()
                .disableFollowRedirect()
                .disableCaching()
                .disableAutoReferer()
                .acceptEncodingHeader("gzip, deflate, br, zstd")
                .acceptLanguageHeader("fr-FR,fr;q=0.9,en;q=0.8")
                .userAgentHeader(BROWSER)
                .header("Sec-Fetch-Site", "same-origin")
                .sign(WorkingDay::dress);
    }

    private static HttpRequestActionBuilder request() {
        return http(session -> step(session).kind.label())
                .httpRequest(session -> step(session).method(), session -> step(session).path);
    }

    private ChainBuilder ask(HttpRequestActionBuilder request) {
        return exec(request.check(
                        responseTimeInMillis().validate("time", (time, session) -> step(session).took = time),
                        status().validate("status", this::answered),
                        bodyBytes().validate("answer", this::judged)))
                .exec(this::over);
    }

    private Integer answered(Integer status, Session session) {
        var step = step(session);
        step.answered = status;
        return step.allows(status) ? status : wrong(step, "answered " + status);
    }

    private byte[] judged(byte[] answer, Session session) {
        var step = step(session);
        if (step.answered != step.status) return answer;
        var found = load.judge(step, answer);
        return found.isEmpty() ? answer : wrong(step, found);
    }

    private static <T> T wrong(Step step, String what) {
        step.wrong = what;
        throw new IllegalStateException(what);
    }

    private ChainBuilder listen() {
        return exec(WorkingDay::listens)
                .exec(sse(Kind.LIVE.label())
                        .get(session -> step(session).path)
                        .header("Cookie", session -> step(session).person.cookie())
                        .await(10)
                        // What was missed comes before.
                        .on(sse.checkMessage("greeting")
                                .matching(regex("hello|reset"))
                                .check(regex("hello|reset"))))
                .exec(this::greeted)
                .pause(STAY)
                .exec(sse("close").close())
                .exec(WorkingDay::left);
    }

    private static Session listens(Session session) {
        step(session).person.listens();
        return session;
    }

    private static Session left(Session session) {
        step(session).person.left();
        return session;
    }

    private Session greeted(Session session) {
        if (!session.isFailed()) step(session).answered = 200;
        return over(session);
    }

    private Session over(Session session) {
        load.over(step(session));
        return session;
    }

    private static Request dress(Request request, Session session) {
        var step = step(session);
        var headers = request.getHeaders();
        headers.set("Accept", step.accept());
        headers.set("Cookie", step.person.cookie());
        if (!step.frame.isEmpty()) headers.set("Turbo-Frame", step.frame);
        if (step.body != Body.NONE) headers.set("Content-Type", step.body.type());
        return request;
    }

    private static String way(Session session) {
        var step = step(session);
        return step.kind == Kind.LIVE ? "listen" : step.method();
    }

    private static Step step(Session session) {
        return java.util.Objects.requireNonNull(session.<Step>get(STEP));
    }
}
