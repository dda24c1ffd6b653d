package org.parvis.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.platform.database.DataFolder;
import org.parvis.platform.settings.Refusal;
import org.parvis.testing.OwnDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextCustomizerFactories;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Without the usual cast, who would be strangers in the demo company. */
@SpringBootTest
@ContextCustomizerFactories(OwnDatabase.Factory.class)
@DirtiesContext
class DemoCompanyTests {

    @Autowired
    DemoCompany company;

    @Autowired
    DataFolder folder;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        var _ = company.open();
    }

    @Test
    void isAsLargeAsPromised() {
        assertThat(count("select count(*) from person")).isEqualTo(300);
        assertThat(count("select count(distinct country) from person")).isEqualTo(6);
        assertThat(count("select count(*) from community")).isEqualTo(25);
        assertThat(count("select count(*) from post")).isGreaterThanOrEqualTo(600);
        assertThat(count("select count(*) from comment")).isGreaterThanOrEqualTo(2000);
        assertThat(count("select count(*) from post_reaction")).isGreaterThan(3000);
        assertThat(count("select count(*) from person where manager_id is null"))
                .isEqualTo(1);
        assertThat(count("select count(*) from mention")).isPositive();
        assertThat(count("select count(*) from file where attached and place_kind = 'post'"))
                .isEqualTo(14);
        assertThat(count("select count(*) from file where attached and place_kind = 'comment'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from file f join caption c on c.file = f.id where f.transcript <> ''"))
                .isEqualTo(2);
        assertThat(count("select count(*) from poll where voters >= 20")).isEqualTo(2);
        assertThat(count("select count(*) from praise")).isEqualTo(5);
        assertThat(count("select count(*) from announcement")).isEqualTo(2);
        assertThat(count("select count(*) from article")).isEqualTo(3);
        assertThat(count("select count(*) from article where cover is not null"))
                .isEqualTo(2);
        assertThat(count("select count(*) from post_coauthor")).isEqualTo(1);
        assertThat(count("select count(*) from announcement_reading where acknowledged_at is not null"))
                .isBetween(50L, 250L);
        assertThat(count("select count(*) from post_topic")).isPositive();
        assertThat(count("select count(*) from person p join file f on f.id = p.photo"))
                .isBetween(40L, 100L);
    }

    @Test
    void letsEverybodyReadWhereTheyWroteOrReacted() {
        assertThat(count("select count(*) from post p where not exists"
                        + " (select from readable_posts(p.author_id) r where r.id = p.id)"))
                .isZero();
        assertThat(count("select count(*) from comment k where not exists"
                        + " (select from readable_posts(k.author_id) r where r.id = k.post_id)"))
                .isZero();
        assertThat(count("select count(*) from post_reaction x join post p on p.id = x.post_id"
                        + " where p.community_id is not null and not exists (select from membership m"
                        + " where m.community_id = p.community_id and m.person_id = x.person_id)"))
                .isZero();
        assertThat(count("select count(*) from post where text ~ '\\]\\(VA-'")).isZero();
    }

    @Test
    void wasWrittenForThis() {
        assertThat(texts("""
                select text from post where text ~ '\\mTODO\\M|[Ll]orem|ipsum|XXX'
                union all select text from comment where text ~ '\\mTODO\\M|[Ll]orem|ipsum|XXX'
                union all select about from person where about ~ '\\mTODO\\M|[Ll]orem|ipsum|XXX'
                """)).isEmpty();
    }

    @Test
    void happenedInThePastAndInOrder() {
        assertThat(count("select count(*) from post where active_at > now()")).isZero();
        assertThat(count("select count(*) from post_reaction where at > now()")).isZero();
        assertThat(count("select count(*) from comment k join post p on p.id = k.post_id"
                        + " where k.published_at <= p.published_at"))
                .isZero();
        assertThat(count("select count(*) from comment k join comment parent on parent.id = k.reply_to"
                        + " where k.published_at <= parent.published_at or parent.reply_to is not null"))
                .isZero();
    }

    @Test
    void keepsOfficeHours() {
        assertThat(count("""
                select count(*) from post p join community c on c.id = p.community_id join person a on a.id = p.author_id
                 where c.purpose <> 'leisure' and extract(isodow from p.published_at at time zone a.time_zone) > 5
                """)).isZero();
        assertThat(count("""
                select count(*) from comment k join person a on a.id = k.author_id
                 where k.published_at < now() - interval '10 days'
                   and extract(hour from k.published_at at time zone a.time_zone) < 5
                """)).isZero();
    }

    @Test
    void nobodySaysTheSameTwice() {
        assertThat(texts("select text from (select text from post union all select text from comment) said"
                        + " group by text having count(*) > 1"))
                .isEmpty();
    }

    @Test
    void waitsForItsVisitor() {
        assertThat(
                        texts(
                                "select role from network_role r join person p on p.id = r.person_id where p.name = 'Nadia Berrada'"))
                .containsExactly("administrator");
        assertThat(count("select count(distinct password_hash) from credential"))
                .isEqualTo(1);
        assertThat(
                        count(
                                "select count(*) from credential c join person p on p.id = c.person_id where p.state = 'active'"))
                .isEqualTo(count("select count(*) from person where email is not null"));
        assertThat(count("select count(*) from charter_acceptance")).isZero();
        assertThat(count("select count(*) from invitation")).isEqualTo(1);
        assertThat(count("select count(*) from membership_request")).isEqualTo(2);
        assertThat(count("select count(*) from notification n join person p on p.id = n.person_id"
                        + " where p.name = 'Nadia Berrada' and n.read_at is null"))
                .isPositive();
        assertThat(count("select count(*) from notification where at > now()")).isZero();
        assertThat(count("select count(*) from feed_visit"))
                .isEqualTo(3 * count("select count(*) from person where state = 'active'"));
        assertThat(count("select count(*) from outgoing_mail")).isZero();
    }

    @Test
    void isTheSameWhenItIsOpenedAgain() {
        var posts = count("select count(*) from post");
        var reactions = count("select count(*) from post_reaction");
        var password = company.open().password();

        assertThat(company.open().password()).isEqualTo(password).hasSizeGreaterThan(10);
        assertThat(count("select count(*) from person")).isEqualTo(300);
        assertThat(count("select count(*) from post")).isEqualTo(posts);
        assertThat(count("select count(*) from post_reaction")).isEqualTo(reactions);
    }

    @Test
    void doesNotMoveInWithARealCompany() throws IOException {
        var password = Files.readString(folder.resolve("demo-password"));
        Files.delete(folder.resolve("demo-password"));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> company.open())
                .withMessageContaining("holds a network already");

        Files.writeString(folder.resolve("demo-password"), password);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query((row, number) -> row.getString(1)).list();
    }
}
