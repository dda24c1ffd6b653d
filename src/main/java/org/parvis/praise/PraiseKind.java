package org.parvis.praise;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.Composing;
import org.parvis.conversation.PostId;
import org.parvis.conversation.PostKind;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Praise as a kind of post. */
@Component
class PraiseKind implements PostKind<PraiseDraft> {

    private final Praises praises;
    private final PraiseForm form;

    PraiseKind(Praises praises, PraiseForm form) {
        this.praises = praises;
        this.form = form;
    }

    @Override
    public String code() {
        return Praises.KIND;
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public String icon() {
        return "award";
    }

    @Override
    public String messages() {
        return "praise.kind";
    }

    @Override
    public boolean titled() {
        return false;
    }

    @Override
    public Set<String> asks() {
        return Set.of("people", "praised", "whom", "value");
    }

    @Override
    public Content beside(Page page, Viewer viewer, Composing composing) {
        return form.whom(page, viewer, composing);
    }

    @Override
    public Content fields(Page page, Viewer viewer, Composing composing) {
        return form.values(page, viewer, composing);
    }

    @Override
    public Class<PraiseDraft> details() {
        return PraiseDraft.class;
    }

    @Override
    public PraiseDraft typed(MultiValueMap<String, String> form) {
        return new PraiseDraft(
                new ArrayList<@Nullable String>(form.getOrDefault("people", List.of())),
                form.getFirst("praised"),
                form.getFirst("value"),
                form.getFirst("whom"));
    }

    @Override
    public void fill(MultiValueMap<String, String> form, Viewer author, PraiseDraft draft) {
        if (draft.people() != null) {
            form.put(
                    "people",
                    draft.people().stream().map(id -> id == null ? "" : id).toList());
        }
        if (draft.community() != null) form.set("praised", draft.community());
        if (draft.value() != null) form.set("value", draft.value());
    }

    @Override
    public void keep(Viewer author, PostId post, @Nullable CommunityId community, PraiseDraft draft) {
        praises.keep(author, post, community, draft);
    }
}
