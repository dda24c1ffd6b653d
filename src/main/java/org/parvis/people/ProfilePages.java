package org.parvis.people;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Page;
import org.parvis.platform.web.Slice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** A person's profile, their place in the organisation chart, and who follows whom around them. */
@Controller
class ProfilePages {

    private final People people;
    private final OrganisationChart chart;
    private final Following following;
    private final WallClock wallClock;
    private final ObjectProvider<ProfileSection> sections;

    ProfilePages(
            People people,
            OrganisationChart chart,
            Following following,
            WallClock wallClock,
            ObjectProvider<ProfileSection> sections) {
        this.people = people;
        this.chart = chart;
        this.following = following;
        this.wallClock = wallClock;
        this.sections = sections;
    }

    @GetMapping("/people/{id}")
    ModelAndView show(@SignedIn Viewer viewer, Page page, @PathVariable PersonId id) {
        var person = people.find(viewer, id);
        return new ModelAndView("people/show")
                .addObject("viewer", viewer)
                .addObject("person", person)
                .addObject("line", chart.around(viewer, id))
                .addObject("time", Objects.requireNonNullElse(wallClock.time(page.locale(), person.timeZone()), ""))
                .addObject("beside", sections(page, viewer, id, true))
                .addObject("under", sections(page, viewer, id, false));
    }

    @GetMapping("/people/{id}/team")
    ModelAndView team(
            @SignedIn Viewer viewer,
            @PathVariable PersonId id,
            @RequestParam(required = false) @Nullable String cursor) {
        return new ModelAndView("people/team")
                .addObject("person", people.find(viewer, id))
                .addObject("line", chart.around(viewer, id))
                .addObject("reports", chart.reports(viewer, id, Cursor.parse(cursor), Slice.PAGE));
    }

    @GetMapping("/people/{id}/followers")
    ModelAndView followers(
            @SignedIn Viewer viewer,
            @PathVariable PersonId id,
            @RequestParam(required = false) @Nullable String cursor) {
        return list(viewer, id, "followers", following.followers(viewer, id, Cursor.of(cursor), Slice.PAGE));
    }

    @GetMapping("/people/{id}/following")
    ModelAndView following(
            @SignedIn Viewer viewer,
            @PathVariable PersonId id,
            @RequestParam(required = false) @Nullable String cursor) {
        return list(viewer, id, "following", following.followed(viewer, id, Cursor.of(cursor), Slice.PAGE));
    }

    private ModelAndView list(Viewer viewer, PersonId id, String which, Slice<PersonCard> listed) {
        return new ModelAndView("people/following")
                .addObject("person", people.find(viewer, id))
                .addObject("which", which)
                .addObject("listed", listed);
    }

    private List<Content> sections(Page page, Viewer viewer, PersonId id, boolean beside) {
        var contents = new ArrayList<Content>();
        sections.stream()
                .filter(section -> section.beside() == beside)
                .sorted(Comparator.comparingInt(ProfileSection::order))
                .map(section -> section.section(page, viewer, id))
                .filter(Objects::nonNull)
                .forEach(contents::add);
        return contents;
    }
}
