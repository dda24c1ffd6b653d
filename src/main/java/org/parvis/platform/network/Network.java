package org.parvis.platform.network;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.time.Times;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The one company this installation serves. Read at most every three seconds, so that every node soon knows a change. */
@Repository
public class Network {

    private static final Duration FRESH = Duration.ofSeconds(3);

    /** What administrators set; languages are BCP 47 tags. */
    public record Identity(String name, List<String> languages, String defaultLanguage) {

        public Locale defaultLocale() {
            return Messages.supported(Locale.forLanguageTag(defaultLanguage));
        }

        /** The language asked for where the network speaks it, else the one of whoever chose none. */
        public Locale nearest(Locale asked) {
            return languages.contains(asked.getLanguage()) ? Messages.supported(asked) : defaultLocale();
        }
    }

    private record Read(@Nullable Identity identity, Instant at) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Read last;

    Network(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Once true it stays so: a network is never taken back. */
    public boolean isSetUp() {
        var known = last;
        return known != null && known.identity() != null || identity().isPresent();
    }

    /** Empty until the network is set up. */
    public Optional<Identity> identity() {
        var known = last;
        if (known == null || known.identity() == null || known.at().plus(FRESH).isBefore(clock.instant())) {
            known = new Read(read().orElse(null), clock.instant());
            last = known;
        }
        return Optional.ofNullable(known.identity());
    }

    public String name() {
        return identity().map(Identity::name).orElse("Parvis");
    }

    /** The language of whoever chose none. */
    public Locale defaultLocale() {
        return identity().map(Identity::defaultLocale).orElse(Messages.LANGUAGES.getFirst());
    }

    public Locale nearest(Locale asked) {
        return identity().map(known -> known.nearest(asked)).orElseGet(() -> Messages.supported(asked));
    }

    /** Sets the network up; false when somebody was faster. */
    public boolean setUp(Identity identity) {
        var rows = jdbc.sql("""
                insert into network (name, languages, default_language, set_up_at)
                values (:name, :languages, :language, :now)
                on conflict do nothing
                """)
                .param("name", identity.name())
                .param("languages", identity.languages().toArray(String[]::new))
                .param("language", identity.defaultLanguage())
                .param("now", Times.utc(clock.instant()))
                .update();
        forgetAfterwards();
        return rows == 1;
    }

    public void change(Identity identity) {
        jdbc.sql("""
                update network
                   set name = :name, languages = :languages, default_language = :language, epoch = epoch + 1
                """)
                .param("name", identity.name())
                .param("languages", identity.languages().toArray(String[]::new))
                .param("language", identity.defaultLanguage())
                .update();
        forgetAfterwards();
    }

    /** What administrators add to the mail of invitation in that language; empty where they wrote nothing. */
    public Optional<String> invitation(Locale locale) {
        return jdbc.sql("select invitation ->> :language from network")
                .param("language", locale.getLanguage())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(text -> text)
                .filter(text -> !text.isBlank());
    }

    /** What is added to the mail of invitation, by language. */
    public Map<String, String> invitations() {
        var texts = new TreeMap<String, String>();
        jdbc.sql("select t.key, t.value from network, jsonb_each_text(invitation) t")
                .query((RowCallbackHandler) row -> texts.put(row.getString("key"), row.getString("value")));
        return texts;
    }

    /** Replaces what is added in these languages; an empty text adds nothing. */
    public void invite(Map<String, String> texts) {
        jdbc.sql("""
                update network
                   set invitation = invitation || jsonb_object(:languages, :texts), epoch = epoch + 1
                """)
                .param("languages", texts.keySet().toArray(String[]::new))
                .param("texts", texts.values().toArray(String[]::new))
                .update();
    }

    private Optional<Identity> read() {
        return jdbc.sql("select name, languages, default_language from network")
                .query(Network::one)
                .optional();
    }

    private static Identity one(ResultSet row, int number) throws SQLException {
        var languages =
                Stream.of((String[]) row.getArray("languages").getArray()).toList();
        return new Identity(row.getString("name"), languages, row.getString("default_language"));
    }

    private void forgetAfterwards() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    last = null;
                }
            });
        } else {
            last = null;
        }
    }
}
