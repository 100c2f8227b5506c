using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetflixPrep.Bot.Adapters.Slack;
using NetflixPrep.Bot.Tests.Slack.Fake;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Slack;

public sealed class SlackRendererTests
{
    private static readonly RenderContext Context = new(new("/mock", CommandTable.All));
    private static readonly DateTimeOffset At = new(2026, 3, 2, 10, 45, 0, TimeSpan.Zero);

    [Fact]
    public void The_Markdown_subset_becomes_rich_text()
    {
        var body = One(new(Prose.Markdown("Some **bold**, _italic_ and `code`.\n\n- one\n- two\n  1. inner\n\n```\nx = 1\n```\n> said")));

        var rich = Blocks(body)[0]!["elements"]!.AsArray();
        Assert.Equal(["rich_text_section", "rich_text_list", "rich_text_list", "rich_text_preformatted", "rich_text_quote"], rich.Select(element => (string?)element!["type"]));
        Assert.Equal(["{\"bold\":true}", "{\"italic\":true}", "{\"code\":true}"], rich[0]!["elements"]!.AsArray().Select(run => run!["style"]?.ToJsonString()).OfType<string>());
        Assert.Equal(("ordered", 1), ((string?)rich[2]!["style"], (int)rich[2]!["indent"]!));
        Assert.Equal("Some bold, italic and code.\n• one\n• two\n  1. inner\nx = 1\nsaid", body.Text);
    }

    [Theory]
    [InlineData("*bold* _it_ ~gone~ `code` ```x```")]
    [InlineData("<!channel> <@U0BEN> @here <https://evil|click> &lt;")]
    [InlineData("**not** bold\n- no list\n# no head\n> no quote")]
    public void Typed_text_is_one_plain_run_and_escaped_in_the_text(string typed)
    {
        var body = One(new(Prose.Of($"**You said** {typed}.")));

        var runs = Blocks(body)[0]!["elements"]![0]!["elements"]!.AsArray();
        Assert.Equal($" {typed}.", (string?)runs[1]!["text"]);
        Assert.Null(runs[1]!["style"]);
        Assert.Equal($"You said {SlackText.Escape(typed)}.", body.Text);
        Assert.DoesNotContain("<", body.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Typed_text_inside_code_stays_inside()
    {
        var body = One(new(new([new Part.Markdown("`"), new Part.Typed("a`b"), new Part.Markdown("` and\n\n```\n"), new Part.Typed("``` c"), new Part.Markdown("\n```")])));

        Assert.Equal("a`b and\n``` c", body.Text);
    }

    [Fact]
    public void Times_are_dates_that_each_reader_sees_in_their_own_zone()
    {
        var message = new Message(Prose.Of($"Ends {At}.")) { Countdown = new(At, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10)) };

        var body = One(message, Context with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo") });

        var date = Blocks(body)[0]!["elements"]![0]!["elements"]![1]!;
        Assert.Equal(("date", At.ToUnixTimeSeconds(), "19:45"), ((string?)date["type"], (long)date["timestamp"]!, (string?)date["fallback"]));
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"Ends <!date^{At.ToUnixTimeSeconds()}^{{time}}|19:45>.\nEnds <!date^{At.ToUnixTimeSeconds()}^{{time}}|19:45>"), body.Text);
        Assert.Contains("10:45 UTC", One(message).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_is_named_and_pinged_only_when_that_is_meant()
    {
        var message = new Message(Prose.Of($"Your turn, {new PersonId("slack", "T", "U0ANA")}."));

        var quiet = One(message, Context with { Names = new Dictionary<string, string> { ["U0ANA"] = "ana <!here>" } });
        var loud = One(message, Context with { Notify = new HashSet<string> { "U0ANA" } });

        Assert.Equal("Your turn, ana &lt;!here&gt;.", quiet.Text);
        Assert.Equal("Your turn, <@U0ANA>.", loud.Text);
    }

    [Theory]
    [InlineData("C0PRACTICE", true)]
    [InlineData("G0PRACTICE", true)]
    [InlineData("C0PRACTICE:1.2", false)]
    [InlineData("D0ANA", false)]
    [InlineData("C<!here>", false)]
    public void A_channel_can_be_followed_and_everything_else_is_plain_text(string place, bool linked)
    {
        var body = One(new(Prose.Of($"Practice is in {new PlaceId("slack", place)}.")));

        var runs = Blocks(body)[0]!["elements"]![0]!["elements"]!.AsArray();
        Assert.Equal(linked ? place : null, (string?)runs.SingleOrDefault(run => (string?)run!["type"] == "channel")?["channel_id"]);
        Assert.Equal($"Practice is in {(linked ? $"<#{place}>" : SlackText.Escape(place))}.", body.Text);
        Assert.Empty(BlockRules.Message(Blocks(body)));
    }

    [Fact]
    public void Channels_count_for_the_limits_and_stay_plain_inside_code()
    {
        var channel = new Part.Place(new("slack", "C0PRACTICE"));

        var many = SlackRenderer.Render(new(new([.. Enumerable.Range(0, 600).SelectMany(_ => new Part[] { channel, new Part.Markdown(" ") })])), Context);
        var code = One(new(new([new Part.Markdown("`"), channel, new Part.Markdown("`")])));

        Assert.Equal(600, many.Sum(body => body.Text.Split("<#C0PRACTICE>").Length - 1));
        Assert.All(many, body => Assert.InRange(body.Text.Length, 1, SlackLimits.Text));
        Assert.Equal("C0PRACTICE", code.Text);
    }

    [Fact]
    public void Commands_are_written_as_they_are_typed_here() =>
        Assert.Equal("Type /practice start round:coding or /practice help.", One(new(Prose.Of($"Type {new CommandRef("mock start", "round:coding")} or {new CommandRef("help")}.")), new(new("/practice", CommandTable.All))).Text);

    [Fact]
    public void At_most_one_button_is_the_main_one_and_every_token_travels_once()
    {
        var body = One(new(Prose.Markdown("x")) { Controls = [new Control.Button("A", "a", Tone.Main), new Control.Button("B", "b", Tone.Main), new Control.Button("C", "c", Tone.Danger), new Control.Button("A again", "a")] });

        var buttons = Blocks(body)[^1]!["elements"]!.AsArray();
        Assert.Equal(["primary", null, "danger"], buttons.Select(button => (string?)button!["style"]));
        Assert.Equal(["a", "b", "c"], buttons.Select(button => (string?)button!["value"]));
        Assert.Equal(3, buttons.Select(button => (string?)button!["action_id"]).Distinct().Count());
    }

    [Fact]
    public void Whatever_is_shown_keeps_to_the_limits_and_loses_nothing()
    {
        for (var seed = 1UL; seed <= 60; seed++)
        {
            var message = Any(new Chance(seed), out var words);

            var bodies = SlackRenderer.Render(message, Context);

            Assert.All(bodies, body =>
            {
                Assert.InRange(body.Text.Length, 1, SlackLimits.Text);
                Assert.InRange(body.Blocks.Count, 1, SlackLimits.MessageBlocks);
                Assert.Empty(BlockRules.Message(Blocks(body)));
            });
            var seen = string.Join(' ', bodies.Select(body => body.Text)).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToHashSet();
            Assert.All(words.Select(SlackText.Escape), word => Assert.Contains(word, seen));
        }
    }

    [Fact]
    public void One_word_longer_than_a_message_is_split()
    {
        var bodies = SlackRenderer.Render(new(Prose.Typed(new string('&', 4000))), Context);

        Assert.Equal(4000, bodies.Sum(body => SlackText.Unescape(body.Text).Length));
        Assert.All(bodies, body => Assert.InRange(body.Text.Length, 1, SlackLimits.Text));
    }

    [Fact]
    public void A_form_keeps_to_the_limits()
    {
        var view = SlackRenderer.Render(new Form("session/abc|changed|1|", "A title that is longer than Slack's", [
            new("round", "Round", true, 40) { Value = "b", Options = [new("A", "a"), new("B", "b")] },
            new("why", new string('l', 45), false, 9000) { Paragraph = true, Hint = "Say why.", Value = "because" },
        ]));

        var json = JsonSerializer.SerializeToNode(new OpenViewArguments("t", view), SlackJson.Default.OpenViewArguments)!["view"]!.AsObject();
        Assert.Empty(BlockRules.View(json));
        Assert.Equal("B", (string?)json["blocks"]![0]!["element"]!["initial_option"]!["text"]!["text"]);
        Assert.Equal(SlackLimits.InputText, (int)json["blocks"]![1]!["element"]!["max_length"]!);
    }

    private static Message Any(Chance chance, out List<string> words)
    {
        words = [];
        var parts = new List<Part>();
        for (var at = 0; at < 1 + (int)(chance.Seed % 9 * 4); at++)
        {
            chance = chance.Next();
            var some = Enumerable.Range(0, 1 + chance.Below(200)).Select(number => string.Create(CultureInfo.InvariantCulture, $"w{chance.Seed % 10_000}x{at}y{number}{(number % 9 == 0 ? "<&>" : "")}")).ToList();
            if (chance.Below(3) == 0) some = [.. some.Select(word => word.Replace("<&>", "", StringComparison.Ordinal))];
            var text = string.Join(' ', some);
            parts.Add(chance.Below(4) switch
            {
                0 => new Part.Markdown(string.Join('\n', some.Select(word => "- " + word.Replace("<&>", "", StringComparison.Ordinal))) + "\n\n"),
                1 => new Part.Markdown("\n\n```\n" + string.Join('\n', some) + "\n```\n\n"),
                _ => new Part.Typed(text + " "),
            });
            words.AddRange(parts[^1] is Part.Markdown markdown && markdown.Text.StartsWith('-') ? some.Select(word => word.Replace("<&>", "", StringComparison.Ordinal)) : some);
            parts.Add(new Part.Markdown("\n\n"));
        }
        return new(new(parts.ToSeq()))
        {
            Title = chance.Below(2) == 0 ? "Title" : null,
            Fields = [new("Name", Prose.Typed("value"))],
            Countdown = new(At, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)),
            Controls = [.. Enumerable.Range(0, chance.Below(40)).Select(number => new Control.Button($"B{number}", $"t{number}"))],
        };
    }

    private static MessageBody One(Message message, RenderContext? context = null) => Assert.Single(SlackRenderer.Render(message, context ?? Context));

    private static JsonArray Blocks(MessageBody body) =>
        JsonSerializer.SerializeToNode(new PostArguments("C", body.Text, body.Blocks), SlackJson.Default.PostArguments)!["blocks"]!.AsArray();
}
