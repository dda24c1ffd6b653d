package org.parvis.integrations;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** How a program may be refused: one description for all routes, all of them a problem (RFC 9457). */
enum Refusal {
    BAD_REQUEST(HttpStatus.BAD_REQUEST, "What was sent cannot be read"),
    NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED, "No access token, or none that is valid", HttpHeaders.WWW_AUTHENTICATE),
    FORBIDDEN(HttpStatus.FORBIDDEN, "Readable, but not the caller's to do"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not there or not readable: the same bytes"),
    CONFLICT(
            HttpStatus.CONFLICT,
            "Contradicts what is there, or the first request with this Idempotency-Key is still running"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is longer than the longest text, or the heaviest file, takes"),
    OTHER_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is not what is asked for, as a rule JSON"),
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "Fields that cannot be taken, each named in errors"),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS, "Asked too often", HttpHeaders.RETRY_AFTER),
    BUSY(HttpStatus.SERVICE_UNAVAILABLE, "More is asked than can be done at this moment", HttpHeaders.RETRY_AFTER),
    DISK_FULL(HttpStatus.INSUFFICIENT_STORAGE, "The disk is nearly full: reading goes on, writing does not");

    private final HttpStatus status;
    private final String description;
    private final String[] headers;

    Refusal(HttpStatus status, String description, String... headers) {
        this.status = status;
        this.description = description;
        this.headers = headers;
    }

    String code() {
        return Integer.toString(status.value());
    }

    ApiResponse reference() {
        return new ApiResponse().$ref(name());
    }

    ApiResponse response() {
        var response = new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<>().$ref("Problem"))));
        for (var header : headers) {
            response.addHeaderObject(header, new Header().schema(new StringSchema()));
        }
        return response;
    }
}
