package org.parvis.people;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.MergePatch;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Paging;
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
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** People for programs. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "People")
class PersonApi {

    private final Directory directory;
    private final People people;
    private final Profiles profiles;
    private final Preferences preferences;
    private final Following following;
    private final MergePatch patches;
    private final JdbcClient jdbc;

    PersonApi(
            Directory directory,
            People people,
            Profiles profiles,
            Preferences preferences,
            Following following,
            MergePatch patches,
            JdbcClient jdbc) {
        this.directory = directory;
        this.people = people;
        this.profiles = profiles;
        this.preferences = preferences;
        this.following = following;
        this.patches = patches;
        this.jdbc = jdbc;
    }

    @Operation(
            operationId = "listPeople",
            summary = "The directory by name: who works here and may be seen by the caller",
            description = "A filter that is given several times lets through each of its values.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "organisation",
            array = @ArraySchema(schema = @Schema(type = "string"), maxItems = 20))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "department",
            array = @ArraySchema(schema = @Schema(type = "string"), maxItems = 20))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "site",
            array = @ArraySchema(schema = @Schema(type = "string"), maxItems = 20))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "country",
            description = "ISO 3166-1 alpha-2",
            array = @ArraySchema(schema = @Schema(type = "string"), maxItems = 20))
    @GetMapping("/people")
    JsonList<PersonJson> list(
            @SignedIn Viewer viewer,
            @Parameter(description = "Parts of a name in any order; case and accents do not count")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> asked,
            Paging paging) {
        var filter = DirectoryFilter.of(q, asked::get);
        var found = directory.list(viewer, filter, paging.after(), paging.limit());
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

    @Operation(operationId = "getPerson", summary = "A person")
    @GetMapping("/people/{id}")
    PersonJson get(@SignedIn Viewer viewer, @PathVariable PersonId id) {
        return jdbc.sql(PersonJson.SELECT + " where p.id = :id")
                .param("viewer", viewer.id().value())
                .param("id", id.value())
                .query(PersonJson.ROW)
                .optional()
                .orElseThrow(() -> new NotFound("person " + id));
    }

    @Operation(operationId = "followPerson", summary = "Follow a person; nobody follows themselves")
    @PutMapping("/people/{id}/follow")
    @ResponseStatus(NO_CONTENT)
    void follow(@SignedIn Viewer viewer, @PathVariable PersonId id) {
        following.follow(viewer, id);
    }

    @Operation(operationId = "unfollowPerson", summary = "Follow a person no longer")
    @DeleteMapping("/people/{id}/follow")
    @ResponseStatus(NO_CONTENT)
    void unfollow(@SignedIn Viewer viewer, @PathVariable PersonId id) {
        following.unfollow(viewer, id);
    }

    @Operation(operationId = "getMe", summary = "The caller")
    @GetMapping("/me")
    PersonJson me(@SignedIn Viewer viewer) {
        return get(viewer, viewer.id());
    }

    @Operation(
            operationId = "changeMe",
            summary = "Change one's own fields",
            description =
                    "Only what is given changes; null empties a field. What a directory keeps of the caller is not"
                            + " taken, whoever sends it.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ProfileChanges.class)))
    @PatchMapping("/me")
    @Transactional
    PersonJson change(@SignedIn Viewer viewer, @RequestBody ObjectNode given) {
        var now = ProfileChanges.of(people.find(viewer, viewer.id()), me(viewer));
        var changes = patches.apply(now, given);
        if (!Objects.equals(changes.language(), now.language())) {
            preferences.language(viewer.id(), changes.checkedLanguage());
        }
        if (!Objects.equals(changes.timeZone(), now.timeZone())) {
            preferences.zone(viewer.id(), Objects.requireNonNullElse(changes.timeZone(), ""));
        }
        profiles.write(viewer, viewer.id(), changes.form());
        return me(viewer);
    }
}
