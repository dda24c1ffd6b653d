package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.platform.files.FileForm;
import org.springframework.util.MultiValueMap;

import java.util.UUID;

/** The composer's form as it was sent. */
record Typed(MultiValueMap<String, String> form, FileForm files) {

    @Nullable
    String first(String name) {
        return form.getFirst(name);
    }

    String text() {
        var text = first("text");
        return text == null ? "" : text;
    }

    @Nullable
    CommunityId community() {
        var community = first("community");
        return community == null || community.isEmpty() ? null : CommunityId.of(community);
    }

    /** The version of its draft that it was written on; null where it does not say. */
    @Nullable
    Long version() {
        var version = first("version");
        return version == null || !version.matches("\\d{1,18}") ? null : Long.valueOf(version);
    }

    /** Which open form it is. */
    @Nullable
    UUID window() {
        return Drafts.keyOrNull(first("window"));
    }

    boolean inPlace() {
        return setting() != Setting.PAGE;
    }

    boolean here() {
        return setting() == Setting.COMMUNITY;
    }

    Setting setting() {
        if (!Boolean.parseBoolean(first("inPlace"))) {
            return Setting.PAGE;
        }
        return Boolean.parseBoolean(first("here")) ? Setting.COMMUNITY : Setting.FEED;
    }

    <D> Submission<D> as(PostKind<D> kind) {
        return new Submission<>(kind, first("title"), text(), files.enclosed(), kind.typed(form));
    }
}
