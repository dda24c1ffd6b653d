package org.parvis.safety;

import org.parvis.platform.web.Paging;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One address pattern with one method, and the parameters that its handlers read. */
record Exit(HttpMethod method, String pattern, Set<String> parameters) implements Comparable<Exit> {

    /** All there are, each once; handlers that differ in what they produce are one exit. */
    static List<Exit> all(RequestMappingHandlerMapping mappings) {
        var found = new TreeSet<Exit>();
        mappings.getHandlerMethods()
                .forEach((mapping, handler) -> of(mapping, handler).forEach(exit -> {
                    if (!found.add(exit)) found.ceiling(exit).parameters().addAll(exit.parameters());
                }));
        return List.copyOf(found);
    }

    boolean reads() {
        return method == HttpMethod.GET;
    }

    boolean api() {
        return pattern.startsWith("/api/");
    }

    private static Stream<Exit> of(RequestMappingInfo mapping, HandlerMethod handler) {
        var methods = mapping.getMethodsCondition().getMethods();
        var asked = methods.isEmpty() ? List.of(RequestMethod.GET) : List.copyOf(methods);
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> asked.stream()
                        .map(method -> new Exit(HttpMethod.valueOf(method.name()), pattern, parameters(handler))));
    }

    private static Set<String> parameters(HandlerMethod handler) {
        var names = new TreeSet<String>();
        for (var parameter : handler.getMethodParameters()) {
            names.addAll(names(parameter));
        }
        return names;
    }

    private static List<String> names(MethodParameter parameter) {
        var annotated = AnnotatedElementUtils.findMergedAnnotation(parameter.getParameter(), RequestParam.class);
        if (annotated != null) {
            var name = annotated.name();
            return java.util.Map.class.isAssignableFrom(parameter.getParameterType())
                    ? List.of()
                    : List.of(name.isEmpty() ? parameter.getParameter().getName() : name);
        } else if (parameter.getParameterType() == Paging.class) {
            return List.of("cursor", "limit");
        } else if (parameter.getParameterType().isRecord()
                && (!parameter.hasParameterAnnotations() || parameter.hasParameterAnnotation(ModelAttribute.class))) {
            return Stream.of(parameter.getParameterType().getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
        } else {
            return List.of();
        }
    }

    @Override
    public int compareTo(Exit other) {
        return (pattern + method).compareTo(other.pattern + other.method);
    }
}
