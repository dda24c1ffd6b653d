package org.parvis.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** RFC 9457, without {@code instance}: it would tell a hidden thing's address from that of one that is not there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<Map<String, String>> errors) {}
