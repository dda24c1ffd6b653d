package org.parvis.platform.web;

import org.parvis.platform.settings.ParvisSettings;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import java.net.URI;

/** Where people find the network, as the installation was told; never what a request claims. */
@Component
public class PublicAddress {

    private final ParvisSettings settings;
    private final Environment environment;

    PublicAddress(ParvisSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /** The full address of a path, for mails: {@code link("/links/…")}. */
    public String link(String path) {
        return home() + path;
    }

    /** Scheme, host and port, as a browser writes them in {@code Origin}. */
    public String origin() {
        return home().replaceFirst("^(https?://[^/]+).*$", "$1");
    }

    public String host() {
        return URI.create(origin()).getHost();
    }

    /** Whether browsers reach us by https, so that cookies may insist on it. */
    public boolean secure() {
        return settings.isSecure();
    }

    /** Whether the address was set, rather than supposed. */
    public boolean given() {
        return settings.publicUrl() != null;
    }

    private String home() {
        var port = environment.getProperty("local.server.port");
        return given() || port == null ? settings.home().toString() : "http://localhost:" + port;
    }
}
