package org.parvis.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ParvisTest
class NewcomerPagesTests {

    private static final String PAGE = "/administration/newcomers";

    @Autowired
    MockMvcTester browser;

    @Autowired
    Communities communities;

    @Autowired
    Cast cast;

    @Test
    void anAdministratorChoosesWhatNewcomersBeginWith() {
        var nadia = cast.nadia();
        var bruno = cast.bruno();
        var welcome = communities.create(
                bruno, new CommunityForm("Welcome aboard", "", "business", "open", true, null, null));

        assertThat(browser.get().uri(PAGE + "?person=tessier&community=welcome").with(as(nadia, "ADMINISTRATOR")))
                .hasStatusOk()
                .bodyText()
                .contains("Bruno Tessier", "Welcome aboard", "Add Bruno Tessier", "Add Welcome aboard");
        assertThat(browser.put().uri(PAGE + "/people/" + bruno.id()).with(as(nadia, "ADMINISTRATOR")))
                .hasStatus(303);
        assertThat(browser.put().uri(PAGE + "/communities/" + welcome).with(as(nadia, "ADMINISTRATOR")))
                .hasStatus(303);
        assertThat(browser.get().uri(PAGE).with(as(nadia, "ADMINISTRATOR")))
                .bodyText()
                .contains("Remove Bruno Tessier", "Remove Welcome aboard");
        assertThat(browser.delete().uri(PAGE + "/people/" + bruno.id()).with(as(nadia, "ADMINISTRATOR")))
                .hasStatus(303);
        assertThat(browser.get().uri(PAGE).with(as(nadia, "ADMINISTRATOR")))
                .bodyText()
                .doesNotContain("Remove Bruno Tessier");
    }

    @Test
    void aCommunityThatIsNotOpenCannotBeChosen() {
        var board = communities.create(
                cast.bruno(), new CommunityForm("The board", "", "hr", "invitation", false, null, null));

        assertThat(browser.put().uri(PAGE + "/communities/" + board).with(as(cast.nadia(), "ADMINISTRATOR")))
                .hasStatus(404);
    }
}
