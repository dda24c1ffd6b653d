package org.parvis.integrations;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
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

    private final ObjectProvider<PostParts> kinds;

    PostPartSchemas(ObjectProvider<PostParts> kinds) {
        this.kinds = kinds;
    }

    @Override
    public void customise(OpenAPI api) {
        kinds.orderedStream().forEach(kind -> add(api, kind));
    }

    private static void add(OpenAPI api, PostParts kind) {
        var schemas = api.getComponents().getSchemas();
        var part = ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(kind.json()));
        schemas.putAll(part.referencedSchemas);
        var name = Objects.requireNonNullElse(part.schema.getName(), kind.json().getSimpleName());
        var post = Objects.requireNonNull(schemas.get("Post"));
        post.addProperty(kind.field(), orNull(name));
        post.setAdditionalProperties(null);
        var required = new ArrayList<String>(post.getRequired());
        if (!required.contains(kind.field())) required.add(kind.field());
        post.setRequired(required);
        schemas.put(name, whole(part.schema));
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
