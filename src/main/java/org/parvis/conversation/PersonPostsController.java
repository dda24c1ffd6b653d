package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.people.People;
import org.parvis.people.PersonId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All that somebody wrote, on their wall and elsewhere, as far as the viewer may read it. */
@Controller
class PersonPostsController {

    private final People people;
    private final Posts posts;

    PersonPostsController(People people, Posts posts) {
        this.people = people;
        this.posts = posts;
    }

    @GetMapping("/people/{id}/posts")
    ModelAndView posts(
            @SignedIn Viewer viewer,
            @PathVariable PersonId id,
            @RequestParam(required = false) @Nullable String before) {
        return new ModelAndView("conversation/person")
                .addObject("viewer", viewer)
                .addObject("person", people.find(viewer, id))
                .addObject("posts", posts.byPerson(viewer, id.value(), Cursor.of(before), Slice.PAGE));
    }
}
