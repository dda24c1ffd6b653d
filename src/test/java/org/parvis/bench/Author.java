package org.parvis.bench;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Whoever writes, over the API. */
record Author(Server server) {

    /** The number of what was written; returns when it is answered. */
    long write(String path, String json) throws Exception {
        var request = HttpRequest.newBuilder(server.address().resolve("/api/v1/" + path))
                .header("Authorization", "Bearer " + Database.API_TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        var answer = Audience.CLIENT.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 201) throw new IllegalStateException(answer.statusCode() + answer.body());
        return Long.parseLong(answer.body().replaceAll("(?s)^.*?\"id\"\\s*:\\s*\"(\\d+)\".*$", "$1"));
    }
}
