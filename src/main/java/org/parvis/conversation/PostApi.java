package org.parvis.conversation;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.people.PersonId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.Slice;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;

/** Posts for programs. */
@RestController
@RequestMapping("/api/v1")
class PostApi {

    record ReasonJson(@Nullable String reason) {}

    private final Posts posts;

    PostApi(Posts posts) {
        this.posts = posts;
    }

    @GetMapping("/communities/{id}/posts")
    JsonList<PostJson> inCommunity(
            @SignedIn Viewer viewer,
            @PathVariable CommunityId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return JsonList.of(posts.inCommunity(viewer, id, Cursor.of(cursor), Slice.limit(limit)), PostJson::of);
    }

    @GetMapping("/people/{id}/posts")
    JsonList<PostJson> byPerson(
            @SignedIn Viewer viewer,
            @PathVariable PersonId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return JsonList.of(posts.byPerson(viewer, id.value(), Cursor.of(cursor), Slice.limit(limit)), PostJson::of);
    }

    @PostMapping("/communities/{id}/posts")
    ResponseEntity<PostJson> inCommunity(
            @SignedIn Viewer viewer, @PathVariable CommunityId id, @RequestBody TextJson typed) {
        return created(viewer, posts.publish(viewer, id, typed.text()));
    }

    @PostMapping("/posts")
    ResponseEntity<PostJson> onMyWall(@SignedIn Viewer viewer, @RequestBody TextJson typed) {
        return created(viewer, posts.publish(viewer, null, typed.text()));
    }

    private ResponseEntity<PostJson> created(Viewer viewer, PostId id) {
        return ResponseEntity.created(URI.create("/api/v1/posts/" + id)).body(get(viewer, id));
    }

    @GetMapping("/posts/{id}")
    PostJson get(@SignedIn Viewer viewer, @PathVariable PostId id) {
        return PostJson.of(posts.find(viewer, id));
    }

    @PatchMapping("/posts/{id}")
    @Transactional
    PostJson edit(@SignedIn Viewer viewer, @PathVariable PostId id, @RequestBody TextJson typed) {
        posts.edit(viewer, id, typed.text());
        return get(viewer, id);
    }

    @DeleteMapping("/posts/{id}")
    @ResponseStatus(NO_CONTENT)
    void delete(
            @SignedIn Viewer viewer,
            @PathVariable PostId id,
            @RequestBody(required = false) @Nullable ReasonJson reason) {
        posts.delete(viewer, id, reason == null ? null : reason.reason());
    }

    @GetMapping("/posts/{id}/history")
    JsonList<VersionJson> history(
            @SignedIn Viewer viewer,
            @PathVariable PostId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return JsonList.of(posts.history(viewer, id, Cursor.of(cursor), Slice.limit(limit)), VersionJson::of);
    }
}
