package org.parvis.praise;

import com.ibm.icu.text.Collator;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.network.Network;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Ids;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What administrators say of praise: its values, and the countries in which there is none. */
@Controller
@RequestMapping("/administration/praise")
class PraisePages {

    private static final String HERE = "redirect:/administration/praise";

    private final PraiseValues values;
    private final ValuePictures pictures;
    private final Network network;

    PraisePages(PraiseValues values, ValuePictures pictures, Network network) {
        this.values = values;
        this.pictures = pictures;
        this.network = network;
    }

    @GetMapping
    ModelAndView list(@SignedIn Viewer viewer, Page page) {
        return list(viewer, page, ValueForm.empty(), null);
    }

    @PostMapping("/values")
    ModelAndView add(
            @SignedIn Viewer viewer,
            Page page,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        var typed = ValueForm.typed(form, languages());
        try {
            var added = values.add(viewer, typed);
            Flash.say(response, page.text("praise.values.added"));
            return new ModelAndView(HERE + "/values/" + added);
        } catch (Invalid invalid) {
            return refused(list(viewer, page, typed, invalid));
        }
    }

    @GetMapping("/values/{id}")
    ModelAndView show(@SignedIn Viewer viewer, @PathVariable String id) {
        var kept = values.find(viewer, number(id));
        return form(kept, ValueForm.of(kept), null);
    }

    @PostMapping("/values/{id}")
    ModelAndView change(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        var typed = ValueForm.typed(form, languages());
        var kept = values.find(viewer, number(id));
        try {
            values.change(viewer, kept.value().id(), typed);
            Flash.say(response, page.text("praise.values.saved"));
            return new ModelAndView(HERE);
        } catch (Invalid invalid) {
            return refused(form(kept, typed, invalid));
        }
    }

    /** One place up. */
    @PutMapping("/values/{id}/position")
    String advance(@SignedIn Viewer viewer, @PathVariable String id) {
        values.advance(values.find(viewer, number(id)).value().id());
        return HERE;
    }

    @PutMapping("/values/{id}/retirement")
    String retire(@SignedIn Viewer viewer, Page page, @PathVariable String id, HttpServletResponse response) {
        values.retire(viewer, number(id));
        Flash.say(response, page.text("praise.values.retired"));
        return HERE;
    }

    @DeleteMapping("/values/{id}/retirement")
    String takeUp(@SignedIn Viewer viewer, Page page, @PathVariable String id, HttpServletResponse response) {
        try {
            values.takeUp(viewer, number(id));
            Flash.say(response, page.text("praise.values.saved"));
        } catch (Invalid invalid) {
            Flash.say(response, String.valueOf(page.problem(invalid, "icon")));
        }
        return HERE;
    }

    @PostMapping("/values/{id}/picture")
    String put(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable String id,
            @RequestParam MultipartFile photo,
            HttpServletResponse response) {
        try {
            pictures.take(viewer, number(id), photo);
            Flash.say(response, page.text("praise.values.saved"));
        } catch (Invalid refused) {
            Flash.say(response, String.valueOf(page.problem(refused, "photo")));
        }
        return HERE + "/values/" + number(id);
    }

    @DeleteMapping("/values/{id}/picture")
    String remove(@SignedIn Viewer viewer, @PathVariable String id) {
        values.picture(number(id), null);
        return HERE + "/values/" + number(id);
    }

    @PostMapping("/countries")
    String switchOff(
            @SignedIn Viewer viewer,
            Page page,
            @RequestParam(defaultValue = "") List<String> off,
            HttpServletResponse response) {
        values.switchOff(viewer, off);
        Flash.say(response, page.text("praise.countries.saved"));
        return HERE;
    }

    private ModelAndView list(Viewer viewer, Page page, ValueForm form, @Nullable Invalid invalid) {
        return new ModelAndView("praise/administration")
                .addObject("values", values.all(viewer))
                .addObject("form", form)
                .addObject("languages", languages())
                .addObject("invalid", invalid)
                .addObject("countries", named(page, values.countries()))
                .addObject("off", values.off());
    }

    private ModelAndView form(KeptValue kept, ValueForm form, @Nullable Invalid invalid) {
        return new ModelAndView("praise/value")
                .addObject("kept", kept)
                .addObject("form", form)
                .addObject("languages", languages())
                .addObject("invalid", invalid);
    }

    private static ModelAndView refused(ModelAndView again) {
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private List<String> languages() {
        return network.identity().map(Network.Identity::languages).orElse(List.of());
    }

    private static Map<String, String> named(Page page, List<String> countries) {
        var named = new TreeMap<String, String>(Collator.getInstance(page.locale()));
        countries.forEach(code -> named.put(Locale.of("", code).getDisplayCountry(page.locale()), code));
        return named;
    }

    private static long number(String id) {
        return Ids.parse("value", id);
    }
}
