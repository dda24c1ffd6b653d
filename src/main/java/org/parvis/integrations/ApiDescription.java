package org.parvis.integrations;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.CommentId;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Reaction;
import org.parvis.moderation.ReportId;
import org.parvis.people.PersonId;
import org.parvis.people.SignedIn;
import org.parvis.platform.web.Paging;
import org.parvis.platform.web.Slice;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** What {@code /api/v1/openapi.json} says beyond what each controller says of itself: enough to make a client from. */
@Configuration
class ApiDescription {

    private static final String ABOUT = """
            What the pages can do, programs can do, on behalf of the person whose access token they send. Ids are strings, \
            times RFC 3339 in UTC, countries ISO 3166, languages BCP 47. What is not there and what the caller may not read \
            look the same: 404. New fields may come, none goes; unknown fields are ignored.""";

    static {
        SpringDocUtils.getConfig()
                .addAnnotationsToIgnore(SignedIn.class)
                .addRequestWrapperToIgnore(Paging.class)
                .replaceWithSchema(ObjectNode.class, new ObjectSchema())
                .replaceWithSchema(PersonId.class, id("12"))
                .replaceWithSchema(CommunityId.class, id("7"))
                .replaceWithSchema(PostId.class, id("99"))
                .replaceWithSchema(ReportId.class, id("31"))
                .replaceWithSchema(CommentId.class, id("501"))
                .replaceWithSchema(
                        Reaction.class,
                        new StringSchema()
                                ._enum(Stream.of(Reaction.values())
                                        .map(Reaction::code)
                                        .toList()));
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Parvis")
                        .version("1")
                        .description(ABOUT)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .tags(Stream.of(
                                "Network",
                                "People",
                                "Communities",
                                "Members",
                                "Posts",
                                "Comments",
                                "Reactions",
                                "Topics",
                                "Feed",
                                "Notifications",
                                "Live")
                        .map(name -> new Tag().name(name))
                        .toList())
                .security(List.of(new SecurityRequirement().addList("token")))
                .components(components());
    }

    private static Components components() {
        var components = new Components()
                .addSecuritySchemes(
                        "token",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("An access token from one's settings"))
                .addParameters(
                        "limit",
                        new Parameter()
                                .in("query")
                                .name("limit")
                                .description("How many at most; more than the most is taken as the most")
                                .schema(new IntegerSchema()
                                        .format("int32")
                                        .minimum(BigDecimal.ONE)
                                        .maximum(BigDecimal.valueOf(Slice.MOST))
                                        ._default(Slice.PAGE)))
                .addParameters(
                        "cursor",
                        new Parameter()
                                .in("query")
                                .name("cursor")
                                .description("The next of the answer before; without one the list begins")
                                .schema(new StringSchema()))
                .addParameters(
                        "idempotencyKey",
                        new Parameter()
                                .in("header")
                                .name(IdempotentPosts.HEADER)
                                .description(
                                        "Sent again within 24 hours with the same body, it is answered the same and"
                                                + " done once")
                                .schema(new StringSchema().minLength(1).maxLength(255)));
        Stream.of(Refusal.values()).forEach(refusal -> components.addResponses(refusal.name(), refusal.response()));
        return components;
    }

    private static StringSchema id(String example) {
        var schema = new StringSchema();
        schema.setExample(example);
        return schema;
    }
}
