using System.Text.Json.Nodes;

namespace NetflixPrep.Bot.Tests.Slack;

/// <summary>The net of Slack's own types, tried with payloads whose answer is known.</summary>
public sealed class SlackSchemasTests
{
    [Theory]
    [InlineData("chat.postMessage", """{"channel":"C1","text":"Hello."}""")]
    [InlineData("chat.postMessage", """{"channel":"C1","text":"Hello.","thread_ts":"1.2","metadata":{"event_type":"prep","event_payload":{"key":"a"}},"blocks":[{"type":"divider"}]}""")]
    [InlineData("chat.update", """{"channel":"C1","ts":"1.2","text":"Hello."}""")]
    [InlineData("reactions.add", """{"channel":"C1","timestamp":"1.2","name":"tick"}""")]
    [InlineData("views.open", """{"trigger_id":"t","view":{"type":"modal","title":{"type":"plain_text","text":"A form"},"blocks":[{"type":"divider"}]}}""")]
    [InlineData("block", """{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"a","style":{"bold":true}}]}]}""")]
    [InlineData("home", """{"type":"home","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"a"}}]}""")]
    public void What_fits_slacks_types_is_let_through(string name, string json)
    {
        SlackSchemas.SkipUnlessThere();

        Assert.Empty(SlackSchemas.Check(name, JsonNode.Parse(json)));
    }

    [Theory]
    [InlineData("chat.postMessage", """{"channel":"C1","txt":"Hello."}""")]
    [InlineData("chat.postMessage", """{"channel":"C1","text":"Hello.","blocks":[{"type":"sectoin"}]}""")]
    [InlineData("chat.postMessage", """{"channel":"C1","text":"Hello.","reply_broadcast":true}""")]
    [InlineData("chat.update", """{"channel":"C1","text":"Hello."}""")]
    [InlineData("reactions.add", """{"channel":"C1","ts":"1.2","name":"tick"}""")]
    [InlineData("views.open", """{"trigger_id":"t","view":{"type":"modal","blocks":[{"type":"divider"}]}}""")]
    [InlineData("block", """{"type":"actions","elements":[{"type":"plain_text_input","action_id":"a"}]}""")]
    [InlineData("block", """{"type":"section","text":{"type":"plain_text","txt":"a"}}""")]
    [InlineData("home", """{"type":"home","title":{"type":"plain_text","text":"a"},"blocks":[]}""")]
    public void What_does_not_fit_is_found(string name, string json)
    {
        SlackSchemas.SkipUnlessThere();

        Assert.NotEmpty(SlackSchemas.Check(name, JsonNode.Parse(json)));
    }
}
