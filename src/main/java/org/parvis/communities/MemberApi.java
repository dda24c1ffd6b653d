package org.parvis.communities;

import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.NO_CONTENT;
import static org.springframework.http.HttpStatus.OK;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
import org.parvis.people.PersonReference;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Slice;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;

/** A community's members and those who ask to be, for programs. */
@RestController
@RequestMapping("/api/v1/communities/{id}")
class MemberApi {

    record MemberJson(PersonReference person, String role, Instant since) {

        static MemberJson of(Member member) {
            return new MemberJson(
                    PersonReference.of(member.person()), member.role().code(), member.since());
        }
    }

    record RoleJson(@Nullable String role) {

        Standing standing() {
            return switch (role == null ? "" : role) {
                case "member" -> Standing.MEMBER;
                case "owner" -> Standing.OWNER;
                default -> throw new Invalid("role", "communities.notAChoice");
            };
        }
    }

    private final Memberships memberships;
    private final MemberList list;

    MemberApi(Memberships memberships, MemberList list) {
        this.memberships = memberships;
        this.list = list;
    }

    @GetMapping("/members")
    JsonList<MemberJson> members(
            @SignedIn Viewer viewer,
            @PathVariable CommunityId id,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var asked = role == null || role.isEmpty() ? null : new RoleJson(role).standing();
        return JsonList.of(
                list.members(viewer, id, q, asked, Cursor.parse(cursor), Slice.limit(limit)), MemberJson::of);
    }

    @GetMapping("/members/{person}")
    MemberJson member(@SignedIn Viewer viewer, @PathVariable CommunityId id, @PathVariable PersonId person) {
        return list.member(viewer, id, person)
                .map(MemberJson::of)
                .orElseThrow(() -> new NotFound("member " + person + " of community " + id));
    }

    @PutMapping("/members/{person}")
    @Transactional
    ResponseEntity<MemberJson> put(
            @SignedIn Viewer viewer,
            @PathVariable CommunityId id,
            @PathVariable PersonId person,
            @RequestBody RoleJson role) {
        var standing = role.standing();
        var added = memberships.put(viewer, id, person, standing);
        return ResponseEntity.status(added ? CREATED : OK).body(member(viewer, id, person));
    }

    @DeleteMapping("/members/{person}")
    @ResponseStatus(NO_CONTENT)
    void remove(@SignedIn Viewer viewer, @PathVariable CommunityId id, @PathVariable PersonId person) {
        memberships.remove(viewer, id, person);
    }

    @GetMapping("/requests")
    JsonList<MemberJson> requests(
            @SignedIn Viewer viewer,
            @PathVariable CommunityId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return JsonList.of(list.requests(viewer, id, Cursor.parse(cursor), Slice.limit(limit)), MemberJson::of);
    }

    /** Agrees. The request being gone is no error: the person is in, or was declined meanwhile. */
    @PutMapping("/requests/{person}")
    @ResponseStatus(NO_CONTENT)
    void agree(@SignedIn Viewer viewer, @PathVariable CommunityId id, @PathVariable PersonId person) {
        memberships.agree(viewer, id, person);
    }

    @DeleteMapping("/requests/{person}")
    @ResponseStatus(NO_CONTENT)
    void decline(@SignedIn Viewer viewer, @PathVariable CommunityId id, @PathVariable PersonId person) {
        memberships.decline(viewer, id, person);
    }
}
