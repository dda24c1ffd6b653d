package org.parvis.bench.company;

import java.sql.Connection;
import java.sql.SQLException;

/** The network, open to everybody who works there: accounts, the accepted charter, those who look after it. */
record Opening(Blueprint company) {

    /** Of everybody. */
    static final String PASSWORD = "waage-kompass-sieben";

    private static final String HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$Qt9aS4ZCxkJ7xGf7GXz8DA$" + "9EN6u1DgGE2F64Vgq6DdXV2EanRduvOZvwJkmfjF2Vo";

    void run(Connection connection) throws SQLException {
        Ledger.execute(connection, """
                insert into network (name, languages, default_language, link_previews, set_up_at)
                values ('Valmont Aubier', '{en,fr}', 'en', false, %1$s);

                insert into credential (person_id, password_hash, changed_at)
                select id, '%2$s', %1$s from person;

                insert into charter_acceptance (person_id, version, language, accepted_at)
                select p.id, (select max(version) from charter), p.language, %1$s from person p;

                insert into newcomer (person_id, started_at)
                select id, %1$s from person where kind = 'employee';

                insert into network_role (person_id, role, granted_by, granted_at)
                values (2, 'administrator', null, %1$s),
                       (3, 'community_manager', 2, %1$s),
                       (4, 'moderator', 2, %1$s),
                       (5, 'editor', 2, %1$s);
                """.formatted(Aftermath.moment(company.start()), HASH));
    }
}
