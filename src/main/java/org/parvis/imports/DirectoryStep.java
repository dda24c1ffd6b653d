package org.parvis.imports;

import org.parvis.access.FirstStep;
import org.parvis.access.NetworkRole;
import org.parvis.access.NetworkRoles;
import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bringing the company's people in, which is the first administrator's to do. */
@Component
class DirectoryStep implements FirstStep {

    private final NetworkRoles roles;
    private final JdbcClient jdbc;

    DirectoryStep(NetworkRoles roles, JdbcClient jdbc) {
        this.roles = roles;
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public String key() {
        return "imports.step";
    }

    @Override
    public String href(Viewer viewer) {
        return "/administration/imports/new";
    }

    @Override
    public boolean done(Viewer viewer) {
        return jdbc.sql(
                        "select exists (select from person where kind = 'employee' and id <> :id and deleted_at is null)")
                .param("id", viewer.id().value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean concerns(Viewer viewer) {
        return roles.of(viewer.id()).contains(NetworkRole.ADMINISTRATOR);
    }
}
