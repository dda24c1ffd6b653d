package org.parvis.platform.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import java.net.URI;
import java.util.Objects;
import java.util.Set;

/**
 * Where files are in a store that speaks S3: {@code s3://bucket/prefix?endpoint=https://…&region=…}.
 *
 * @param prefix of every key; empty, or ends with a slash
 * @param endpoint null for Amazon's own
 */
public record Bucket(String name, String prefix, @Nullable URI endpoint, String region) {

    private static final String SCHEME = "s3://";
    private static final Set<String> KNOWN = Set.of("endpoint", "region");
    private static final String REGION = "us-east-1";

    static boolean isNamed(@Nullable String files) {
        return files != null && files.startsWith(SCHEME);
    }

    static Bucket of(String files) {
        try {
            var address = UriComponentsBuilder.fromUriString(files).build();
            var asked = address.getQueryParams();
            var name = address.getHost();
            if (name == null || address.getUserInfo() != null || !KNOWN.containsAll(asked.keySet())) {
                throw refusal(files);
            }
            return new Bucket(
                    name,
                    prefix(Objects.requireNonNullElse(address.getPath(), "")),
                    endpoint(files, asked.getFirst("endpoint")),
                    Objects.requireNonNullElse(asked.getFirst("region"), REGION));
        } catch (IllegalArgumentException malformed) {
            throw refusal(files);
        }
    }

    private static String prefix(String path) {
        var inner = path.replaceAll("^/+|/+$", "");
        return inner.isEmpty() ? "" : inner + "/";
    }

    private static @Nullable URI endpoint(String files, @Nullable String given) {
        if (given == null) return null;
        var endpoint = URI.create(given);
        var web = "https".equals(endpoint.getScheme()) || "http".equals(endpoint.getScheme());
        if (!web || endpoint.getHost() == null || endpoint.getUserInfo() != null) throw refusal(files);
        return endpoint;
    }

    // What is wrong with it may be a secret that does not belong there.
    private static Refusal refusal(String files) {
        return new Refusal(
                "PARVIS_FILES=%s… is neither a folder nor s3://bucket/prefix?endpoint=https://store.example.org&region=eu-west-1; secrets go into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."
                        .formatted(files.substring(0, SCHEME.length())));
    }

    /** As it is said to people. */
    @Override
    public String toString() {
        return SCHEME + name + "/" + prefix;
    }
}
