package org.parvis.platform.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What two sequences have in common, by the greedy algorithm of Myers (An O(ND) Difference Algorithm, 1986). Whatever
 * differs in more than {@link #MOST} places has but its beginning and its end in common: nobody could read more, and
 * nobody waits for it.
 */
final class ShortestEdit {

    static final int MOST = 200;

    private final List<String> before;
    private final List<String> after;
    private final int[] kept;
    private final List<int[]> reached = new ArrayList<>();

    private ShortestEdit(List<String> before, List<String> after, int[] kept) {
        this.before = before;
        this.after = after;
        this.kept = kept;
    }

    /** For each of the earlier elements its place among the later ones, or -1 where it is gone. */
    static int[] kept(List<String> before, List<String> after) {
        var kept = new int[before.size()];
        Arrays.fill(kept, -1);
        var start = 0;
        while (start < Math.min(before.size(), after.size())
                && before.get(start).equals(after.get(start))) {
            kept[start] = start;
            start++;
        }
        var end = 0;
        while (end < Math.min(before.size(), after.size()) - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
            kept[before.size() - end] = after.size() - end;
        }
        var edit = new ShortestEdit(
                before.subList(start, before.size() - end), after.subList(start, after.size() - end), kept);
        edit.find(start);
        return kept;
    }

    private void find(int start) {
        var most = Math.min(before.size() + after.size(), MOST);
        var furthest = new int[2 * most + 3];
        var middle = most + 1;
        for (var edits = 0; edits <= most; edits++) {
            reached.add(furthest.clone());
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2) {
                var x = begin(furthest, middle, diagonal, edits);
                var y = x - diagonal;
                while (x < before.size() && y < after.size() && before.get(x).equals(after.get(y))) {
                    x++;
                    y++;
                }
                furthest[middle + diagonal] = x;
                if (x == before.size() && y == after.size()) {
                    goBack(start, edits, middle);
                    return;
                }
            }
        }
    }

    private static int begin(int[] furthest, int middle, int diagonal, int edits) {
        return isInsertion(furthest, middle, diagonal, edits)
                ? furthest[middle + diagonal + 1]
                : furthest[middle + diagonal - 1] + 1;
    }

    private static boolean isInsertion(int[] furthest, int middle, int diagonal, int edits) {
        return diagonal == -edits
                || diagonal != edits && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1];
    }

    private void goBack(int start, int edits, int middle) {
        var x = before.size();
        var y = after.size();
        for (var left = edits; left >= 0; left--) {
            var furthest = reached.get(left);
            var diagonal = x - y;
            var from = isInsertion(furthest, middle, diagonal, left) ? diagonal + 1 : diagonal - 1;
            var fromX = left == 0 ? 0 : furthest[middle + from];
            var fromY = left == 0 ? 0 : fromX - from;
            while (x > fromX && y > fromY) {
                x--;
                y--;
                kept[start + x] = start + y;
            }
            x = fromX;
            y = fromY;
        }
    }
}
