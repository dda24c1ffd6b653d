package org.parvis.imports.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class MarkupTests {

    static final Mrkdwn MRKDWN = new Mrkdwn(new Mentions(RecordedTalk.BRACKETS));

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
                    *bold* _it_ ~gone~ `a*b` => **bold** *it* ~~gone~~ `a*b`
                    *_both_* => ***both***
                    2 * 3 * 4, snake_case, 5*6 => 2 * 3 * 4, snake_case, 5\\*6
                    <@U1> and <@U2|old> in <#C1|name> => {U1} and {U2} in {C1}
                    <!here> <!subteam^S1|@readers> <!date^1^x|Feb 18> => @here @readers Feb 18
                    <https://a.example/x_y?a=1&amp;b=2> => <https://a.example/x_y?a=1&b=2>
                    <https://a.example|the [page]> => [the \\[page\\]](<https://a.example>)
                    <mailto:a@b.example|a@b.example> => [a@b.example](<mailto:a@b.example>)
                    <javascript:alert(1)|x> => x
                    &lt;b&gt; &amp;amp; R&amp;D => \\<b> \\&amp; R\\&D
                    :+1: :wave::skin-tone-3: :simple_smile: :juliaspinner: 10:30: => 👍 👋🏽 🙂 :juliaspinner: 10:30:
                    # not a title => \\# not a title
                    &gt; said => > said
                    @[x](person:1) => \\@\\[x\\](person:1)
                    `<https://a.example>` => `https://a.example`
                    """)
    void turnsSlacksMarksIntoMarkdown(String slack, String markdown) {
        assertThat(MRKDWN.markdown(slack)).isEqualTo(markdown);
    }

    @Test
    void keepsLinesQuotationsAndCode() {
        assertThat(MRKDWN.markdown("one\ntwo\n\n&gt; a\n&gt; b\nafter ```x &lt; y\n  *z*``` end"))
                .isEqualTo("one  \ntwo\n\n> a  \n> b\n\nafter\n\n```\nx < y\n  *z*\n```\n\nend");
    }

    @Test
    void takesHostileTextInItsStride() {
        for (var pattern : new String[] {"*a ", "<", "`", "_a", "~a *b ", "```", ":a", "  ", "\\", "&lt;", "[("}) {
            assertThat(MRKDWN.markdown(pattern.repeat(20_000))).isNotNull();
        }
    }

    @Test
    void readsRichText() {
        var blocks = JsonMapper.shared().readTree("""
                        [{"type": "rich_text", "elements": [
                          {"type": "rich_text_section", "elements": [
                            {"type": "text", "text": "Hello "}, {"type": "user", "user_id": "U1"},
                            {"type": "text", "text": " bold ", "style": {"bold": true, "italic": true}},
                            {"type": "text", "text": "a`b", "style": {"code": true}},
                            {"type": "emoji", "name": "wave", "skin_tone": 3},
                            {"type": "emoji", "name": "our-own"},
                            {"type": "emoji", "name": "brand_new_in_unicode", "unicode": "1f44b-1f3fd"},
                            {"type": "link", "url": "https://a.example", "text": "page"},
                            {"type": "channel", "channel_id": "C1"}, {"type": "broadcast", "range": "here"},
                            {"type": "text", "text": "\\n# two"}]},
                          {"type": "rich_text_list", "style": "ordered", "indent": 0, "elements": [
                            {"type": "rich_text_section", "elements": [{"type": "text", "text": "first"}]}]},
                          {"type": "rich_text_list", "style": "bullet", "indent": 1, "elements": [
                            {"type": "rich_text_section", "elements": [{"type": "text", "text": "inside"}]}]},
                          {"type": "rich_text_list", "style": "ordered", "indent": 0, "elements": [
                            {"type": "rich_text_section", "elements": [{"type": "text", "text": "second"}]}]},
                          {"type": "rich_text_quote", "elements": [{"type": "text", "text": "said\\n\\nso"}]},
                          {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "```x``` *y*"}]}
                        ]}]
                        """);

        assertThat(new RichText(RecordedTalk.BRACKETS).markdown(blocks)).isEqualTo("""
                        Hello {U1} ***bold*** ``a`b``👋🏽:our-own:👋🏽[page](<https://a.example>){C1}@here \s
                        \\# two

                        1. first
                            - inside
                        2. second

                        > said
                        >
                        > so

                        ````
                        ```x``` *y*
                        ````""");
    }
}
