package org.parvis.communities;

import static org.parvis.platform.text.PlainText.optional;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Invalid;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What someone typed to create or change a community; every part is checked by {@link #checked}. */
public record CommunityForm(
        @Nullable String name,
        @Nullable String description,
        @Nullable String purpose,
        @Nullable String access,
        @Nullable Boolean listed,
        @Nullable String posting,
        @Nullable Integer tone) {

    static final String UNLISTED = "unlisted";

    static final int NAME = 80;
    static final int DESCRIPTION = 2_000;
    static final int TONES = 9;

    static CommunityForm blank() {
        return new CommunityForm(
                "", "", Purpose.BUSINESS.code(), Access.OPEN.code(), true, Posting.MEMBERS.code(), null);
    }

    static CommunityForm named(@Nullable String name) {
        var blank = blank();
        return new CommunityForm(
                name == null ? "" : name,
                blank.description,
                blank.purpose,
                blank.access,
                blank.listed,
                blank.posting,
                blank.tone);
    }

    static CommunityForm of(Community community) {
        return new CommunityForm(
                community.name(),
                community.description(),
                community.purpose().code(),
                community.access().code(),
                community.listed(),
                community.posting().code(),
                community.tone());
    }

    /** What was typed, cleaned; all problems at once. */
    CommunityForm checked() {
        return UNLISTED.equals(access) ? door(Access.INVITATION, false).checkedParts() : checkedParts();
    }

    // A form offers the four doors of a community as one choice; the last of them is “by invitation, unlisted”.
    private CommunityForm door(Access access, boolean listed) {
        return new CommunityForm(name, description, purpose, access.code(), listed, posting, tone);
    }

    /** Which of the four doors is chosen. */
    public String door() {
        return Boolean.FALSE.equals(listed) ? UNLISTED : String.valueOf(access);
    }

    private CommunityForm checkedParts() {
        Invalid.unless(
                () -> PlainText.name("name", name, NAME),
                () -> optional("description", description, DESCRIPTION),
                () -> code("purpose", purpose, Purpose::of),
                () -> code("access", access, Access::of),
                () -> code("posting", posting == null ? Posting.MEMBERS.code() : posting, Posting::of),
                this::checkListed,
                this::checkTone);
        return new CommunityForm(
                PlainText.name("name", name, NAME),
                optional("description", description, DESCRIPTION),
                purpose,
                access,
                listed == null || listed,
                posting == null ? Posting.MEMBERS.code() : posting,
                tone);
    }

    /** For a statement's named parameters. */
    Map<String, @Nullable Object> parameters() {
        var all = new HashMap<String, @Nullable Object>();
        all.put("name", name);
        all.put("description", description);
        all.put("purpose", purpose);
        all.put("access", access);
        all.put("listed", listed);
        all.put("posting", posting);
        all.put("tone", tone);
        return all;
    }

    private void checkListed() {
        if (Boolean.FALSE.equals(listed) && !Access.INVITATION.code().equals(access)) {
            throw new Invalid("listed", "communities.unlistedNeedsInvitation");
        }
    }

    private void checkTone() {
        if (tone != null && (tone < 0 || tone >= TONES)) {
            throw new Invalid("tone", "communities.notAChoice");
        }
    }

    private static void code(String field, @Nullable String code, Function<String, ?> parser) {
        try {
            var _ = parser.apply(code == null ? "" : code);
        } catch (IllegalArgumentException unknown) {
            throw new Invalid(field, "communities.notAChoice");
        }
    }
}
