package org.parvis.integrations;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Problem;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.Nullness;
import org.springframework.stereotype.Component;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets the description say of every field what the code says of it: whether it may be null, and whether it is always
 * there. What we answer is always whole; what we are sent may leave out what it may leave null.
 */
@Component
class ApiSchemas implements ModelConverter, OpenApiCustomizer {

    private static final String PROBLEM = "Problem";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        var raw = Json31.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord()) {
            var model = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels().get(name(schema));
            if (model != null && model.getProperties() != null) {
                describe(raw, model);
            }
        }
        return schema;
    }

    private static void describe(Class<?> type, Schema<?> model) {
        var required = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            var nullable = Nullness.forMethodReturnType(component.getAccessor()) == Nullness.NULLABLE;
            if (!nullable || demanded(component)) {
                required.add(component.getName());
            } else {
                model.getProperties().computeIfPresent(component.getName(), (name, field) -> orNull(field));
            }
        }
        model.setRequired(required.isEmpty() ? null : required);
    }

    private static boolean demanded(RecordComponent component) {
        var declared = component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        return declared != null && declared.requiredMode() == REQUIRED;
    }

    private static Schema<?> orNull(Schema<?> field) {
        if (field.get$ref() != null) {
            return new Schema<>(SpecVersion.V31)
                    .description(field.getDescription())
                    .anyOf(List.of(
                            new Schema<>(SpecVersion.V31).$ref(field.get$ref()),
                            new Schema<>(SpecVersion.V31).types(Set.of("null"))));
        } else if (field.getTypes() != null && !field.getTypes().contains("null")) {
            field.addType("null");
            orNullToo(field);
        }
        return field;
    }

    // Each schema casts what is added to its words to the type it had before it could be null.
    private static <T> void orNullToo(Schema<T> field) {
        if (field.getEnum() != null) {
            var words = new ArrayList<>(field.getEnum());
            words.add(null);
            field.setEnum(words);
        }
    }

    @Override
    public void customise(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        var sent = sent(api);
        schemas.forEach((name, schema) -> {
            if (!sent.contains(name) && schema.getProperties() != null) {
                schema.setRequired(List.copyOf(properties(schema).keySet()));
            }
        });
        schemas.putAll(ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(Problem.class))
                .referencedSchemas);
        schemas.putIfAbsent(
                PROBLEM,
                ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(Problem.class)).schema);
    }

    private static Map<String, ?> properties(Schema<?> schema) {
        return schema.getProperties();
    }

    private static Set<String> sent(OpenAPI api) {
        return api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .flatMap(body -> body.getContent().values().stream())
                .flatMap(content -> Stream.ofNullable(content.getSchema()))
                .filter(schema -> schema.get$ref() != null)
                .map(ApiSchemas::name)
                .collect(Collectors.toSet());
    }

    private static String name(Schema<?> reference) {
        return reference.get$ref().substring(reference.get$ref().lastIndexOf('/') + 1);
    }
}
