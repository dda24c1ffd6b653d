package org.parvis.praise;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.PostId;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Invalid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.ArrayList;
import java.util.List;

/** Where people praise each other, and what was praised. */
@Service
@Transactional
public class Praises {

    /** How the kind of post is called, and how the journal names what it praises; its id is its post's. */
    public static final String KIND = "praise";

    private final JdbcClient jdbc;
    private final Praiseworthy praiseworthy;
    private final WeeklyBudget budget;
    private final FirstPraise first;
    private final Journal journal;

    Praises(JdbcClient jdbc, Praiseworthy praiseworthy, WeeklyBudget budget, FirstPraise first, Journal journal) {
        this.jdbc = jdbc;
        this.praiseworthy = praiseworthy;
        this.budget = budget;
        this.first = first;
        this.journal = journal;
    }

    /** What the viewer needs to praise, in one statement. */
    @Transactional(readOnly = true)
    public Giving giving(Viewer viewer) {
        var rows = jdbc.sql("""
                select :most - coalesce((select w.given from praise_week w
                                          where w.person_id = me.id and w.monday >= :monday), 0) as budget,
                       exists (select from praise_country_off o where o.country = me.country) as off, %s
                  from person me
                  left join praise_value v on v.retired_at is null
                 where me.id = :viewer
                 order by v.position, v.id
                 limit :values
                """.formatted(PraiseValue.COLUMNS))
                .param("viewer", viewer.id().value())
                .param("monday", budget.monday(viewer))
                .param("most", WeeklyBudget.MOST)
                .param("values", PraiseValues.MOST)
                .param("language", viewer.locale().getLanguage())
                .query((row, number) -> new Giving(
                        row.getObject("value_id") == null ? List.of() : List.of(PraiseValue.of(row)),
                        row.getInt("budget"),
                        row.getBoolean("off")))
                .list();
        var values = rows.stream().flatMap(row -> row.values().stream()).toList();
        return new Giving(values, rows.getFirst().left(), rows.getFirst().off());
    }

    /** A post that is being written praises. */
    void keep(Viewer author, PostId post, @Nullable CommunityId where, PraiseDraft draft) {
        var giving = giving(author);
        if (giving.off()) {
            throw new Invalid("praise", "praise.off.here");
        }
        var praised = new ArrayList<Addressee>();
        Invalid.unless(() -> praised.addAll(praised(author, where, draft)), () -> known(giving, draft));
        budget.take(author);
        var people = praised.stream().filter(Addressee::isPerson).map(Addressee::id);
        var place = praised.stream().filter(one -> !one.isPerson()).map(Addressee::id);
        jdbc.sql("insert into praise (post_id, value_id, community_id) values (:post, :value, :community::bigint)")
                .param("post", post.value())
                .param("value", draft.valueId())
                .param("community", place.findFirst().orElse(null))
                .update();
        jdbc.sql("insert into praise_person (person_id, post_id) select id, :post from unnest(:people::bigint[]) id")
                .param("post", post.value())
                .param("people", people.toArray(Long[]::new))
                .update();
        journal.append(Activity.by(author.id().value())
                .create(new Reference(KIND, post.value()))
                .in(
                        where == null
                                ? new Reference("person", author.id().value())
                                : new Reference(Communities.KIND, where.value())));
        first.give();
    }

    private static void known(Giving giving, PraiseDraft draft) {
        var value = draft.valueId();
        if (giving.values().stream().noneMatch(one -> one.id() == value)) {
            throw new Invalid("value", "praise.value.gone");
        }
    }

    private List<Addressee> praised(Viewer author, @Nullable CommunityId where, PraiseDraft draft) {
        var people = draft.peopleIds();
        var community = draft.communityId();
        if (people.contains(author.id().value())) {
            throw new Invalid("people", "praise.oneself");
        }
        var found = praiseworthy.find(author, where, people, community, draft.name());
        var chosen = people.size() + (community == null ? 0 : 1);
        if (found.stream().filter(Addressee::chosen).count() < chosen) {
            throw new Invalid("people", "praise.unknown");
        }
        var praised = named(found, draft.name());
        check(praised);
        return praised;
    }

    /** Those who were chosen, and the one who is meant by a name; of several of the same name, those who were chosen. */
    private static List<Addressee> named(List<Addressee> found, String name) {
        var praised = new ArrayList<>(found.stream().filter(Addressee::chosen).toList());
        if (!name.isEmpty() && praised.stream().noneMatch(Addressee::named)) {
            var meant = found.stream().filter(Addressee::meant).toList();
            if (meant.size() != 1) {
                throw new Invalid("people", meant.isEmpty() ? "praise.nobody" : "praise.several", name);
            }
            praised.addAll(meant);
        }
        return praised;
    }

    private static void check(List<Addressee> praised) {
        var people = praised.stream().filter(Addressee::isPerson).count();
        if (praised.isEmpty()) {
            throw new Invalid("people", "praise.whom");
        } else if (people > 0 && people < praised.size() || people == 0 && praised.size() > 1) {
            throw new Invalid("people", "praise.either");
        } else if (people > Praise.MOST) {
            throw new Invalid("people", "praise.too-many", Praise.MOST);
        }
        for (var one : praised) {
            if (!one.reads()) {
                throw new Invalid(
                        "people", one.isPerson() ? "praise.cannot-read" : "praise.not-found-by-all", one.name());
            } else if (one.off()) {
                throw new Invalid("people", "praise.off.there", one.name());
            }
        }
    }
}
