package org.parvis.people;

import org.parvis.journal.Activity;
import org.parvis.journal.ChangeListener;
import org.parvis.platform.web.Awaited;
import org.parvis.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Duration;
import java.util.List;

/** Everyone the network knows, as far as a viewer may see them. */
@Service
public class People implements ChangeListener {

    /** How the journal names a person. */
    public static final String KIND = "person";

    // Half a company may follow its head, and each look at the profile would count them. Employees see everybody, and
    // so
    // the same number; who leaves the company is counted until it is read again.
    private final Awaited<Long> followers = new Awaited<>(Duration.ofMinutes(10), count -> true);

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound when nobody has this number or the viewer may not know of them */
    @Transactional(readOnly = true)
    public Person find(Viewer viewer, PersonId id) {
        var before = followers.changes();
        var known = viewer.employee() ? followers.known(id.value()) : null;
        var found = jdbc.sql("select " + Person.COLUMNS + " from visible_people(:viewer) p where p.id = :id")
                .param("viewer", viewer.id().value())
                .param("id", id.value())
                .param("countFollowers", known == null)
                .query(Person::of)
                .optional()
                .orElseThrow(() -> new NotFound("person " + id));
        if (known != null) return found.with(known);
        if (viewer.employee()) followers.found(id.value(), found.followers(), before);
        return found;
    }

    @Override
    public void changed(List<Activity> changes) {
        for (var change : changes) {
            if (change.object().is(KIND)) followers.came(change.object().id());
        }
    }
}
