package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Access;
import org.parvis.communities.Community;
import org.parvis.communities.CommunityId;
import org.parvis.people.NameBeginnings;
import org.parvis.people.PersonCard;
import org.parvis.people.Viewer;
import org.parvis.platform.database.QueryPlans;
import org.parvis.platform.text.Mentions;
import org.parvis.platform.text.PlainText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who reads what is written in a place: they, and nobody else, may be mentioned there. */
@Repository
@Transactional(readOnly = true)
public class Readership {

    /** Whether a person {@code p} reads what is written in {@code :community}; where that is null, on a wall. */
    public static final String READS = """
            p.deleted_at is null and p.state <> 'deactivated'
            and case when :community::bigint is null then p.kind = 'employee'
                     else exists (select from readable_communities(p.id) c where c.id = :community) end
            """;

    // Who reads a closed community is a member of it: a few, where everybody would have to be looked at.
    private static final String WITHIN =
            "and p.id in (select m.person_id from membership m where m.community_id = :community)";

    private static final int SHOWN = 8;
    private static final int WORDS = 5;
    private static final int LONGEST = 100;

    private final JdbcClient jdbc;
    private final QueryPlans plans;
    private final MentionedCommunities communities;

    Readership(JdbcClient jdbc, QueryPlans plans, MentionedCommunities communities) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.communities = communities;
    }

    /**
     * A few readers of the place (null: the wall) with a name whose words begin as the typed ones do: those whose whole name
     * begins so first.
     */
    public List<PersonCard> named(Viewer viewer, @Nullable Community place, String typed) {
        var closed = place != null && place.access() != Access.OPEN;
        var condition = "p.id <> :viewer and " + READS + (closed ? WITHIN : "");
        var found = new LinkedHashSet<>(asked(NameBeginnings.select(condition), viewer, place)
                .param("typed", PlainText.sought(typed, LONGEST))
                .query((row, number) -> PersonCard.of(row, "p"))
                .list());
        var words = words(typed);
        if (found.size() < SHOWN && !words.isEmpty()) found.addAll(withWords(viewer, place, condition, words));
        return found.stream().limit(SHOWN).toList();
    }

    private List<PersonCard> withWords(Viewer viewer, @Nullable Community place, String condition, List<String> words) {
        plans.madeToMeasure();
        var query = asked("""
                select %s
                  from visible_people(:viewer) p
                 where %s %s
                 order by p.sort_name, p.id
                 limit :limit
                """.formatted(PersonCard.columns("p"), condition, beginning(words.size())), viewer, place);
        for (var number = 0; number < words.size(); number++) {
            query = query.param("word" + number, words.get(number));
        }
        return query.query((row, number) -> PersonCard.of(row, "p")).list();
    }

    private JdbcClient.StatementSpec asked(String sql, Viewer viewer, @Nullable Community place) {
        return jdbc.sql(sql)
                .param("viewer", viewer.id().value())
                .param("community", place == null ? null : place.id().value())
                .param("limit", SHOWN);
    }

    /** Whom a text would mention if the viewer wrote it in that place: people and communities the viewer may find. */
    Mentions mentioned(Viewer viewer, @Nullable CommunityId community, String text) {
        var names = new HashMap<Long, String>();
        jdbc.sql("select p.id, p.name from visible_people(:viewer) p where p.id = any (:people) and " + READS)
                .param("viewer", viewer.id().value())
                .param(
                        "people",
                        Mentions.in(text).stream().limit(Wording.MENTIONS).toArray(Long[]::new))
                .param("community", community == null ? null : community.value())
                .query(row -> {
                    names.put(row.getLong("id"), row.getString("name"));
                });
        return new MentionedNames(Map.copyOf(names), communities.names(viewer, Mentions.communitiesIn(text)));
    }

    private static String beginning(int words) {
        return IntStream.range(0, words)
                .mapToObj(number -> beginning(":word" + number))
                .collect(Collectors.joining());
    }

    // The first condition has an index, the second says where in the name: Jean-Luc d’Almeida has four words. It is put
    // as a case, so that the planner does not take both together for rarer than the first: where many names have it,
    // those who come first are found sooner in the order of names.
    private static String beginning(String word) {
        return """
                and p.folded_name like '%' || fold(:word) || '%'
                and case when ' ' || translate(p.sort_name, '-''', '  ') like '% ' || fold(:word) || '%' then true else false end
                """.replace(":word", word);
    }

    private static List<String> words(String typed) {
        return Arrays.stream(PlainText.sought(typed, LONGEST).split("[\\s'’-]+"))
                .filter(word -> !word.isEmpty())
                .limit(WORDS)
                .map(PlainText::literally)
                .toList();
    }
}
