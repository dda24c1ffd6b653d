package org.parvis.people;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.platform.files.Pictures;
import org.parvis.platform.web.Forbidden;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** What people say of themselves. Only they themselves write it. */
@Service
public class Profiles {

    /** How a file names the person it is a photo of. */
    static final String PHOTO_OF = "person";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final People people;
    private final Pictures pictures;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Profiles(
            JdbcClient jdbc,
            Journal journal,
            People people,
            Pictures pictures,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.people = people;
        this.pictures = pictures;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The viewer's own profile. @throws Forbidden for somebody else's, if the viewer may see it at all */
    public Person own(Viewer viewer, PersonId id) {
        var person = people.find(viewer, id);
        if (!viewer.is(id)) {
            throw new Forbidden("somebody else's profile");
        }
        return person;
    }

    /** What a directory keeps of the viewer beside the fields we know, by its own headings: nobody else's to read. */
    @Transactional(readOnly = true)
    public Map<String, String> attributes(Viewer viewer) {
        var attributes = new LinkedHashMap<String, String>();
        jdbc.sql("""
                select a.key,
                       case jsonb_typeof(a.value)
                           when 'array' then (select string_agg(one, ', ') from jsonb_array_elements_text(a.value) one)
                           else a.value #>> '{}'
                       end as value
                  from person p
                 cross join jsonb_each(p.attributes) a
                 where p.id = :id and a.value <> '[]'
                 order by a.key
                """).param("id", viewer.id().value()).query((RowCallbackHandler)
                row -> attributes.put(row.getString("key"), row.getString("value")));
        return attributes;
    }

    /** Replaces everything the form holds; what a directory keeps stays as the directory has it. */
    @Transactional
    public void write(Viewer viewer, PersonId id, ProfileForm form) {
        var person = own(viewer, id);
        jdbc.sql("""
                update person
                   set about = :about, career = :career, expertise = :expertise::text[], interests = :interests::text[],
                       languages = :languages::text[], pronouns = :pronouns, updated_at = :now
                 where id = :id
                """)
                .params(form.own())
                .param("now", utc(clock.instant()))
                .param("id", id.value())
                .update();
        if (person.directory() == null) {
            jdbc.sql("""
                    update person
                       set job_title = :jobTitle, department = :department, site = :site, phone = :phone
                     where id = :id and directory is null
                    """).params(form.kept()).param("id", id.value()).update();
        }
        changed(viewer);
    }

    /** Gives the viewer a photo. @throws org.parvis.platform.web.Invalid for what is no good picture */
    public void photo(Viewer viewer, PersonId id, InputStreamSource upload, long size) {
        own(viewer, id);
        var file = pictures.keep(upload, size, id.value(), PHOTO_OF, id.value());
        transaction.executeWithoutResult(status -> replace(viewer, file));
    }

    /** Takes the viewer's photo away. */
    public void withoutPhoto(Viewer viewer, PersonId id) {
        own(viewer, id);
        transaction.executeWithoutResult(status -> replace(viewer, null));
    }

    private void replace(Viewer viewer, @Nullable Long file) {
        var before = jdbc.sql("select photo from person where id = :id and photo is not null for update")
                .param("id", viewer.id().value())
                .query(Long.class)
                .optional();
        jdbc.sql("update person set photo = :file, epoch = epoch + 1, updated_at = :now where id = :id")
                .param("file", file)
                .param("now", utc(clock.instant()))
                .param("id", viewer.id().value())
                .update();
        before.ifPresent(pictures::forget);
        changed(viewer);
    }

    private void changed(Viewer viewer) {
        journal.append(Activity.by(viewer.id().value())
                .update(Reference.to(People.KIND, viewer.id().value())));
    }
}
