package org.parvis.conversation;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static org.springframework.http.HttpStatus.NO_CONTENT;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.people.People;
import org.parvis.people.PersonId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.MergePatch;
import org.parvis.platform.web.Paging;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Posts for programs. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Posts")
class PostApi {

    private static final String TEXT =
            "Markdown; @[Alice Martin](person:12) mentions, @[](community:3) leads to a community, #usinage names a topic,"
                    + " ![what it shows](file:12) places one of its pictures; at most 40,000 characters, 200,000 of an article";

    @Schema(name = "Removal")
    record RemovalJson(
            @Schema(description = "Told to the author of what an owner takes away", maxLength = Posts.REASON) @Nullable
            String reason) {}

    @Schema(name = "PostText")
    record TextJson(
            @Schema(description = "Of the kinds that carry one", minLength = 1, maxLength = Submission.TITLE) @Nullable
            String title,

            @Schema(description = TEXT, requiredMode = REQUIRED, minLength = 1, maxLength = Posts.LONGEST) @Nullable
            String text,

            @ArraySchema(arraySchema = @Schema(description = FileApi.KEPT), maxItems = Posts.MOST_FILES) @Nullable
            List<String> files,

            @Schema(description = FileApi.ALTERNATIVES) @Nullable
            Map<String, @Nullable String> alternatives) {}

    @Schema(name = "PostDraft")
    record DraftJson(
            @Schema(description = "update where none is named", example = "update") @Nullable
            String kind,

            @Schema(description = "Of the kinds that carry one", minLength = 1, maxLength = Submission.TITLE) @Nullable
            String title,

            @Schema(description = TEXT, requiredMode = REQUIRED, minLength = 1, maxLength = Posts.LONGEST) @Nullable
            String text,

            @ArraySchema(arraySchema = @Schema(description = FileApi.WAITING), maxItems = Posts.MOST_FILES) @Nullable
            List<String> files,

            @Schema(description = "Publish it then, a year away at most; at once where not said") @Nullable
            Instant publishAt,

            @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, JsonNode> parts) {}

    private final Posts posts;
    private final PostKinds kinds;
    private final People people;
    private final MergePatch patches;
    private final JsonMapper json;
    private final Plans plans;
    private final Drafts drafts;

    PostApi(
            Posts posts,
            PostKinds kinds,
            People people,
            MergePatch patches,
            JsonMapper json,
            Plans plans,
            Drafts drafts) {
        this.json = json;
        this.plans = plans;
        this.drafts = drafts;
        this.posts = posts;
        this.kinds = kinds;
        this.people = people;
        this.patches = patches;
    }

    @Operation(operationId = "listCommunityPosts", summary = "A community's posts, the most recently active first")
    @GetMapping("/communities/{id}/posts")
    JsonList<PostJson> inCommunity(@SignedIn Viewer viewer, @PathVariable CommunityId id, Paging paging) {
        return JsonList.of(posts.inCommunity(viewer, id, paging.fromNewest(), paging.limit()), PostJson::of);
    }

    @Operation(
            operationId = "listPersonPosts",
            summary = "What a person wrote where the caller may read it, the newest first")
    @GetMapping("/people/{id}/posts")
    JsonList<PostJson> byPerson(@SignedIn Viewer viewer, @PathVariable PersonId id, Paging paging) {
        people.find(viewer, id);
        return JsonList.of(posts.byPerson(viewer, id.value(), paging.fromNewest(), paging.limit()), PostJson::of);
    }

    @Operation(operationId = "postInCommunity", summary = "Post in a community, now or later")
    @ApiResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PostJson.class)))
    @ApiResponse(
            responseCode = "202",
            description = "A draft that is published then",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DraftApi.DraftJson.class)))
    @PostMapping("/communities/{id}/posts")
    ResponseEntity<?> inCommunity(@SignedIn Viewer viewer, @PathVariable CommunityId id, @RequestBody DraftJson draft) {
        return posted(viewer, id, draft);
    }

    @Operation(operationId = "postOnWall", summary = "Post on one's own wall, now or later")
    @ApiResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PostJson.class)))
    @ApiResponse(
            responseCode = "202",
            description = "A draft that is published then",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DraftApi.DraftJson.class)))
    @PostMapping("/posts")
    ResponseEntity<?> onMyWall(@SignedIn Viewer viewer, @RequestBody DraftJson draft) {
        return posted(viewer, null, draft);
    }

    private ResponseEntity<?> posted(Viewer viewer, @Nullable CommunityId place, DraftJson draft) {
        var at = draft.publishAt();
        return at == null
                ? created(viewer, posts.publish(viewer, place, submission(draft)))
                : planned(viewer, place, draft, at);
    }

    private ResponseEntity<DraftApi.DraftJson> planned(
            Viewer viewer, @Nullable CommunityId place, DraftJson draft, Instant at) {
        var key = UUID.randomUUID();
        plans.plan(viewer, typed(key, place, draft), at);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/drafts/" + key))
                .body(DraftApi.DraftJson.of(drafts.find(viewer, key)));
    }

    private Typed typed(UUID key, @Nullable CommunityId place, DraftJson draft) {
        var kind = kinds.of(draft.kind());
        var form = new DraftApi.TextJson(
                        kind.code(),
                        place == null ? null : place.toString(),
                        draft.title(),
                        draft.text(),
                        draft.files())
                .over(new LinkedMultiValueMap<>(), key);
        var part = draft.parts() == null ? null : draft.parts().get(kind.code());
        if (part != null) form.form().set(Submissions.PART, part.toString());
        return form;
    }

    private Submission<?> submission(DraftJson draft) {
        return submission(kinds.of(draft.kind()), draft);
    }

    // What is not given is asked for as if nothing stood in it.
    private <D> Submission<D> submission(PostKind<D> kind, DraftJson draft) {
        var part = draft.parts() == null ? null : draft.parts().get(kind.code());
        var given = part == null || part.isNull() ? json.createObjectNode() : part;
        var details = json.treeToValue(given, kind.details());
        return new Submission<>(kind, draft.title(), draft.text(), FileApi.enclosed(draft.files()), details);
    }

    private ResponseEntity<PostJson> created(Viewer viewer, PostId id) {
        return ResponseEntity.created(URI.create("/api/v1/posts/" + id)).body(get(viewer, id));
    }

    @Operation(operationId = "getPost", summary = "A post")
    @GetMapping("/posts/{id}")
    PostJson get(@SignedIn Viewer viewer, @PathVariable PostId id) {
        return PostJson.of(posts.show(viewer, id));
    }

    @Operation(
            operationId = "rewordPost",
            summary = "Reword one's own post, or change its files; the earlier wording is kept")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TextJson.class)))
    @PatchMapping("/posts/{id}")
    @Transactional
    PostJson edit(@SignedIn Viewer viewer, @PathVariable PostId id, @RequestBody ObjectNode given) {
        var post = posts.find(viewer, id);
        var wanted = patches.apply(new TextJson(post.title(), post.text(), FileApi.ids(post.files()), null), given);
        var form = new LinkedMultiValueMap<String, String>();
        if (given.has("title")) form.set("title", wanted.title());
        posts.edit(viewer, id, wanted.text(), FileApi.revision(given, wanted.files(), wanted.alternatives()), form);
        return get(viewer, id);
    }

    @Operation(
            operationId = "deletePost",
            summary = "Take away one's own post, or as an owner one in the community; for good")
    @DeleteMapping("/posts/{id}")
    @ResponseStatus(NO_CONTENT)
    void delete(
            @SignedIn Viewer viewer,
            @PathVariable PostId id,
            @RequestBody(required = false) @Nullable RemovalJson removal) {
        posts.delete(viewer, id, removal == null ? null : removal.reason());
    }

    @Operation(
            operationId = "listPostVersions",
            summary = "Earlier wordings, the latest first; for the author and the community's owners")
    @GetMapping("/posts/{id}/history")
    JsonList<VersionJson> history(@SignedIn Viewer viewer, @PathVariable PostId id, Paging paging) {
        return JsonList.of(posts.history(viewer, id, paging.fromNewest(), paging.limit()), VersionJson::of);
    }
}
