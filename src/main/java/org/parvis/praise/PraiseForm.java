package org.parvis.praise;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.Community;
import org.parvis.conversation.Composing;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Page;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the form asks of whoever praises: whom and for what, a statement each. */
@Component
class PraiseForm {

    private final Praises praises;
    private final Praiseworthy praiseworthy;
    private final Fragments fragments;

    PraiseForm(Praises praises, Praiseworthy praiseworthy, Fragments fragments) {
        this.praises = praises;
        this.praiseworthy = praiseworthy;
        this.fragments = fragments;
    }

    /** Whom: a name that means one is chosen by that; of several, one chooses; one that nobody has stays in its field. */
    Content whom(Page page, Viewer viewer, Composing composing) {
        var draft = typed(composing);
        var name = draft.name();
        var place = composing.community().map(Community::id).orElse(null);
        var found = praiseworthy.find(viewer, place, known(draft), community(draft), name);
        var meant = found.stream().filter(Addressee::meant).toList();
        var answered = found.stream().anyMatch(one -> one.chosen() && one.named());
        var taken = meant.size() == 1 && !answered;
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("page", page);
        parameters.put("composing", composing);
        parameters.put("praiseworthy", shown(found, taken));
        parameters.put("name", taken || answered ? "" : name);
        parameters.put("nobody", !name.isEmpty() && meant.isEmpty() && !answered);
        return fragments.of("praise/whom", parameters);
    }

    /** For what, and how often still this week. */
    Content values(Page page, Viewer viewer, Composing composing) {
        return fragments.of(
                "praise/fields", Map.of("page", page, "composing", composing, "giving", praises.giving(viewer)));
    }

    private static List<Addressee> shown(List<Addressee> found, boolean taken) {
        return found.stream()
                .filter(one -> one.chosen() || one.meant())
                .map(one -> taken && one.meant() ? one.taken() : one)
                .toList();
    }

    private static PraiseDraft typed(Composing composing) {
        var form = composing.form();
        return new PraiseDraft(
                new ArrayList<@Nullable String>(form.getOrDefault("people", List.of())),
                form.getFirst("praised"),
                form.getFirst("value"),
                form.getFirst("whom"));
    }

    // What cannot be taken is said when the form is sent.
    private static Set<Long> known(PraiseDraft draft) {
        try {
            return draft.peopleIds();
        } catch (Invalid invalid) {
            return new HashSet<>();
        }
    }

    private static @Nullable Long community(PraiseDraft draft) {
        try {
            return draft.communityId();
        } catch (Invalid invalid) {
            return null;
        }
    }
}
