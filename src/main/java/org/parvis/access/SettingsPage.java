package org.parvis.access;

import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.TimeZones;
import org.parvis.platform.web.Invalid;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** Gathers what the page of settings shows. */
@Component
class SettingsPage {

    private final SignInSessions devices;
    private final AccessTokens tokens;
    private final Credentials credentials;
    private final Clock clock;
    private final ObjectProvider<SettingsSection> sections;

    SettingsPage(
            SignInSessions devices,
            AccessTokens tokens,
            Credentials credentials,
            Clock clock,
            ObjectProvider<SettingsSection> sections) {
        this.devices = devices;
        this.tokens = tokens;
        this.credentials = credentials;
        this.clock = clock;
        this.sections = sections;
    }

    ModelAndView show(Viewer viewer) {
        return page(viewer, null, null);
    }

    ModelAndView mend(Viewer viewer, Invalid invalid) {
        return page(viewer, invalid, null);
    }

    /** With a new token's secret, this once. */
    ModelAndView showSecret(Viewer viewer, OpaqueToken secret) {
        return page(viewer, null, secret.text());
    }

    /** The session this request came with; 0 when it came otherwise. */
    static long thisDevice() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedInSession session
                ? session.number()
                : 0;
    }

    private ModelAndView page(Viewer viewer, @Nullable Invalid invalid, @Nullable String secret) {
        var page =
                new ModelAndView("access/settings", invalid == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("viewer", viewer);
        page.addObject("zones", TimeZones.named(viewer.locale(), clock.instant(), viewer.zone()));
        page.addObject("changedAt", credentials.changedAt(viewer.id()).orElse(null));
        page.addObject("devices", thisFirst(devices.of(viewer.id())));
        page.addObject("thisDevice", thisDevice());
        page.addObject("tokens", tokens.of(viewer.id()));
        page.addObject("secret", secret);
        page.addObject("invalid", invalid);
        page.addObject("sections", ordered());
        return page;
    }

    private List<SettingsSection> ordered() {
        return sections.stream()
                .sorted(Comparator.comparingInt(SettingsSection::order))
                .toList();
    }

    private static List<SignInSessions.Open> thisFirst(List<SignInSessions.Open> devices) {
        return devices.stream()
                .sorted(Comparator.comparing(device -> device.id() != thisDevice()))
                .toList();
    }
}
