package org.parvis.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** RFC 9457, without {@code instance}: it would tell a hidden thing's address from that of one that is not there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<Field> errors) {

    /** What is wrong with one field of what was sent, in the caller's language. */
    public record Field(String field, String message) {}
}
