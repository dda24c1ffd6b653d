package org.parvis.communities;

import static org.springframework.http.HttpStatus.ACCEPTED;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities.CommunityFilter;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Choice;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.MergePatch;
import org.parvis.platform.web.Paging;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Communities for programs. */
@RestController
@RequestMapping("/api/v1/communities")
@Tag(name = "Communities")
class CommunityApi {

    private static final String[] STANDINGS = {"owner", "member", "requested", "invited", "joined", "elsewhere", "none"
    };

    private final Communities communities;
    private final Memberships memberships;
    private final MergePatch patches;
    private final ObjectProvider<PostCounts> counts;

    CommunityApi(
            Communities communities, Memberships memberships, MergePatch patches, ObjectProvider<PostCounts> counts) {
        this.communities = communities;
        this.memberships = memberships;
        this.patches = patches;
        this.counts = counts;
    }

    @Operation(
            operationId = "listCommunities",
            summary = "The communities that the caller may find, the most recently active first")
    @GetMapping
    JsonList<CommunityJson> list(
            @SignedIn Viewer viewer,
            @Parameter(description = "Part of a name; case and accents do not count")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(
                            description =
                                    "How the caller stands to them; joined is owner or member, elsewhere is neither,"
                                            + " none is nothing at all",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "owner",
                                                "member",
                                                "requested",
                                                "invited",
                                                "joined",
                                                "elsewhere",
                                                "none"
                                            }))
                    @RequestParam(required = false)
                    @Nullable
                    String membership,
            Paging paging) {
        var standing = Choice.of("membership", membership, STANDINGS).orElse(null);
        var filter = CommunityFilter.of(q, null, standing).withArchived();
        var found = communities.list(viewer, filter, paging.fromNewest(), paging.limit());
        var posts = posts(viewer, found.items());
        return JsonList.of(found, community -> CommunityJson.of(community, posts.getOrDefault(community.id(), 0L)));
    }

    @Operation(operationId = "createCommunity", summary = "Found a community, the caller being its first owner")
    @PostMapping
    @ResponseStatus(CREATED)
    ResponseEntity<CommunityJson> create(@SignedIn Viewer viewer, @RequestBody NewCommunityJson given) {
        var id = communities.create(viewer, given.form());
        return ResponseEntity.created(URI.create("/api/v1/communities/" + id)).body(get(viewer, id));
    }

    @Operation(operationId = "getCommunity", summary = "A community that the caller may find")
    @GetMapping("/{id}")
    CommunityJson get(@SignedIn Viewer viewer, @PathVariable CommunityId id) {
        var community = communities.find(viewer, id);
        return CommunityJson.of(community, posts(viewer, List.of(community)).getOrDefault(id, 0L));
    }

    @Operation(
            operationId = "changeCommunity",
            summary = "Change a community, archive it or bring it back; for its owners",
            description = "Only what is given changes; null empties the description.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = CommunityChanges.class)))
    @PatchMapping("/{id}")
    @Transactional
    CommunityJson update(@SignedIn Viewer viewer, @PathVariable CommunityId id, @RequestBody ObjectNode given) {
        var now = CommunityChanges.of(communities.owned(viewer, id));
        var changes = patches.apply(now, given);
        // What is archived opens first, what is to be archived closes last.
        if (!changes.checkedArchived()) {
            communities.archive(viewer, id, false);
        }
        if (!changes.form().equals(now.form())) {
            communities.update(viewer, id, changes.form());
        }
        if (changes.checkedArchived()) {
            communities.archive(viewer, id, true);
        }
        return get(viewer, id);
    }

    @Operation(
            operationId = "enterCommunity",
            summary = "Join an open community, ask where owners agree, accept an invitation")
    @ApiResponse(responseCode = "200", description = "The caller is a member", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "202",
            description = "The caller's request waits for an owner",
            useReturnTypeSchema = true)
    @PutMapping("/{id}/membership")
    ResponseEntity<CommunityJson> enter(@SignedIn Viewer viewer, @PathVariable CommunityId id) {
        var standing = memberships.enter(viewer, id);
        return ResponseEntity.status(standing == Standing.REQUESTED ? ACCEPTED : HttpStatus.OK)
                .body(get(viewer, id));
    }

    @Operation(
            operationId = "leaveCommunity",
            summary = "Leave, withdraw a request, decline an invitation; the last owner stays")
    @DeleteMapping("/{id}/membership")
    @ResponseStatus(NO_CONTENT)
    void leave(@SignedIn Viewer viewer, @PathVariable CommunityId id) {
        memberships.leave(viewer, id);
    }

    private Map<CommunityId, Long> posts(Viewer viewer, List<Community> found) {
        var slot = counts.getIfAvailable();
        return slot == null
                ? Map.of()
                : slot.of(viewer, found.stream().map(Community::id).toList());
    }
}
