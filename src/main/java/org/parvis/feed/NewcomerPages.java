package org.parvis.feed;

import org.parvis.access.Agent;
import org.parvis.communities.Communities;
import org.parvis.communities.Community;
import org.parvis.communities.CommunityId;
import org.parvis.people.Directory;
import org.parvis.people.PersonCard;
import org.parvis.people.PersonId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;

/** What newcomers begin with, as an administrator chooses it: whom they follow, which communities they are in. */
@Controller
@RequestMapping("/administration/newcomers")
class NewcomerPages {

    private static final String BACK = "redirect:/administration/newcomers";
    private static final int SHOWN = 8;

    private final NewcomerStart start;
    private final Directory directory;
    private final Communities communities;

    NewcomerPages(NewcomerStart start, Directory directory, Communities communities) {
        this.start = start;
        this.directory = directory;
        this.communities = communities;
    }

    @GetMapping
    ModelAndView show(
            @SignedIn Viewer viewer,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String community) {
        return new ModelAndView("feed/newcomers")
                .addObject("people", start.people())
                .addObject("places", start.communities())
                .addObject("person", person)
                .addObject("community", community)
                .addObject("foundPeople", people(viewer, person))
                .addObject("foundPlaces", places(viewer, community));
    }

    private List<PersonCard> people(Viewer viewer, String name) {
        return name.isBlank() ? List.of() : directory.suggest(viewer, name, SHOWN);
    }

    private List<Community> places(Viewer viewer, String name) {
        return name.isBlank()
                ? List.of()
                : communities.suggest(viewer, name, SHOWN).stream()
                        .filter(place -> place.tag().equals("open"))
                        .toList();
    }

    @PutMapping("/people/{id}")
    String add(@SignedIn Viewer viewer, @PathVariable PersonId id) {
        start.add(Agent.onPage(viewer.id()), id);
        return BACK;
    }

    @DeleteMapping("/people/{id}")
    String remove(@SignedIn Viewer viewer, @PathVariable PersonId id) {
        start.remove(Agent.onPage(viewer.id()), id);
        return BACK;
    }

    @PutMapping("/communities/{id}")
    String add(@SignedIn Viewer viewer, @PathVariable CommunityId id) {
        start.add(Agent.onPage(viewer.id()), id);
        return BACK;
    }

    @DeleteMapping("/communities/{id}")
    String remove(@SignedIn Viewer viewer, @PathVariable CommunityId id) {
        start.remove(Agent.onPage(viewer.id()), id);
        return BACK;
    }
}
