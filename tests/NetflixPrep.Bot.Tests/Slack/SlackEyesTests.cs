using System.Text.Json.Nodes;
using NetflixPrep.Bot.Tests.Slack.Fake;

namespace NetflixPrep.Bot.Tests.Slack;

public sealed class SlackEyesTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("*bold* and _slanted_ and ~gone~ and `code`", "bold and slanted and gone and code")]
    [InlineData("a &amp; b &lt;c&gt;", "a & b <c>")]
    [InlineData("&lt;!channel&gt;", "<!channel>")]
    [InlineData("<@U0ANA> and <!here>", "(mention) and (mention)")]
    [InlineData("<https://example.org|the page>", "the page")]
    [InlineData("ends <!date^1772445600^{time}|10:00>", "ends 10:00")]
    [InlineData("well done :tada:", "well done (emoji)")]
    [InlineData("from 10:00:30 on", "from 10:00:30 on")]
    [InlineData("&gt; quoted", "quoted")]
    public void Markup_takes_effect(string text, string seen) => Assert.Equal(seen, SlackEyes.Mrkdwn(text));

    [Fact]
    public void Plain_text_and_rich_text_show_to_the_letter()
    {
        var message = new FakeMessage("1.1", "C1", FakeSlack.BotUser)
        {
            Text = "For screen readers.",
            Blocks = (JsonArray)JsonNode.Parse("""
                [{"type":"header","text":{"type":"plain_text","text":"*A* &amp; <b>"}},
                 {"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"_x_ "},{"type":"user","user_id":"U0ANA"}]}]},
                 {"type":"section","text":{"type":"mrkdwn","text":"for <@U0BEN>"}}]
                """)!,
        };

        Assert.Equal("*A* &amp; <b>\n_x_ (mention)\nfor (mention)", SlackEyes.Read(message));
        Assert.Equal(["U0ANA", "U0BEN"], SlackEyes.Mentioned(message).Order(StringComparer.Ordinal));
    }
}
