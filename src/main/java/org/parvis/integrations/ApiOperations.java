package org.parvis.integrations;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.parvis.platform.web.Paging;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** Adds to each operation what its shape alone tells: paging, idempotency, the place of what was made, the refusals. */
@Component
class ApiOperations implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var method = method(handler);
        if (takes(handler, Paging.class)) {
            operation
                    .addParametersItem(new Parameter().$ref("cursor"))
                    .addParametersItem(new Parameter().$ref("limit"));
        }
        if (method == RequestMethod.POST) {
            if (!isUpload(handler)) operation.addParametersItem(new Parameter().$ref("idempotencyKey"));
            Objects.requireNonNull(operation.getResponses().get("201"), operation.getOperationId())
                    .addHeaderObject(HttpHeaders.LOCATION, new Header().schema(new StringSchema()));
        }
        refusals(handler, method)
                .forEach(refusal -> operation.getResponses().addApiResponse(refusal.code(), refusal.reference()));
        return operation;
    }

    private static Set<Refusal> refusals(HandlerMethod handler, RequestMethod method) {
        var all = EnumSet.of(Refusal.BAD_REQUEST, Refusal.NOT_SIGNED_IN, Refusal.TOO_MANY, Refusal.BUSY);
        var body = has(handler, org.springframework.web.bind.annotation.RequestBody.class) || isUpload(handler);
        if (has(handler, org.springframework.web.bind.annotation.PathVariable.class)) {
            all.addAll(EnumSet.of(Refusal.FORBIDDEN, Refusal.NOT_FOUND));
        }
        if (method != RequestMethod.GET) {
            all.addAll(EnumSet.of(Refusal.FORBIDDEN, Refusal.CONFLICT, Refusal.DISK_FULL));
        }
        if (body) {
            all.addAll(EnumSet.of(Refusal.TOO_LARGE, Refusal.OTHER_TYPE));
        }
        if (body
                || has(handler, org.springframework.web.bind.annotation.RequestParam.class)
                || takes(handler, Paging.class)) {
            all.add(Refusal.INVALID);
        }
        return all;
    }

    private static boolean isUpload(HandlerMethod handler) {
        return has(handler, RequestPart.class);
    }

    private static RequestMethod method(HandlerMethod handler) {
        var mapping = Objects.requireNonNull(
                AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class));
        return mapping.method()[0];
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == type);
    }

    private static boolean has(HandlerMethod handler, Class<? extends Annotation> annotation) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
    }
}
