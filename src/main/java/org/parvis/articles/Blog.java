package org.parvis.articles;

import org.parvis.communities.Communities;
import org.parvis.communities.CommunityId;
import org.parvis.people.PersonId;

/** The articles of one person, alone or with others, wherever they stand, or of one community. */
record Blog(String kind, long subject) {

    private static final String PERSON = "person";

    static Blog of(PersonId person) {
        return new Blog(PERSON, person.value());
    }

    static Blog of(CommunityId community) {
        return new Blog(Communities.KIND, community.value());
    }

    boolean ofPerson() {
        return kind.equals(PERSON);
    }

    /** SQL: whether the post {@code p} is in it, its subject being {@code :subject}. */
    String condition() {
        return ofPerson() ? """
                  p.id in (select a.id from post a
                            where a.author_id = :subject and a.kind = 'article' and a.deleted_at is null
                            union all
                           select c.post_id from post_coauthor c where c.person_id = :subject)
                  """ : "p.community_id = :subject";
    }

    String href() {
        return (ofPerson() ? "/people/" : "/communities/") + subject + "/articles";
    }
}
