package org.parvis.platform.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What changed from one wording of a text to the next: paragraph by paragraph, and within a changed one word by word.
 * Time and size grow with the texts' length, whatever they hold.
 */
public record Difference(List<Passage> passages) {

    public enum Fate {
        KEPT,
        GONE,
        NEW
    }

    /** Some words of a paragraph. */
    public record Run(Fate fate, String words) {}

    /**
     * A changed paragraph, or all unchanged ones between two of them.
     *
     * @param paragraphs how many, without empty ones
     */
    public record Passage(List<Run> runs, int paragraphs) {

        public boolean changed() {
            return runs.stream().anyMatch(run -> run.fate() != Fate.KEPT);
        }
    }

    private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{N}\\p{M}]+|[^\\s\\p{L}\\p{N}\\p{M}]");
    // Words of which less is in common are other words.
    private static final double ALIKE = .25;

    public static Difference of(String before, String after) {
        var comparison = new Comparison(before.lines().toList(), after.lines().toList());
        comparison.run();
        return new Difference(comparison.passages);
    }

    private static final class Comparison {

        private final List<String> before;
        private final List<String> after;
        private final List<Passage> passages = new ArrayList<>();
        private final List<String> unchanged = new ArrayList<>();

        Comparison(List<String> before, List<String> after) {
            this.before = before;
            this.after = after;
        }

        void run() {
            var kept = ShortestEdit.kept(before, after);
            var done = 0;
            var gone = new ArrayList<String>();
            for (var at = 0; at < kept.length; at++) {
                if (kept[at] < 0) {
                    gone.add(before.get(at));
                } else {
                    replaced(gone, after.subList(done, kept[at]));
                    gone.clear();
                    unchanged.add(before.get(at));
                    done = kept[at] + 1;
                }
            }
            replaced(gone, after.subList(done, after.size()));
            fold();
        }

        private void replaced(List<String> gone, List<String> come) {
            var old = gone.stream().filter(line -> !line.isBlank()).toList();
            var now = come.stream().filter(line -> !line.isBlank()).toList();
            if (!old.isEmpty() || !now.isEmpty()) fold();
            for (var at = 0; at < Math.max(old.size(), now.size()); at++) {
                passages.add(new Passage(
                        between(at < old.size() ? old.get(at) : "", at < now.size() ? now.get(at) : ""), 1));
            }
        }

        private void fold() {
            var paragraphs =
                    (int) unchanged.stream().filter(line -> !line.isBlank()).count();
            if (paragraphs > 0) {
                var words = String.join("\n", unchanged).strip();
                passages.add(new Passage(List.of(new Run(Fate.KEPT, words)), paragraphs));
            }
            unchanged.clear();
        }
    }

    private static List<Run> between(String before, String after) {
        var old = words(before);
        var now = words(after);
        var kept = ShortestEdit.kept(old, now);
        var runs = new Runs();
        var alike = 0;
        var done = 0;
        for (var at = 0; at < kept.length; at++) {
            if (kept[at] < 0) {
                runs.add(Fate.GONE, old.get(at));
            } else {
                now.subList(done, kept[at]).forEach(word -> runs.add(Fate.NEW, word));
                runs.add(Fate.KEPT, old.get(at));
                if (!old.get(at).isBlank()) alike += old.get(at).length();
                done = kept[at] + 1;
            }
        }
        now.subList(done, now.size()).forEach(word -> runs.add(Fate.NEW, word));
        return alike < ALIKE * Math.max(before.length(), after.length()) ? whole(before, after) : runs.list();
    }

    private static List<Run> whole(String before, String after) {
        var runs = new Runs();
        runs.add(Fate.GONE, before);
        runs.add(Fate.NEW, after);
        return runs.list();
    }

    private static List<String> words(String line) {
        return WORD.matcher(line).results().map(MatchResult::group).toList();
    }

    private static final class Runs {

        private final List<Run> list = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();
        private Fate fate = Fate.KEPT;

        void add(Fate next, String word) {
            if (next != fate) end();
            fate = next;
            words.append(word);
        }

        List<Run> list() {
            end();
            return List.copyOf(list);
        }

        private void end() {
            if (!words.isEmpty()) list.add(new Run(fate, words.toString()));
            words.setLength(0);
        }
    }
}
