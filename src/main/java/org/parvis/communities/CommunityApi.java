package org.parvis.communities;

import static org.springframework.http.HttpStatus.ACCEPTED;
import static org.springframework.http.HttpStatus.NO_CONTENT;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities.CommunityFilter;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.Slice;
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

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Communities for programs. */
@RestController
@RequestMapping("/api/v1/communities")
class CommunityApi {

    private final Communities communities;
    private final Memberships memberships;
    private final ObjectProvider<PostCounts> counts;

    CommunityApi(Communities communities, Memberships memberships, ObjectProvider<PostCounts> counts) {
        this.communities = communities;
        this.memberships = memberships;
        this.counts = counts;
    }

    @GetMapping
    JsonList<CommunityJson> list(
            @SignedIn Viewer viewer,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String membership,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var filter = CommunityFilter.of(q, null, membership).withArchived();
        var found = communities.list(viewer, filter, Cursor.of(cursor), Slice.limit(limit));
        var posts = posts(viewer, found.items());
        return JsonList.of(found, community -> CommunityJson.of(community, posts.getOrDefault(community.id(), 0L)));
    }

    @PostMapping
    ResponseEntity<CommunityJson> create(@SignedIn Viewer viewer, @RequestBody CommunityForm form) {
        var id = communities.create(viewer, form);
        return ResponseEntity.created(URI.create("/api/v1/communities/" + id)).body(get(viewer, id));
    }

    @GetMapping("/{id}")
    CommunityJson get(@SignedIn Viewer viewer, @PathVariable CommunityId id) {
        var community = communities.find(viewer, id);
        return CommunityJson.of(community, posts(viewer, List.of(community)).getOrDefault(id, 0L));
    }

    /** Only what is given changes. */
    @PatchMapping("/{id}")
    @Transactional
    CommunityJson update(@SignedIn Viewer viewer, @PathVariable CommunityId id, @RequestBody Changes changes) {
        var community = communities.owned(viewer, id);
        if (changes.touchForm()) {
            communities.update(viewer, id, changes.applied(CommunityForm.of(community)));
        }
        if (changes.archived() != null) {
            communities.archive(viewer, id, changes.archived());
        }
        return get(viewer, id);
    }

    @PutMapping("/{id}/membership")
    ResponseEntity<CommunityJson> enter(@SignedIn Viewer viewer, @PathVariable CommunityId id) {
        var standing = memberships.enter(viewer, id);
        return ResponseEntity.status(standing == Standing.REQUESTED ? ACCEPTED : HttpStatus.OK)
                .body(get(viewer, id));
    }

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

    /** The parts of a community that a PATCH may name; null for what stays. */
    record Changes(
            @Nullable String name,
            @Nullable String description,
            @Nullable String purpose,
            @Nullable String access,
            @Nullable Boolean listed,
            @Nullable String posting,
            @Nullable Integer tone,
            @Nullable Boolean archived) {

        boolean touchForm() {
            return name != null
                    || description != null
                    || purpose != null
                    || access != null
                    || listed != null
                    || posting != null
                    || tone != null;
        }

        CommunityForm applied(CommunityForm now) {
            return new CommunityForm(
                    name == null ? now.name() : name,
                    description == null ? now.description() : description,
                    purpose == null ? now.purpose() : purpose,
                    access == null ? now.access() : access,
                    listed == null ? now.listed() : listed,
                    posting == null ? now.posting() : posting,
                    tone == null ? now.tone() : tone);
        }
    }
}
