package org.parvis.questions;

import com.ibm.icu.text.Collator;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.communities.Community;
import org.parvis.communities.CommunityId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.TimeZones;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is promised to those who ask: by administrators for the network, by owners for their community. */
@Controller
class PromisePages {

    private final Promises promises;
    private final Communities communities;
    private final Clock clock;

    PromisePages(Promises promises, Communities communities, Clock clock) {
        this.promises = promises;
        this.communities = communities;
        this.clock = clock;
    }

    @GetMapping("/administration/questions")
    ModelAndView ofNetwork(Page page) {
        return form(page, PromiseForm.of(promises.of(null)), null, null);
    }

    @PostMapping("/administration/questions")
    ModelAndView keep(
            @SignedIn Viewer viewer, Page page, @ModelAttribute PromiseForm typed, HttpServletResponse response) {
        return keep(viewer, page, typed, null, "/administration/questions", response);
    }

    @GetMapping("/communities/{id}/questions/promise")
    ModelAndView ofCommunity(@SignedIn Viewer viewer, Page page, @PathVariable CommunityId id) {
        var community = communities.owned(viewer, id);
        return form(page, PromiseForm.of(promises.of(id)), null, community);
    }

    @PostMapping("/communities/{id}/questions/promise")
    ModelAndView keep(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable CommunityId id,
            @ModelAttribute PromiseForm typed,
            HttpServletResponse response) {
        var community = communities.changed(viewer, id);
        return keep(viewer, page, typed, community, "/communities/" + id + "/questions", response);
    }

    @DeleteMapping("/communities/{id}/questions/promise")
    String forget(@SignedIn Viewer viewer, Page page, @PathVariable CommunityId id, HttpServletResponse response) {
        var _ = communities.changed(viewer, id);
        promises.forget(id);
        Flash.say(response, page.text("questions.promise.saved"));
        return "redirect:/communities/" + id + "/questions";
    }

    private ModelAndView keep(
            Viewer viewer,
            Page page,
            PromiseForm typed,
            @Nullable Community community,
            String back,
            HttpServletResponse response) {
        try {
            promises.keep(viewer, community == null ? null : community.id(), typed.checked());
            Flash.say(response, page.text("questions.promise.saved"));
            return new ModelAndView("redirect:" + back);
        } catch (Invalid invalid) {
            var again = form(page, typed, invalid, community);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    private ModelAndView form(Page page, PromiseForm form, @Nullable Invalid invalid, @Nullable Community community) {
        return new ModelAndView(community == null ? "questions/promises" : "questions/promise")
                .addObject("form", form)
                .addObject("invalid", invalid)
                .addObject("community", community)
                .addObject(
                        "own", community != null && promises.own(community.id()).isPresent())
                .addObject("zones", zones(page, form))
                .addObject("countries", countries(page));
    }

    private Map<String, String> zones(Page page, PromiseForm form) {
        var own = form.zone() == null || !ZoneId.getAvailableZoneIds().contains(form.zone()) ? "UTC" : form.zone();
        return TimeZones.named(page.locale(), clock.instant(), ZoneId.of(own));
    }

    private static Map<String, String> countries(Page page) {
        var named = new TreeMap<String, String>(Collator.getInstance(page.locale()));
        Holidays.countries().forEach(code -> named.put(Locale.of("", code).getDisplayCountry(page.locale()), code));
        var options = new LinkedHashMap<String, String>();
        options.put("", page.text("questions.promise.country.none"));
        named.forEach((name, code) -> options.put(code, name));
        return options;
    }
}
