package org.parvis.people;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The directory. */
@Controller
class DirectoryPages {

    private final Directory directory;
    private final WallClock wallClock;

    DirectoryPages(Directory directory, WallClock wallClock) {
        this.directory = directory;
        this.wallClock = wallClock;
    }

    @GetMapping("/people")
    ModelAndView index(
            @SignedIn Viewer viewer,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable String cursor) {
        var filter = DirectoryFilter.of(parameters.getFirst("q"), parameters::get);
        var facets = directory.facets(viewer, filter);
        return new ModelAndView("people/index")
                .addObject("viewer", viewer)
                .addObject("filter", filter)
                .addObject("count", facets.people())
                .addObject("facets", facets.values())
                .addObject("clock", wallClock)
                .addObject("first", cursor == null)
                .addObject("people", directory.list(viewer, filter, Cursor.parse(cursor), Slice.PAGE));
    }

    @GetMapping("/people/values")
    ModelAndView values(
            @SignedIn Viewer viewer,
            @RequestParam(defaultValue = "site") String of,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable String cursor) {
        var filter = DirectoryFilter.of(parameters.getFirst("q"), parameters::get);
        var facet = Facet.of(of);
        return new ModelAndView("people/values")
                .addObject("filter", filter)
                .addObject("facet", facet)
                .addObject("values", directory.values(viewer, filter, facet, Cursor.parse(cursor), Slice.MOST));
    }
}
