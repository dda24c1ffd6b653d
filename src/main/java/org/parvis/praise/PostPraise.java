package org.parvis.praise;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Post;
import org.parvis.conversation.PostParts;
import org.parvis.people.PersonCard;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.springframework.stereotype.Component;

import java.util.List;

/** What the posts of a page praise. */
@Component
class PostPraise implements PostParts<PostPraise.Row> {

    record Row(
            long postId,
            long valueId,
            String valueName,
            String valueIcon,
            @Nullable Long valuePicture,
            @Nullable Long placeId,
            @Nullable String placeName,
            @Nullable Integer placeTone,
            @Nullable Long placePicture,
            List<PersonCard.Row> people)
            implements PostParts.Row {

        Praise praise() {
            return new Praise(
                    PraiseValue.of(valueId, valueName, valueIcon, valuePicture),
                    people.stream().map(PersonCard.Row::card).toList(),
                    placeId == null || placeName == null
                            ? null
                            : PraisedPlace.of(placeId, placeName, placeTone, placePicture));
        }
    }

    private static final String QUERY = """
            select g.post_id, %s,
                   c.id as place_id, c.name as place_name, c.tone as place_tone, c.picture as place_picture,
                   array(select %s
                           from praise_person to_whom
                           join visible_people(:viewer) p on p.id = to_whom.person_id
                          where to_whom.post_id = g.post_id
                          order by p.sort_name, p.id) as people
              from praise g
              join praise_value v on v.id = g.value_id
              left join findable_communities(:viewer) c on c.id = g.community_id
             where g.post_id = any (:posts)
            """.formatted(PraiseValue.COLUMNS, PersonCard.json("p"));

    private final Fragments fragments;

    PostPraise(Fragments fragments) {
        this.fragments = fragments;
    }

    @Override
    public String field() {
        return Praises.KIND;
    }

    @Override
    public Class<?> json() {
        return PraiseJson.class;
    }

    @Override
    public String query() {
        return QUERY;
    }

    @Override
    public Class<Row> row() {
        return Row.class;
    }

    @Override
    public PraisePart part(Viewer viewer, Post post, Row row) {
        return new PraisePart(row.praise(), fragments);
    }
}
