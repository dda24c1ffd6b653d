package org.parvis.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Real ones, with the password that everybody in a company of ours has; each leaves again. */
final class SignIns {

    private static final int PEOPLE = 10;
    private static final String PASSWORD = "waage-kompass-sieben";

    private SignIns() {}

    /** Adds nothing where people have passwords of their own. */
    static void measure(Server server, Database database, Figures figures) throws Exception {
        var emails = database.jdbc()
                .sql("""
                select email from person
                 where state = 'active' and deleted_at is null and email is not null
                 order by md5(id::text || 'sign-in') limit :most
                """)
                .param("most", PEOPLE)
                .query((row, number) -> row.getString("email"))
                .list();
        var took = times(server, emails);
        if (took.length > 0) {
            var sample = Sample.of(took);
            figures.add(Figure.of("sign-in, p50 of %d".formatted(took.length), sample.median(), "ms"));
            figures.add(Figure.of("sign-in, most", sample.most(), "ms"));
        }
    }

    private static double[] times(Server server, List<String> emails) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var took = new double[emails.size()];
            for (var n = 0; n < took.length; n++) {
                var start = System.nanoTime();
                var cookie = enter(client, server.address(), emails.get(n));
                took[n] = (System.nanoTime() - start) / 1e6;
                if (cookie.isEmpty()) return new double[0];
                post(client, server.address().resolve("/sign-out"), "", cookie);
            }
            return took;
        }
    }

    /** What their cookie holds; empty when the password is another. */
    private static String enter(HttpClient client, URI address, String email) throws IOException, InterruptedException {
        var form = "email=%s&password=%s".formatted(Visitor.encoded(email), PASSWORD);
        var answer = post(client, address.resolve("/sign-in"), form, "");
        return answer.statusCode() == 303
                ? answer.headers().firstValue("Set-Cookie").orElse("").split(";")[0]
                : "";
    }

    private static java.net.http.HttpResponse<Void> post(HttpClient client, URI address, String form, String cookie)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie)
                .POST(BodyPublishers.ofString(form))
                .build();
        return client.send(request, BodyHandlers.discarding());
    }
}
