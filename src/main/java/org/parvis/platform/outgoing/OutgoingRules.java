package org.parvis.platform.outgoing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.List;

/** What administrators say of asking other servers. Read whenever it matters, so that every node follows at once. */
@Repository
public class OutgoingRules {

    /**
     * @param previews whether the sites that people link to are asked what they are
     * @param hosts of the house, which may be asked nevertheless
     */
    public record Rules(boolean previews, AllowedHosts hosts) {}

    private final JdbcClient jdbc;

    OutgoingRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Before the network is set up nobody is asked anything. */
    public Rules read() {
        return jdbc.sql("select link_previews, reachable_hosts from network")
                .query((row, number) -> new Rules(row.getBoolean("link_previews"), new AllowedHosts(List.of((String[])
                        row.getArray("reachable_hosts").getArray()))))
                .optional()
                .orElse(new Rules(false, AllowedHosts.NONE));
    }

    public void change(Rules rules) {
        jdbc.sql("update network set link_previews = :previews, reachable_hosts = :hosts, epoch = epoch + 1")
                .param("previews", rules.previews())
                .param("hosts", rules.hosts().entries().toArray(String[]::new))
                .update();
    }
}
