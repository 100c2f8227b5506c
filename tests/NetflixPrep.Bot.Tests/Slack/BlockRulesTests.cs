using System.Text.Json.Nodes;
using NetflixPrep.Bot.Tests.Slack.Fake;

namespace NetflixPrep.Bot.Tests.Slack;

/// <summary>Every limit at its edge: what just fits passes, one more does not.</summary>
public sealed class BlockRulesTests
{
    [Theory]
    [InlineData("section", 3000)]
    [InlineData("field", 2000)]
    [InlineData("header", 150)]
    [InlineData("button", 75)]
    [InlineData("value", 2000)]
    [InlineData("url", 3000)]
    [InlineData("accessibility", 75)]
    [InlineData("block_id", 255)]
    [InlineData("action_id", 255)]
    [InlineData("option", 75)]
    [InlineData("option_value", 150)]
    [InlineData("description", 75)]
    [InlineData("placeholder", 150)]
    [InlineData("confirm_title", 100)]
    [InlineData("confirm_text", 300)]
    [InlineData("confirm_yes", 30)]
    [InlineData("confirm_no", 30)]
    [InlineData("alt", 2000)]
    [InlineData("markdown", 12_000)]
    public void A_text_fits_up_to_its_length(string what, int most)
    {
        Assert.Empty(Length(what, most));
        Assert.NotEmpty(Length(what, most + 1));
    }

    [Theory]
    [InlineData("blocks", 50)]
    [InlineData("fields", 10)]
    [InlineData("context", 10)]
    [InlineData("actions", 25)]
    [InlineData("options", 100)]
    [InlineData("groups", 100)]
    [InlineData("overflow", 5)]
    [InlineData("checkboxes", 10)]
    [InlineData("radio_buttons", 10)]
    public void A_list_fits_up_to_its_count(string what, int most)
    {
        Assert.Empty(Count(what, most));
        Assert.NotEmpty(Count(what, most + 1));
    }

    [Theory]
    [InlineData("title", 24)]
    [InlineData("submit", 24)]
    [InlineData("close", 24)]
    [InlineData("private_metadata", 3000)]
    [InlineData("callback_id", 255)]
    public void A_part_of_a_form_fits_up_to_its_length(string what, int most)
    {
        Assert.Empty(BlockRules.View(Form(what, most)));
        Assert.NotEmpty(BlockRules.View(Form(what, most + 1)));
    }

    [Theory]
    [InlineData("""{"type":"section"}""")]
    [InlineData("""{"type":"section","text":{"type":"plain_text","text":""}}""")]
    [InlineData("""{"type":"section","text":{"type":"markdown","text":"a"}}""")]
    [InlineData("""{"type":"section","text":{"type":"mrkdwn","text":"a","emoji":true}}""")]
    [InlineData("""{"type":"section","text":{"type":"plain_text","text":"a"},"colour":"red"}""")]
    [InlineData("""{"type":"section","text":{"type":"plain_text","text":"a"},"accessory":{"type":"plain_text_input","action_id":"a"}}""")]
    [InlineData("""{"type":"header","text":{"type":"mrkdwn","text":"a"}}""")]
    [InlineData("""{"type":"actions","elements":[]}""")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"a"},"action_id":"x"},{"type":"button","text":{"type":"plain_text","text":"b"},"action_id":"x"}]}""")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","text":{"type":"mrkdwn","text":"a"}}]}""")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"a"},"style":"blue"}]}""")]
    [InlineData("""{"type":"actions","elements":[{"type":"static_select","options":[{"text":{"type":"plain_text","text":"a"}}]}]}""")]
    [InlineData("""{"type":"actions","elements":[{"type":"static_select","options":[{"text":{"type":"plain_text","text":"a"},"value":"a"}],"initial_option":{"text":{"type":"plain_text","text":"b"},"value":"b"}}]}""")]
    [InlineData("""{"type":"image","image_url":"https://example.org/a.png"}""")]
    [InlineData("""{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":""}]}]}""")]
    [InlineData("""{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"a","style":{"loud":true}}]}]}""")]
    [InlineData("""{"type":"poll"}""")]
    public void What_slack_refuses_in_a_message_is_refused(string block) =>
        Assert.NotEmpty(BlockRules.Message([JsonNode.Parse(block)]));

    [Fact]
    public void Two_blocks_do_not_share_an_id() =>
        Assert.NotEmpty(BlockRules.Message([JsonNode.Parse("""{"type":"divider","block_id":"a"}"""), JsonNode.Parse("""{"type":"divider","block_id":"a"}""")]));

    [Fact]
    public void A_form_with_an_input_needs_something_to_send_it_with()
    {
        var form = (JsonObject)JsonNode.Parse("""{"type":"modal","title":{"type":"plain_text","text":"A"},"blocks":[{"type":"input","label":{"type":"plain_text","text":"Why"},"element":{"type":"plain_text_input","action_id":"a"}}]}""")!;

        Assert.Contains("submit", Assert.Single(BlockRules.View(form)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("min_length", 3000, 0)]
    [InlineData("min_length", 3001, 2)] // it is above the greatest length too
    [InlineData("max_length", 3000, 0)]
    [InlineData("max_length", 3001, 1)]
    [InlineData("max_length", 0, 1)]
    public void An_input_takes_three_thousand_characters_at_most(string what, int length, int errors)
    {
        var form = (JsonObject)JsonNode.Parse($$"""{"type":"modal","title":{"type":"plain_text","text":"A"},"submit":{"type":"plain_text","text":"A"},"blocks":[{"type":"input","label":{"type":"plain_text","text":"Why"},"element":{"type":"plain_text_input","{{what}}":{{length}} } }]}""")!;

        Assert.Equal(errors, BlockRules.View(form).Count);
    }

    private static List<string> Length(string what, int length)
    {
        var text = new string('x', length);
        var block = what switch
        {
            "section" => new JsonObject { ["type"] = "section", ["text"] = Plain(text) },
            "field" => new JsonObject { ["type"] = "section", ["fields"] = new JsonArray(Plain(text)) },
            "header" => new JsonObject { ["type"] = "header", ["text"] = Plain(text) },
            "block_id" => new JsonObject { ["type"] = "divider", ["block_id"] = text },
            "markdown" => new JsonObject { ["type"] = "markdown", ["text"] = text },
            "alt" => new JsonObject { ["type"] = "image", ["image_url"] = "https://example.org/a.png", ["alt_text"] = text },
            "option" or "option_value" or "description" or "placeholder" => Actions(Select(what, text)),
            _ => Actions(Button(what, text)),
        };
        return BlockRules.Message([block]);
    }

    private static JsonObject Button(string what, string text)
    {
        var button = new JsonObject { ["type"] = "button", ["text"] = Plain(what == "button" ? text : "a"), ["action_id"] = what == "action_id" ? text : "a" };
        if (what is "value" or "url") button[what] = text;
        if (what == "accessibility") button["accessibility_label"] = text;
        if (what.StartsWith("confirm", StringComparison.Ordinal))
        {
            JsonObject Part(string part) => Plain(what == part ? text : "a");
            button["confirm"] = new JsonObject { ["title"] = Part("confirm_title"), ["text"] = Part("confirm_text"), ["confirm"] = Part("confirm_yes"), ["deny"] = Part("confirm_no") };
        }
        return button;
    }

    private static JsonObject Select(string what, string text)
    {
        var option = new JsonObject { ["text"] = Plain(what == "option" ? text : "a"), ["value"] = what == "option_value" ? text : "a" };
        if (what == "description") option["description"] = Plain(text);
        var select = new JsonObject { ["type"] = "static_select", ["options"] = new JsonArray(option) };
        if (what == "placeholder") select["placeholder"] = Plain(text);
        return select;
    }

    private static List<string> Count(string what, int count)
    {
        JsonArray Many(Func<int, JsonNode> make) => new([.. Enumerable.Range(0, count).Select(make)]);
        JsonNode Option(int number) => new JsonObject { ["text"] = Plain("a"), ["value"] = $"{number}" };
        JsonNode Group(int number) => new JsonObject { ["label"] = Plain("a"), ["options"] = new JsonArray(Option(number)) };
        var blocks = what switch
        {
            "blocks" => Many(_ => new JsonObject { ["type"] = "divider" }),
            "fields" => [new JsonObject { ["type"] = "section", ["fields"] = Many(_ => Plain("a")) }],
            "context" => [new JsonObject { ["type"] = "context", ["elements"] = Many(_ => Plain("a")) }],
            "actions" => [new JsonObject { ["type"] = "actions", ["elements"] = Many(number => new JsonObject { ["type"] = "button", ["text"] = Plain("a"), ["action_id"] = $"{number}" }) }],
            "options" => [Actions(new() { ["type"] = "static_select", ["options"] = Many(Option) })],
            "groups" => [Actions(new() { ["type"] = "static_select", ["option_groups"] = Many(Group) })],
            _ => new JsonArray(Actions(new() { ["type"] = what, ["options"] = Many(Option) })),
        };
        return BlockRules.Message(blocks);
    }

    private static JsonObject Form(string what, int length)
    {
        var text = new string('x', length);
        var form = new JsonObject { ["type"] = "modal", ["title"] = Plain("A form"), ["blocks"] = new JsonArray(new JsonObject { ["type"] = "divider" }) };
        form[what] = what is "title" or "submit" or "close" ? Plain(text) : text;
        return form;
    }

    private static JsonObject Actions(JsonObject element) => new() { ["type"] = "actions", ["elements"] = new JsonArray(element) };

    private static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text };
}
