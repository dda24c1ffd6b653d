package org.parvis.access;

import jakarta.servlet.http.HttpServletResponse;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.mail.OutgoingMail;
import org.parvis.platform.network.Network;
import org.parvis.platform.network.NetworkHours;
import org.parvis.platform.outgoing.OutgoingRules;
import org.parvis.platform.text.Markdown;
import org.parvis.platform.text.Mentions;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The settings of the network on a page. */
@Controller
class NetworkSettingsController {

    private final NetworkSettings settings;
    private final Network network;
    private final Charter charter;
    private final OutgoingMail mail;
    private final OutgoingRules outgoing;
    private final NetworkHours hours;

    NetworkSettingsController(
            NetworkSettings settings,
            Network network,
            Charter charter,
            OutgoingMail mail,
            OutgoingRules outgoing,
            NetworkHours hours) {
        this.settings = settings;
        this.network = network;
        this.charter = charter;
        this.mail = mail;
        this.outgoing = outgoing;
        this.hours = hours;
    }

    @GetMapping("/administration/settings")
    ModelAndView show() {
        return page();
    }

    @PostMapping("/administration/settings/network")
    ModelAndView identify(
            @SignedIn Viewer viewer,
            Page page,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> languages,
            @RequestParam(defaultValue = "") String language,
            HttpServletResponse response) {
        try {
            settings.identify(Agent.onPage(viewer.id()), name, languages, language);
            return saved(response, page.text("access.settings.saved"));
        } catch (Invalid invalid) {
            var typed = new Network.Identity(name, languages, language);
            return again(invalid).addObject("identity", typed);
        }
    }

    @PostMapping("/administration/settings/invitation")
    ModelAndView word(
            @SignedIn Viewer viewer,
            Page page,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response) {
        var typed = byLanguage("invitation-", parameters);
        try {
            settings.word(Agent.onPage(viewer.id()), typed);
            return saved(response, page.text("access.settings.saved"));
        } catch (Invalid invalid) {
            return again(invalid).addObject("invitations", typed);
        }
    }

    @PostMapping("/administration/settings/charter")
    ModelAndView publish(
            @SignedIn Viewer viewer,
            Page page,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response) {
        var typed = byLanguage("charter-", parameters);
        try {
            var changed = settings.publish(Agent.onPage(viewer.id()), typed);
            return saved(response, page.text(changed ? "access.charter.published" : "access.charter.unchanged"));
        } catch (Invalid invalid) {
            return again(invalid).addObject("texts", typed);
        }
    }

    @PostMapping("/administration/settings/links")
    ModelAndView reach(
            @SignedIn Viewer viewer,
            Page page,
            @RequestParam(defaultValue = "false") boolean previews,
            @RequestParam(defaultValue = "") String hosts,
            HttpServletResponse response) {
        try {
            settings.reach(Agent.onPage(viewer.id()), previews, hosts);
            return saved(response, page.text("access.settings.saved"));
        } catch (Invalid invalid) {
            return again(invalid).addObject("previews", previews).addObject("hosts", hosts);
        }
    }

    @PostMapping("/administration/settings/hours")
    ModelAndView work(
            @SignedIn Viewer viewer,
            Page page,
            @RequestParam(defaultValue = "") List<String> days,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            HttpServletResponse response) {
        try {
            settings.work(Agent.onPage(viewer.id()), days, from, until);
            return saved(response, page.text("access.settings.saved"));
        } catch (Invalid invalid) {
            return again(invalid)
                    .addObject("workingDays", days)
                    .addObject("workingFrom", from)
                    .addObject("workingUntil", until);
        }
    }

    @GetMapping("/administration/settings/charter/{version}")
    ModelAndView read(@PathVariable int version) {
        var readings = charter.texts(version).stream()
                .map(text -> new CharterReading(text.language(), Markdown.html(text.markdown(), Mentions.none())))
                .toList();
        if (readings.isEmpty()) {
            throw new NotFound("charter");
        }
        return new ModelAndView("access/charter-version", "version", version).addObject("readings", readings);
    }

    private ModelAndView again(Invalid invalid) {
        var again = page().addObject("invalid", invalid);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private ModelAndView page() {
        var rules = outgoing.read();
        var working = hours.read();
        return new ModelAndView("access/network")
                .addObject("identity", identity())
                .addObject("languages", NetworkSettings.languages())
                .addObject("invitations", network.invitations())
                .addObject("texts", charter.texts())
                .addObject("charterLanguages", settings.charterLanguages())
                .addObject("versions", charter.versions())
                .addObject("delivery", mail.delivery().orElse(null))
                .addObject("previews", rules.previews())
                .addObject("hosts", rules.hosts().lines())
                .addObject(
                        "workingDays",
                        working.days().stream()
                                .map(day -> String.valueOf(day.getValue()))
                                .toList())
                .addObject("workingFrom", working.from().toString())
                .addObject("workingUntil", working.until().toString())
                .addObject("invalid", null);
    }

    private Network.Identity identity() {
        return network.identity().orElseThrow(() -> new NotFound("network"));
    }

    private static ModelAndView saved(HttpServletResponse response, String said) {
        Flash.say(response, said);
        return new ModelAndView("redirect:/administration/settings");
    }

    private static Map<String, String> byLanguage(String prefix, Map<String, String> parameters) {
        var texts = new HashMap<String, String>();
        NetworkSettings.languages().stream()
                .filter(code -> parameters.containsKey(prefix + code))
                .forEach(code -> texts.put(code, parameters.getOrDefault(prefix + code, "")));
        return texts;
    }
}
