package org.parvis.people;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** People for programs. */
@RestController
@RequestMapping("/api/v1")
class PersonApi {

    private final Directory directory;
    private final People people;
    private final Profiles profiles;
    private final Following following;
    private final JdbcClient jdbc;

    PersonApi(Directory directory, People people, Profiles profiles, Following following, JdbcClient jdbc) {
        this.directory = directory;
        this.people = people;
        this.profiles = profiles;
        this.following = following;
        this.jdbc = jdbc;
    }

    @GetMapping("/people")
    JsonList<PersonJson> list(
            @SignedIn Viewer viewer,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var filter = DirectoryFilter.of(q, parameters::get);
        var found = directory.list(viewer, filter, Cursor.parse(cursor), Slice.limit(limit));
        var ids = found.items().stream()
                .map(colleague -> colleague.card().id().value())
                .toList();
        var all = all(viewer, ids);
        return new JsonList<>(
                ids.stream()
                        .map(id -> all.get(id.toString()))
                        .filter(Objects::nonNull)
                        .toList(),
                found.next() == null ? null : found.next().toString());
    }

    private Map<String, PersonJson> all(Viewer viewer, Collection<Long> ids) {
        return jdbc
                .sql(PersonJson.SELECT + " where p.id = any (:ids)")
                .param("viewer", viewer.id().value())
                .param("ids", ids.toArray(Long[]::new))
                .query(PersonJson.ROW)
                .list()
                .stream()
                .collect(Collectors.toMap(PersonJson::id, Function.identity()));
    }

    @GetMapping("/people/{id}")
    PersonJson get(@SignedIn Viewer viewer, @PathVariable PersonId id) {
        return jdbc.sql(PersonJson.SELECT + " where p.id = :id")
                .param("viewer", viewer.id().value())
                .param("id", id.value())
                .query(PersonJson.ROW)
                .optional()
                .orElseThrow(() -> new NotFound("person " + id));
    }

    @PutMapping("/people/{id}/follow")
    @ResponseStatus(NO_CONTENT)
    void follow(@SignedIn Viewer viewer, @PathVariable PersonId id) {
        following.follow(viewer, id);
    }

    @DeleteMapping("/people/{id}/follow")
    @ResponseStatus(NO_CONTENT)
    void unfollow(@SignedIn Viewer viewer, @PathVariable PersonId id) {
        following.unfollow(viewer, id);
    }

    @GetMapping("/me")
    PersonJson me(@SignedIn Viewer viewer) {
        return get(viewer, viewer.id());
    }

    /** Only what is given changes; what a directory keeps is not taken. */
    @PatchMapping("/me")
    @Transactional
    PersonJson change(@SignedIn Viewer viewer, @RequestBody Changes changes) {
        var now = ProfileForm.of(people.find(viewer, viewer.id()));
        profiles.write(viewer, viewer.id(), changes.applied(now));
        return me(viewer);
    }

    /** The parts of one's own profile that a PATCH may name; null for what stays. */
    record Changes(
            @Nullable String about,
            @Nullable String career,
            @Nullable String pronouns,
            @Nullable List<String> expertise,
            @Nullable List<String> interests,
            @Nullable List<String> languages) {

        ProfileForm applied(ProfileForm now) {
            return new ProfileForm(
                    about == null ? now.about() : about,
                    career == null ? now.career() : career,
                    expertise == null ? now.expertise() : String.join(",", expertise),
                    interests == null ? now.interests() : String.join(",", interests),
                    languages == null ? now.languages() : String.join(",", languages),
                    pronouns == null ? now.pronouns() : pronouns,
                    now.jobTitle(),
                    now.department(),
                    now.site(),
                    now.phone());
        }
    }
}
