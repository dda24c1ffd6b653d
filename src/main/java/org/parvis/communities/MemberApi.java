package org.parvis.communities;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.NO_CONTENT;
import static org.springframework.http.HttpStatus.OK;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
import org.parvis.people.PersonReference;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Choice;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Paging;
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
@Tag(name = "Members")
class MemberApi {

    @Schema(name = "Member")
    record MemberJson(
            PersonReference person,

            @Schema(
                    description = "requested for who asks to join",
                    allowableValues = {"owner", "member", "requested"})
            String role,

            Instant since) {

        static MemberJson of(Member member) {
            return new MemberJson(
                    PersonReference.of(member.person()), member.role().code(), member.since());
        }
    }

    @Schema(name = "Role")
    record RoleJson(
            @Schema(
                    requiredMode = REQUIRED,
                    allowableValues = {"member", "owner"})
            @Nullable
            String role) {

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

    @Operation(operationId = "listMembers", summary = "Who is in a community: owners first, then by name")
    @GetMapping("/members")
    JsonList<MemberJson> members(
            @SignedIn Viewer viewer,
            @PathVariable CommunityId id,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"member", "owner"}))
                    @RequestParam(required = false)
                    @Nullable
                    String role,
            @Parameter(description = "Part of a name, or how a site begins") @RequestParam(required = false) @Nullable
                    String q,
            Paging paging) {
        var asked = Choice.of("role", role, "member", "owner").map(Standing::of).orElse(null);
        return JsonList.of(list.members(viewer, id, q, asked, paging.after(), paging.limit()), MemberJson::of);
    }

    @Operation(operationId = "getMember", summary = "One member")
    @GetMapping("/members/{person}")
    MemberJson member(@SignedIn Viewer viewer, @PathVariable CommunityId id, @PathVariable PersonId person) {
        return list.member(viewer, id, person)
                .map(MemberJson::of)
                .orElseThrow(() -> new NotFound("member " + person + " of community " + id));
    }

    @Operation(
            operationId = "putMember",
            summary = "Take an employee in at once, or change a role; for owners",
            description = "Whoever is taken in is told and may leave. The last owner stays one.")
    @ApiResponse(responseCode = "200", description = "Has this role, being in before", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "Was taken in", useReturnTypeSchema = true)
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

    @Operation(
            operationId = "removeMember",
            summary = "Take somebody out, or an invitation back; for owners; the last owner stays")
    @DeleteMapping("/members/{person}")
    @ResponseStatus(NO_CONTENT)
    void remove(@SignedIn Viewer viewer, @PathVariable CommunityId id, @PathVariable PersonId person) {
        memberships.remove(viewer, id, person);
    }

    @Operation(operationId = "listRequests", summary = "Who asks to join, the oldest first; for owners")
    @GetMapping("/requests")
    JsonList<MemberJson> requests(@SignedIn Viewer viewer, @PathVariable CommunityId id, Paging paging) {
        return JsonList.of(list.requests(viewer, id, paging.after(), paging.limit()), MemberJson::of);
    }

    /** Agreeing twice is once; to whom there was nothing to agree with is not there. */
    @Operation(operationId = "agreeToRequest", summary = "Let in who asked; for owners")
    @PutMapping("/requests/{person}")
    @ResponseStatus(NO_CONTENT)
    @Transactional
    void agree(@SignedIn Viewer viewer, @PathVariable CommunityId id, @PathVariable PersonId person) {
        memberships.agree(viewer, id, person);
        member(viewer, id, person);
    }

    @Operation(operationId = "declineRequest", summary = "Decline a request; for owners")
    @DeleteMapping("/requests/{person}")
    @ResponseStatus(NO_CONTENT)
    void decline(@SignedIn Viewer viewer, @PathVariable CommunityId id, @PathVariable PersonId person) {
        memberships.decline(viewer, id, person);
    }
}
