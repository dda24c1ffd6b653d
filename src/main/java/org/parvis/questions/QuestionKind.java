package org.parvis.questions;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.Composing;
import org.parvis.conversation.PostId;
import org.parvis.conversation.PostKind;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

import java.util.Map;
import java.util.Set;

/** Posts that ask, and by when they need an answer. */
@Component
class QuestionKind implements PostKind<Delay> {

    /** As the database, the journal and the API write it. */
    static final String CODE = "question";

    private final Questions questions;
    private final PromiseView promises;
    private final SimilarQuestions similar;
    private final Fragments fragments;

    QuestionKind(Questions questions, PromiseView promises, SimilarQuestions similar, Fragments fragments) {
        this.questions = questions;
        this.promises = promises;
        this.similar = similar;
        this.fragments = fragments;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String icon() {
        return "message-circle-question";
    }

    @Override
    public String messages() {
        return "questions.kind";
    }

    @Override
    public boolean titled() {
        return true;
    }

    @Override
    public Set<String> asks() {
        return Set.of("within", "neededBy");
    }

    @Override
    public @Nullable Content beside(Page page, Viewer viewer, Composing composing) {
        return promises.choice(page, viewer, composing);
    }

    // What was typed is looked up when the form is shown again: who has no script sees it with the preview.
    @Override
    public @Nullable Content fields(Page page, Viewer viewer, Composing composing) {
        return fragments.of(
                "questions/asking",
                Map.of("page", page, "composing", composing, "similar", similar.to(viewer, composing.typed("title"))));
    }

    @Override
    public Class<Delay> details() {
        return Delay.class;
    }

    @Override
    public Delay typed(MultiValueMap<String, String> form) {
        return new Delay(PromiseView.hours(form.getFirst("within")), form.getFirst("neededBy"));
    }

    @Override
    public void fill(MultiValueMap<String, String> form, Viewer author, Delay delay) {
        if (delay.within() != null) form.set("within", delay.within().toString());
        if (delay.neededBy() != null) form.set("neededBy", delay.onTheClockOf(author));
    }

    @Override
    public void keep(Viewer author, PostId post, @Nullable CommunityId community, Delay delay) {
        questions.ask(author, post, community, delay);
    }
}
