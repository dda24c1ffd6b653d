package org.parvis.people;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Writing one's own profile. */
@Controller
class ProfileFormPages {

    private final Profiles profiles;

    ProfileFormPages(Profiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping("/profile")
    ModelAndView mine(@SignedIn Viewer viewer) {
        return new ModelAndView("redirect:/people/" + viewer.id() + "/edit");
    }

    @GetMapping("/people/{id}/edit")
    ModelAndView edit(@SignedIn Viewer viewer, @PathVariable PersonId id) {
        var person = profiles.own(viewer, id);
        return form(viewer, person, ProfileForm.of(person), null);
    }

    @PostMapping("/people/{id}/edit")
    ModelAndView write(
            @SignedIn Viewer viewer,
            Page page,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @ModelAttribute ProfileForm form) {
        var person = profiles.own(viewer, id);
        try {
            profiles.write(viewer, id, form);
        } catch (Invalid problem) {
            return again(form(viewer, person, form, problem));
        }
        return done(page, response, person, "people.saved");
    }

    @PostMapping("/people/{id}/photo")
    ModelAndView photo(
            @SignedIn Viewer viewer,
            Page page,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam MultipartFile photo) {
        var person = profiles.own(viewer, id);
        try {
            profiles.photo(viewer, id, photo, photo.getSize());
        } catch (Invalid problem) {
            return again(form(viewer, person, ProfileForm.of(person), problem));
        }
        return done(page, response, person, "people.photo.saved");
    }

    @DeleteMapping("/people/{id}/photo")
    ModelAndView withoutPhoto(
            @SignedIn Viewer viewer, Page page, HttpServletResponse response, @PathVariable PersonId id) {
        var person = profiles.own(viewer, id);
        profiles.withoutPhoto(viewer, id);
        return done(page, response, person, "people.photo.removed");
    }

    private static ModelAndView done(Page page, HttpServletResponse response, Person person, String said) {
        Flash.say(response, page.text(said));
        return new ModelAndView("redirect:" + person.href());
    }

    private ModelAndView form(Viewer viewer, Person person, ProfileForm form, @Nullable Invalid problem) {
        return new ModelAndView("people/edit")
                .addObject("person", person)
                .addObject("attributes", profiles.attributes(viewer))
                .addObject("form", form)
                .addObject("problem", problem);
    }

    private static ModelAndView again(ModelAndView view) {
        view.setStatus(UNPROCESSABLE_CONTENT);
        return view;
    }
}
