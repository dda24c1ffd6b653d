package org.parvis.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parvis.testing.Cast.as;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostId;
import org.parvis.people.Viewer;
import org.parvis.platform.outgoing.AllowedHosts;
import org.parvis.platform.outgoing.OutgoingRules;
import org.parvis.platform.outgoing.OutgoingRules.Rules;
import org.parvis.testing.Site;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Posts and the cards of their links, as readers find them once other sites have been asked. */
@TestComponent
class Linked {

    private final MockMvcTester browser;
    private final LinkFetching fetching;
    private final OutgoingRules rules;
    private final JdbcClient jdbc;

    Linked(MockMvcTester browser, LinkFetching fetching, OutgoingRules rules, JdbcClient jdbc) {
        this.browser = browser;
        this.fetching = fetching;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    void allow(Site... sites) {
        rules.change(new Rules(
                true, new AllowedHosts(Stream.of(sites).map(Site::host).toList())));
    }

    void switchOff() {
        rules.change(new Rules(false, AllowedHosts.NONE));
    }

    /** Everything that was written is read, and everybody was asked who was to be asked. */
    void settle() {
        await().until(() -> behind() == 0);
        fetching.fetch();
        await().until(() -> waiting() == 0);
    }

    /** All that was read so far, with nobody asked yet that was not asked before. */
    void read() {
        await().until(() -> behind() == 0);
    }

    /** As if it were time for the next try, or for asking again. */
    void later(String interval) {
        jdbc.sql("""
                update link set next_try_at = next_try_at - :interval::interval,
                                settled_at = settled_at - :interval::interval
                """).param("interval", interval).update();
    }

    List<Map<String, @Nullable Object>> rows() {
        return jdbc.sql("select address, tries, next_try_at, settled_at, title, picture from link order by id")
                .query()
                .listOfRows();
    }

    Document page(Viewer viewer, String path) {
        try {
            var answer = browser.get().uri(path).with(as(viewer)).exchange();
            assertThat(answer).as(path).hasStatusOk();
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The cards under a post, on its own page. */
    List<Element> cards(Viewer viewer, PostId post) {
        return page(viewer, "/posts/" + post).select("#post_" + post + " .preview");
    }

    private long behind() {
        return jdbc.sql("""
                select (select count(*) from journal where position is null)
                     + (select h.position - c.position from journal_head h, journal_cursor c where c.name = 'links')
                """).query(Long.class).single();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from link where next_try_at <= now() and tries < :tries")
                .param("tries", Links.TRIES)
                .query(Long.class)
                .single();
    }
}
