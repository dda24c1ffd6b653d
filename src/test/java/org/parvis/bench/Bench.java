package org.parvis.bench;

import org.parvis.platform.settings.Refusal;

import java.nio.file.Path;
import java.util.List;

/** {@code ./parvis bench …}: measures, prints a table, and ends with 0 when all targets hold. */
final class Bench {

    private static final int USAGE = 64;

    private Bench() {}

    public static void main(String[] words) throws Exception {
        var figures = new Figures();
        System.out.println(Machine.condition());
        if (List.of(words).equals(List.of("slack")) || !understood(List.of(words), figures)) {
            System.err.println("""
                    Usage: ./parvis bench slack PATH      messages a second
                           ./parvis bench people [N]      a directory of N people (80,000), imported and read
                           ./parvis bench start           first and second start, memory, end
                           ./parvis bench pages           statements, time and bytes of each page
                           ./parvis bench live [--streams 10000]
                                                          open streams, a comment on 1,000 open pages beside them
                           ./parvis bench announcement --data F
                                                          a start, and an announcement to everybody, on a folder of yours
                           ./parvis bench photo           a photo of 12 megapixels in all its sizes
                           ./parvis bench feed --data F   a feed page for many people and for one, on a folder of yours
                           ./parvis bench load --data F [--rate 600] [--minutes 5] [--people 28000] [--streams N]
                                          [--event [570]] [--find] [--report FOLDER]
                                                          a working day on a folder of yours, judged minute by minute
                           ./parvis bench scaling --data1 F --data10 F --data100 F
                                                          how the cost of reading grows with the content
                           ./parvis bench visit           home over 400 kbit/s, in Chromium
                           ./parvis bench company --data FOLDER [--scale S]
                                                          fills a folder with a company of 80,000 and five years""");
            System.exit(USAGE);
        }
        System.out.println(figures.table());
        System.out.println(Machine.condition());
        System.exit(figures.hold() ? 0 : 1);
    }

    private static boolean understood(List<String> words, Figures figures) throws Exception {
        try {
            return measure(words, figures);
        } catch (Options.Unknown option) {
            System.err.println(option.getMessage());
            return false;
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            System.exit(1);
            throw refusal;
        }
    }

    private static boolean measure(List<String> words, Figures figures) throws Exception {
        var what = words.isEmpty() ? "" : words.getFirst();
        var more = words.size() > 1 ? words.get(1) : "";
        switch (what) {
            case "slack" -> SlackBench.measure(Path.of(more), figures);
            case "people" -> PeopleBench.measure(more.isEmpty() ? 80_000 : Integer.parseInt(more), figures);
            case "start" -> StartBench.measure(figures);
            case "pages" -> PagesBench.measure(figures);
            case "live" -> LiveBench.measure(Options.of(words.subList(1, words.size()), LiveBench.OPTIONS), figures);
            case "photo" -> PhotoBench.measure(figures);
            case "company" -> CompanyBench.fill(words.subList(1, words.size()), figures);
            case "announcement" ->
                AnnouncementBench.measure(Options.of(words.subList(1, words.size()), "--data"), figures);
            case "feed" -> FeedBench.measure(Options.of(words.subList(1, words.size()), "--data"), figures);
            case "load" -> LoadBench.measure(Options.of(words.subList(1, words.size()), LoadBench.OPTIONS), figures);
            case "scaling" ->
                ScalingBench.measure(Options.of(words.subList(1, words.size()), ScalingBench.OPTIONS), figures);
            case "visit" -> VisitBench.measure(figures);
            default -> {
                return false;
            }
        }
        return true;
    }
}
