package org.parvis.integrations;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import org.parvis.conversation.PostKind;
import org.parvis.conversation.PostKinds;
import org.parvis.conversation.PostParts;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Adds to the description of a post the fields that other modules have in it; each may be null. */
@Component
class PostPartSchemas implements OpenApiCustomizer {

    private final ObjectProvider<PostParts<?>> parts;
    private final PostKinds kinds;

    PostPartSchemas(ObjectProvider<PostParts<?>> parts, PostKinds kinds) {
        this.parts = parts;
        this.kinds = kinds;
    }

    @Override
    public void customise(OpenAPI api) {
        parts.orderedStream().forEach(part -> addShown(api, part));
        schema(api, "PostDraft").setAdditionalProperties(null);
        kinds.all().stream()
                .filter(kind -> kind.details().getRecordComponents().length > 0)
                .forEach(kind -> addAsked(api, kind));
    }

    private static void addShown(OpenAPI api, PostParts<?> part) {
        var name = add(api, part.json(), true);
        var post = schema(api, "Post");
        post.addProperty(part.field(), orNull(name));
        post.setAdditionalProperties(null);
        var required = new ArrayList<String>(post.getRequired());
        if (!required.contains(part.field())) required.add(part.field());
        post.setRequired(required);
    }

    private static void addAsked(OpenAPI api, PostKind<?> kind) {
        schema(api, "PostDraft").addProperty(kind.code(), orNull(add(api, kind.details(), false)));
    }

    private static String add(OpenAPI api, Class<?> type, boolean shown) {
        var part = ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(type));
        var schemas = api.getComponents().getSchemas();
        schemas.putAll(part.referencedSchemas);
        var name = Objects.requireNonNullElse(part.schema.getName(), type.getSimpleName());
        schemas.put(name, shown ? whole(part.schema) : part.schema);
        return name;
    }

    private static Schema<?> schema(OpenAPI api, String name) {
        return Objects.requireNonNull(api.getComponents().getSchemas().get(name));
    }

    private static Schema<?> orNull(String name) {
        return new Schema<>(SpecVersion.V31)
                .anyOf(List.of(
                        new Schema<>(SpecVersion.V31).$ref(name), new Schema<>(SpecVersion.V31).types(Set.of("null"))));
    }

    private static Schema<?> whole(Schema<?> part) {
        part.setRequired(List.copyOf(part.getProperties().keySet()));
        return part;
    }
}
