package org.parvis.platform.command;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Walks through the first pages once, so that the AOT cache knows what a start and a visit need. */
@Component
@ConditionalOnProperty(name = "parvis.command", havingValue = "train")
class Training {

    private final Environment environment;

    Training(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void visit() throws IOException {
        visit("/");
        visit("/sign-in");
        visit("/api/v1/me");
    }

    private void visit(String path) throws IOException {
        var port = environment.getRequiredProperty("local.server.port");
        var page = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        page.setReadTimeout(30_000);
        var body = page.getResponseCode() < 400 ? page.getInputStream() : page.getErrorStream();
        if (body != null) body.readAllBytes();
    }
}
