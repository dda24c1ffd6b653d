package org.parvis.imports;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An import as its page shows it; {@code waits} while its file waits for somebody's word.
 *
 * @param farewells where those who would be deactivated work, the most of them first; empty unless it stopped
 */
public record ImportView(
        ImportRun run, boolean waits, @Nullable String startedBy, List<Farewell> farewells) {

    private static final List<String> LEFT_OUT = List.of("skipped", "duplicates", "withoutKey", "unread");
    private static final List<String> TALK =
            List.of("messages", "posts", "comments", "left-out", "reactions", "channels");
    private static final List<String> MORE = List.of(
            "users",
            "colleagues",
            "former-members",
            "unknown-posters",
            "channels-with-messages",
            "archived-channels",
            "private-channels",
            "direct-conversations",
            "stand-ins",
            "cut",
            "other-reactions",
            "new-people",
            "new-communities",
            "new-members",
            "new-posts",
            "new-comments",
            "new-reactions",
            "reworded");
    private static final List<String> DETAILS =
            List.of("skipped", "duplicates", "withoutKey", "unread", "claimed", "sharedAddresses", "photos");

    /** A number of the report with its name. */
    public record Figure(String label, long value) {}

    /** How many of a site's people would be deactivated. An empty name stands for people without a site. */
    public record Farewell(String site, long gone, long of) {}

    public String href() {
        return "/administration/imports/" + run.id();
    }

    public boolean people() {
        return run.kind().equals(PeopleImport.KIND);
    }

    public boolean running() {
        return run.state() == ImportState.RUNNING;
    }

    public boolean stopped() {
        return run.state() == ImportState.STOPPED;
    }

    public boolean checked() {
        return run.state() == ImportState.DONE && run.dryRun();
    }

    public boolean done() {
        return run.state() == ImportState.DONE && !run.dryRun();
    }

    /** Message key of how it stands: running, checked, done, stopped, unreadable, failed. */
    public String stateKey() {
        return "imports.state." + (checked() ? "checked" : run.state().code());
    }

    public String icon() {
        return switch (run.state()) {
            case RUNNING -> "loader-circle";
            case DONE -> checked() ? "eye" : "circle-check";
            case STOPPED -> "hand";
            case UNREADABLE, FAILED -> "triangle-alert";
        };
    }

    public Instant endedAt() {
        return run.finishedAt() == null ? run.startedAt() : run.finishedAt();
    }

    public @Nullable String problem(Page page) {
        return run.problem() == null
                ? null
                : page.text(run.problem(), run.arguments().toArray());
    }

    /** How many would be deactivated. */
    public long gone() {
        return count("gone");
    }

    /** How many the source had until now. */
    public long kept() {
        return stopped() && run.arguments().size() > 1
                ? Long.parseLong(run.arguments().get(1))
                : 0;
    }

    /** Those of the sites that are not among the {@link #farewells}. */
    public Farewell elsewhere() {
        return new Farewell(
                "",
                gone() - farewells.stream().mapToLong(Farewell::gone).sum(),
                kept() - farewells.stream().mapToLong(Farewell::of).sum());
    }

    /** What was read and what became of it, in that order; of people the others add up to the first. */
    public List<Figure> figures(Page page) {
        if (run.counts().isEmpty()) {
            return List.of();
        }
        return people() ? ofPeople(page) : ofTalk(page);
    }

    private List<Figure> ofPeople(Page page) {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(page.text("imports.figure.rows"), count("rows")));
        Stream.of("created", "updated", "unchanged")
                .filter(run.counts()::containsKey)
                .forEach(name -> figures.add(new Figure(page.text("imports.figure." + name), count(name))));
        figures.add(new Figure(page.text("imports.figure.left-out"), leftOut()));
        return figures;
    }

    private List<Figure> ofTalk(Page page) {
        return TALK.stream()
                .filter(run.counts()::containsKey)
                .map(name -> new Figure(page.text("imports.count." + name), count(name)))
                .toList();
    }

    /** The sum, in a sentence; null where nothing was added up. */
    public @Nullable String sum(Page page) {
        if (people() && run.counts().containsKey("created")) {
            return page.text(
                    "imports.sum.people",
                    count("created"),
                    count("updated"),
                    count("unchanged"),
                    leftOut(),
                    count("rows"),
                    count("gone"));
        } else if (!people() && run.counts().containsKey("messages")) {
            return page.text(
                    "imports.sum.talk", count("posts"), count("comments"), count("left-out"), count("messages"));
        } else {
            return null;
        }
    }

    /** What the figures do not tell: why lines were left out, and what became of some that were not. */
    public List<String> details(Page page) {
        return DETAILS.stream()
                .filter(name -> people() && count(name) > 0)
                .map(name -> page.text("imports.count." + name, count(name)))
                .toList();
    }

    /** The other numbers of past conversations: who spoke, where, and what was new here. */
    public List<Figure> more(Page page) {
        return MORE.stream()
                .filter(name -> !people() && count(name) > 0)
                .map(name -> new Figure(page.text("imports.count." + name), count(name)))
                .toList();
    }

    private long leftOut() {
        return LEFT_OUT.stream().mapToLong(this::count).sum();
    }

    private long count(String name) {
        return run.counts().getOrDefault(name, 0L);
    }
}
