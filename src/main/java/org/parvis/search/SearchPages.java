package org.parvis.search;

import org.parvis.communities.Communities;
import org.parvis.communities.Communities.CommunityFilter;
import org.parvis.communities.Community;
import org.parvis.people.Directory;
import org.parvis.people.DirectoryFilter;
import org.parvis.people.PersonCard;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;

/** What the box on top finds, among what the viewer may find. */
@Controller
@RequestMapping("/search")
class SearchPages {

    private static final int SHOWN = 8;
    private static final int PEOPLE_SUGGESTED = 5;
    private static final int COMMUNITIES_SUGGESTED = 2;

    private final Directory directory;
    private final Communities communities;

    SearchPages(Directory directory, Communities communities) {
        this.directory = directory;
        this.communities = communities;
    }

    @GetMapping
    ModelAndView search(@SignedIn Viewer viewer, @RequestParam(defaultValue = "") String q) {
        var filter = DirectoryFilter.named(q);
        var sought = filter.q();
        var places = communities(viewer, sought);
        return new ModelAndView("search/index")
                .addObject("q", sought)
                .addObject("people", people(viewer, sought, SHOWN))
                .addObject("count", sought.isEmpty() ? 0L : directory.count(viewer, filter))
                .addObject("communities", places.items())
                .addObject("more", places.next() != null);
    }

    @GetMapping("/suggestions")
    ModelAndView suggestions(@SignedIn Viewer viewer, @RequestParam(defaultValue = "") String q) {
        var typed = DirectoryFilter.named(q).q();
        return new ModelAndView("search/suggestions")
                .addObject("q", typed)
                .addObject("people", people(viewer, typed, PEOPLE_SUGGESTED))
                .addObject("communities", communities.suggest(viewer, typed, COMMUNITIES_SUGGESTED));
    }

    private List<PersonCard> people(Viewer viewer, String sought, int most) {
        return sought.isEmpty() ? List.of() : directory.suggest(viewer, sought, most);
    }

    private Slice<Community> communities(Viewer viewer, String sought) {
        return sought.isEmpty()
                ? new Slice<>(List.of(), null)
                : communities.list(viewer, CommunityFilter.of(sought, null, null), Cursor.NEWEST, SHOWN);
    }
}
