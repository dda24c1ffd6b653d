package org.parvis.bench.company;

/** What never holds in a network that people use, each as a query that finds nothing. */
enum Invariant {
    A_POST_IS_ACTIVE_SINCE_ITS_LAST_COMMENT("""
            select p.id from post p
             where p.active_at <> greatest(p.published_at, (select max(k.published_at) from comment k where k.post_id = p.id))
            """),
    A_COMMUNITY_IS_ACTIVE_SINCE_ITS_LAST_POST("""
            select c.id from community c
              left join (select community_id, max(active_at) as at from post group by community_id) p
                     on p.community_id = c.id
             where c.active_at <> greatest(c.created_at, p.at)
            """),
    A_REPLY_FOLLOWS_A_COMMENT_ON_THE_SAME_POST("""
            select k.id from comment k join comment first on first.id = k.reply_to
             where first.post_id <> k.post_id or first.reply_to is not null or first.published_at > k.published_at
            """),
    NOTHING_IS_EARLIER_THAN_WHAT_IT_ANSWERS_OR_LATER_THAN_NOW("""
            select 1 from comment k join post p on p.id = k.post_id
             where k.published_at < p.published_at or k.published_at > (select until from bench.company)
            union all
            select 1 from post_reaction r join post p on p.id = r.post_id
             where r.at < p.published_at or r.at > (select until from bench.company)
            union all
            select 1 from comment_reaction r join comment k on k.id = r.comment_id
             where r.at < k.published_at or r.at > (select until from bench.company)
            union all
            select 1 from post p join community c on c.id = p.community_id where p.published_at < c.created_at
            """),
    WHOEVER_WRITES_OR_REACTS_MAY_READ_THERE("""
            select 1 from (select id as post, author_id as person from post
                           union select post_id, author_id from comment
                           union select post_id, person_id from post_reaction
                           union select k.post_id, r.person_id from comment_reaction r join comment k on k.id = r.comment_id
                           union select post_id, person_id from mention
                           union select post_id, person_id from poll_voter
                           union select subject_id, person_id from notification) took
              join post p on p.id = took.post
              join person who on who.id = took.person
             where case when p.community_id is null then who.kind <> 'employee'
                        else not exists (select from membership m
                                          where m.community_id = p.community_id and m.person_id = who.id) end
            """),
    WHERE_OWNERS_ALONE_POST_NOBODY_ELSE_DID("""
            select p.id from post p join community c on c.id = p.community_id
             where c.posting = 'owners'
               and not exists (select from membership m
                                where m.community_id = c.id and m.person_id = p.author_id and m.role = 'owner')
            """),
    EACH_COMMUNITY_HAS_AN_OWNER_WHO_IS_NO_GUEST("""
            select c.id from community c
             where not exists (select from membership m join person p on p.id = m.person_id
                                where m.community_id = c.id and m.role = 'owner' and p.kind = 'employee')
            """),
    A_MEMBERSHIP_IS_SORTED_BY_ITS_PERSONS_NAME("""
            select 1 from membership m join person p on p.id = m.person_id where m.sort_name <> p.sort_name
            """),
    A_QUESTION_IS_ANSWERED_BY_ITS_FIRST_ANSWER("""
            select q.post_id from question q where q.answered_at is distinct from question_first_answer(q.post_id)
            union all
            select p.id from post p where (p.kind = 'question') <> exists (select from question q where q.post_id = p.id)
            union all
            select a.post_id from acceptance a join comment k on k.id = a.comment_id join post p on p.id = a.post_id
             where k.post_id <> a.post_id or k.reply_to is not null or k.author_id = p.author_id
                or a.accepted_by <> p.author_id
            """),
    VOTES_ARE_COUNTED("""
            select p.post_id from poll p
             where p.voters <> (select count(*) from poll_voter v where v.post_id = p.post_id)
                or p.voters <> (select sum(votes) from poll_option o where o.post_id = p.post_id)
            union all
            select o.post_id from poll_option o
             where o.votes <> (select count(*) from poll_vote v where v.option_id = o.id)
            union all
            select p.id from post p where (p.kind = 'poll') <> exists (select from poll o where o.post_id = p.id)
            """),
    ARTICLES_AND_ANNOUNCEMENTS_HAVE_THEIR_ROWS("""
            select p.id from post p where (p.kind = 'article') <> exists (select from article a where a.post_id = p.id)
            union all
            select p.id from post p
             where (p.kind = 'announcement') <> exists (select from announcement a where a.post_id = p.id)
            union all
            select id from post where kind in ('article', 'announcement', 'question') and title is null
            """),
    A_TOPIC_KNOWS_THE_TIMES_OF_ITS_POST_WHICH_NAMES_IT("""
            select t.post_id from post_topic t join post p on p.id = t.post_id join topic named on named.id = t.topic_id
             where t.published_at <> p.published_at or t.active_at <> p.active_at
                or strpos(p.text, '#' || named.name) = 0
            """),
    WHO_IS_MENTIONED_STANDS_IN_THE_TEXT("""
            select m.id from mention m join post p on p.id = m.post_id left join comment k on k.id = m.comment_id
              join person who on who.id = m.person_id
             where strpos(coalesce(k.text, p.text), format('@[%s](person:%s)', who.name, who.id)) = 0
            """),
    WHAT_IS_TOLD_IS_IN_THE_JOURNAL("""
            select n.id from notification n
              left join journal j on j.position = n.position
             where j.object_id is distinct from coalesce(n.comment_id, n.subject_id) or n.person_id = n.actors[1]
                or n.count < cardinality(n.actors)
            """),
    THE_JOURNAL_IS_IN_THE_ORDER_OF_TIME_WITHOUT_A_GAP("""
            select 1 from (select position - lag(position) over w as step, inserted_at - lag(inserted_at) over w as later
                             from journal window w as (order by position)) entry
             where step <> 1 or later < interval '0'
            union all
            select 1 from journal where position is null
            union all
            select 1 from journal_head where position <> (select count(*) from journal)
            union all
            select 1 from journal_default
            """),
    READERS_HAVE_READ_IT("""
            select 1 from journal_cursor where position <> (select position from journal_head)
            """),
    NUMBERS_COME_AFTER_THOSE_THERE_ARE("""
            select 1 where (select max(id) from post) <> (select last_value from post_id_seq)
                        or (select max(id) from comment) <> (select last_value from comment_id_seq)
                        or (select max(id) from person) <> (select last_value from person_id_seq)
                        or (select max(id) from poll_option) <> (select last_value from poll_option_id_seq)
                        or (select max(id) from journal) <> (select last_value from journal_id)
            """);

    final String violations;

    Invariant(String violations) {
        this.violations = violations;
    }
}
