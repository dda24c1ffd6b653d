package org.parvis.questions;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.Composing;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Page;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is promised, as somebody who asks is told: which delays there are and when an answer would be due. */
@Component
class PromiseView {

    /** A delay that can be chosen beside the promised one. */
    private static final int HOURS = 4;

    private static final int DAYS = 3;

    private final Promises promises;
    private final Fragments fragments;
    private final Clock clock;

    PromiseView(Promises promises, Fragments fragments, Clock clock) {
        this.promises = promises;
        this.fragments = fragments;
        this.clock = clock;
    }

    /** The field in which a delay is chosen. */
    Content choice(Page page, Viewer viewer, Composing composing) {
        var place = composing.community().map(community -> community.id()).orElse(null);
        return choice(page, viewer, place, composing.typed("within"), page.problem(composing.invalid(), "within"));
    }

    Content choice(Page page, Viewer viewer, @Nullable CommunityId community, String within, @Nullable String problem) {
        var promise = promises.of(community);
        return fragments.of("questions/delay", parameters(page, viewer, promise, within, problem));
    }

    private Map<String, @Nullable Object> parameters(
            Page page, Viewer viewer, Promise promise, String within, @Nullable String problem) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("page", page);
        parameters.put("within", within);
        parameters.put("options", options(page, promise, hours(within)));
        parameters.put("due", due(viewer, promise, within));
        parameters.put("problem", problem);
        return parameters;
    }

    private @Nullable Instant due(Viewer viewer, Promise promise, String within) {
        try {
            return new Delay(hours(within), null)
                    .of(viewer, promise, clock.instant())
                    .at();
        } catch (Invalid none) {
            return null;
        }
    }

    private static Map<String, String> options(Page page, Promise promise, @Nullable Integer within) {
        var options = new LinkedHashMap<String, String>();
        options.put("", page.text("questions.delay.promised", spoken(page, promise.hours(), promise.dayHours())));
        for (var hours : new int[] {HOURS, DAYS * promise.dayHours()}) {
            if (hours != promise.hours()) {
                options.put(String.valueOf(hours), spoken(page, hours, promise.dayHours()));
            }
        }
        if (within != null && within > 0 && within <= Delay.MOST) {
            options.putIfAbsent(within.toString(), spoken(page, within, promise.dayHours()));
        }
        return options;
    }

    /** “One working day”, “4 working hours”. */
    static String spoken(Page page, int hours, int dayHours) {
        return dayHours > 0 && hours % dayHours == 0
                ? page.text("questions.days", hours / dayHours)
                : page.text("questions.hours", hours);
    }

    /** As a form says it: nothing, or a number; what is none is too many. */
    static @Nullable Integer hours(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(typed.strip());
        } catch (NumberFormatException none) {
            return Integer.MAX_VALUE;
        }
    }
}
