package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.commons.support.ReflectionSupport;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The table of attacks says what is so: each class has its tests, or is among those whose target does not exist. */
class AttackTableTests {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|[^|]+\\|(.*)\\|$");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

    private final String table = read();

    @Test
    void everyTestThatIsNamedIsThere() {
        var there = tests();
        assertThat(NAMED.matcher(table).results().map(named -> named.group(1) + "#" + named.group(2)))
                .isNotEmpty()
                .allSatisfy(named -> assertThat(there).contains(named));
    }

    @Test
    void everyClassIsTriedOrHasNothingToTry() {
        var rows = ROW.matcher(table).results().toList();
        assertThat(rows).allSatisfy(row -> assertThat(row.group(2)).containsPattern(NAMED));

        var told = new TreeSet<Integer>();
        rows.forEach(row -> told.add(Integer.parseInt(row.group(1))));
        told.addAll(notThereYet());
        assertThat(told).containsAll(IntStream.rangeClosed(1, 64).boxed().toList());
    }

    private Set<Integer> notThereYet() {
        var section = table.substring(table.indexOf("## Not there yet"));
        return Pattern.compile("(\\d+) to (\\d+)|\\d+")
                .matcher(section)
                .results()
                .flatMap(AttackTableTests::numbers)
                .collect(Collectors.toSet());
    }

    private static Stream<Integer> numbers(MatchResult found) {
        return found.group(1) == null
                ? Stream.of(Integer.parseInt(found.group()))
                : IntStream.rangeClosed(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)))
                        .boxed();
    }

    private static Set<String> tests() {
        return ReflectionSupport.findAllClassesInPackage("org.parvis", test -> true, name -> name.endsWith("Tests"))
                .stream()
                .flatMap(test -> Stream.of(test.getDeclaredMethods()))
                .filter(AttackTableTests::isTest)
                .map(test -> test.getDeclaringClass().getSimpleName() + "#" + test.getName())
                .collect(Collectors.toSet());
    }

    private static boolean isTest(Method method) {
        return List.of(Test.class, ParameterizedTest.class).stream().anyMatch(method::isAnnotationPresent);
    }

    private static String read() {
        try {
            return Files.readString(Path.of("docs/attacks.md"));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
