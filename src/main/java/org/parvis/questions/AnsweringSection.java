package org.parvis.questions;

import gg.jte.Content;
import org.parvis.access.SettingsSection;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Page;
import org.springframework.stereotype.Component;

import java.util.Map;

/** In one's settings: who answers while one is away, and the way to how one is asked. */
@Component
class AnsweringSection implements SettingsSection {

    private static final int ORDER = 20;

    private final Answering answering;
    private final Fragments fragments;

    AnsweringSection(Answering answering, Fragments fragments) {
        this.answering = answering;
        this.fragments = fragments;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Content section(Page page, Viewer viewer) {
        return fragments.of("questions/section", Map.of("page", page, "away", away(page, answering.of(viewer))));
    }

    private static String away(Page page, Answering.Wishes wishes) {
        var until = wishes.awayUntil();
        return until == null || wishes.standInName() == null
                ? ""
                : page.text("questions.answering.now", wishes.standInName(), page.day(until));
    }
}
