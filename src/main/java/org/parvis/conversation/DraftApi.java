package org.parvis.conversation;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostJson.CommunityReference;
import org.parvis.people.PersonReference;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.files.FileForm;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.MergePatch;
import org.parvis.platform.web.Paging;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Drafts for programs: what they do not know of a kind stays as its author left it. */
@RestController
@RequestMapping("/api/v1/drafts")
@Tag(name = "Drafts")
class DraftApi {

    @Schema(name = "Draft")
    record DraftJson(
            String id,

            @Schema(description = "Who began it and publishes it; the caller writes with them")
            PersonReference author,

            @Schema(example = "update") String kind,

            @Schema(description = "Null on the wall, and where the caller may read no more") @Nullable
            CommunityReference community,

            String title,
            @Schema(description = "Markdown as written") String text,
            List<String> files,
            Instant changedAt,

            @Schema(description = "When it is published by itself; null when it is not") @Nullable
            Instant publishAt,

            @Schema(description = "Why it was not published as planned, in the caller's language of then") @Nullable
            String refusal) {

        static DraftJson of(Draft draft) {
            var place = draft.place();
            return new DraftJson(
                    draft.key().toString(),
                    PersonReference.of(draft.author()),
                    draft.kind(),
                    place == null ? null : new CommunityReference(place.id().toString(), place.name()),
                    Objects.requireNonNullElse(draft.form().getFirst("title"), ""),
                    draft.typed().text(),
                    draft.form().getOrDefault("files", List.of()),
                    draft.changedAt(),
                    draft.publishAt(),
                    draft.refusal());
        }
    }

    @Schema(name = "DraftText")
    record TextJson(
            @Schema(description = "update where none is named", example = "update") @Nullable
            String kind,

            @Schema(description = "The community that it is to go to; null for the wall") @Nullable
            String community,

            @Schema(maxLength = Submission.TITLE) @Nullable String title,
            @Schema(maxLength = Posts.LONGEST) @Nullable String text,

            @ArraySchema(arraySchema = @Schema(description = FileApi.WAITING), maxItems = Posts.MOST_FILES) @Nullable
            List<String> files) {

        Typed over(MultiValueMap<String, String> form, UUID key) {
            var changed = new LinkedMultiValueMap<>(form);
            changed.set("draft", key.toString());
            changed.set("kind", Objects.requireNonNullElse(kind, Update.CODE));
            changed.set("community", Objects.requireNonNullElse(community, ""));
            changed.set("title", Objects.requireNonNullElse(title, ""));
            changed.set("text", Objects.requireNonNullElse(text, ""));
            changed.put("files", Objects.requireNonNullElse(files, List.of()));
            return new Typed(changed, FileForm.of(changed));
        }
    }

    private final Drafts drafts;
    private final MergePatch patches;
    private final Plans plans;

    DraftApi(Drafts drafts, MergePatch patches, Plans plans) {
        this.plans = plans;
        this.drafts = drafts;
        this.patches = patches;
    }

    @Operation(operationId = "listDrafts", summary = "What the caller has begun to write, the latest first")
    @GetMapping
    JsonList<DraftJson> list(@SignedIn Viewer viewer, Paging paging) {
        return JsonList.of(drafts.list(viewer, paging.fromNewest(), paging.limit()), DraftJson::of);
    }

    @Operation(
            operationId = "createDraft",
            summary =
                    "Keep what is to be written on; with the files that wait for it, for 90 days after its last change")
    @PostMapping
    @ResponseStatus(CREATED)
    ResponseEntity<DraftJson> create(@SignedIn Viewer viewer, @RequestBody TextJson text) {
        var key = UUID.randomUUID();
        var _ = drafts.keep(viewer, text.over(new LinkedMultiValueMap<>(), key));
        return ResponseEntity.created(URI.create("/api/v1/drafts/" + key)).body(get(viewer, key.toString()));
    }

    @Operation(operationId = "getDraft", summary = "A draft of the caller's")
    @GetMapping("/{id}")
    DraftJson get(@SignedIn Viewer viewer, @PathVariable String id) {
        return DraftJson.of(drafts.find(viewer, Drafts.key(id)));
    }

    @Operation(operationId = "changeDraft", summary = "Change a draft; what is not named stays")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TextJson.class)))
    @PatchMapping("/{id}")
    DraftJson change(@SignedIn Viewer viewer, @PathVariable String id, @RequestBody ObjectNode given) {
        var draft = drafts.find(viewer, Drafts.key(id));
        var now = DraftJson.of(draft);
        var community = now.community() == null ? null : now.community().id();
        var wanted = patches.apply(new TextJson(now.kind(), community, now.title(), now.text(), now.files()), given);
        var _ = drafts.keep(viewer, wanted.over(written(draft), draft.key()));
        return get(viewer, id);
    }

    private static MultiValueMap<String, String> written(Draft draft) {
        var form = new LinkedMultiValueMap<>(draft.form());
        form.set("version", Long.toString(draft.version()));
        return form;
    }

    @Schema(name = "Plan")
    record PlanJson(
            @Schema(description = "Still to come, a year away at most", requiredMode = REQUIRED) @Nullable
            Instant publishAt) {}

    @Operation(
            operationId = "planDraft",
            summary = "Have a draft published by itself",
            description = "422 for what could not be published now. A draft that changes is no longer planned.")
    @PutMapping("/{id}/plan")
    DraftJson plan(@SignedIn Viewer viewer, @PathVariable String id, @RequestBody PlanJson plan) {
        var draft = drafts.find(viewer, Drafts.key(id));
        if (plan.publishAt() == null) throw new Invalid("publishAt", "conversation.plan.moment");
        plans.plan(viewer, draft.key(), plan.publishAt());
        return get(viewer, id);
    }

    @Operation(operationId = "cancelPlan", summary = "Have a draft no longer published by itself")
    @DeleteMapping("/{id}/plan")
    @ResponseStatus(NO_CONTENT)
    void cancel(@SignedIn Viewer viewer, @PathVariable String id) {
        plans.cancel(viewer, Drafts.key(id));
    }

    @Operation(operationId = "discardDraft", summary = "Throw a draft away, with the files that wait for it")
    @DeleteMapping("/{id}")
    @ResponseStatus(NO_CONTENT)
    void discard(@SignedIn Viewer viewer, @PathVariable String id) {
        drafts.discard(viewer, Drafts.key(id));
    }
}
