using System.Text;
using System.Text.Json;
using Dapper;
using NetflixPrep.Bot.Adapters.Discord;
using NetflixPrep.Bot.Tests.Groups;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using static NetflixPrep.Bot.Tests.Groups.TwoGroups;

namespace NetflixPrep.Bot.Tests.Hostile;

/// <summary>What people type and press to break things: nothing is lost, nothing leaks, nobody is pinged, and every turn ends well.</summary>
public sealed class HostileTests : IAsyncLifetime
{
    private const string Secret = "the-words-of-ana-in-group-one";

    private static readonly PersonId Ana = In("one", "ana");
    private static readonly PersonId Ben = In("one", "ben");
    private static readonly PersonId Mallory = In("two", "mallory");

    private readonly TwoGroups bot = new();

    public async ValueTask InitializeAsync() => await bot.HoldAsync(Ana, Secret);

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    public static TheoryData<string> Texts =>
    [
        "@everyone @here <@100000000000000001> <@&200000000000000002> <#300000000000000003> </mock start:1> <!channel> <!here|x> <@U123>",
        "**bold** __under__ ~~gone~~ ||hidden|| # title\n> quote\n- list [link](https://evil.example) `code` ```js\nalert(1)```",
        "```\nan open fence\n@everyone",
        "\u202Eevil txet\u202C \u2066isolated\u2069 \u200Fright\u200Eleft",
        "zero\u200Bwidth\u200Cjoin\u200Der\uFEFFmarks @\u200Beveryone",
        "'; DROP TABLE events; -- \" OR 1=1; $key @key {key} %s {0} \\0",
        "---\n- !!python/object/apply:os.system ['id']\nkey: &a [*a, *a]\n%YAML 1.2",
        "{{constructor.constructor('return 1')()}} ${jndi:ldap://127.0.0.1/x} <script>alert(1)</script> &lt;b&gt; &amp;",
        "\0\u0001\u0007\u001b[2J\u001b]0;title\u0007 bell",
        "e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309 z̷̧̛a̸l̵g̶o̷",
        "👩‍👩‍👧‍👦🏳️‍🌈👍🏽🇩🇪🇫🇷",
        "session/aaaaaaaa|done|3| privacy/x|delete-yes|0|one",
        "\ud83d lone surrogate \udc00",
        "🙂",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Whatever_is_typed_is_kept_to_the_letter_and_pings_nobody(string text)
    {
        await bot.BeginAsync(Ben, text);
        await bot.PressAsync(Ben, "Done");
        await bot.SayAsync(Ben, text + " again");
        await bot.SayAsync(Ben, "stop");
        await bot.PressAsync(Ben, "Stop and keep");
        await bot.PressAsync(Ben, "Full notes");

        Assert.Equal([Kept(text), Kept(text + " again")], Said());
        Assert.Equal(0, Failed());
        Assert.All(Shows(), show => Assert.All(show.Notify, person => Assert.Contains(person.User, new[] { "ana", "ben" })));
        Assert.All(Shows(), show => AssertQuiet(show.Message));
    }

    [Fact]
    public async Task A_storm_of_emoji_and_a_paste_of_a_megabyte_are_kept()
    {
        var storm = string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 2_000));
        var paste = string.Concat(Enumerable.Repeat("baseline, because L1 ends at zero; ", 30_000));
        await bot.BeginAsync(Ben, storm);
        await bot.HearAsync(new Inbound.Attached(bot.From(Ben, bot.HomeOf(Ben)), "paste-1", "paste.txt", paste));
        await bot.PressAsync(Ben, "Done");

        Assert.Equal([storm, paste], Said());
        Assert.Equal(0, Failed());
    }

    [Theory]
    [InlineData("")]
    [InlineData("|")]
    [InlineData("session/")]
    [InlineData("session/nosuchid|done|1|")]
    [InlineData("loop/nosuchid|next|0|")]
    [InlineData("group/terminal:one|x|0|")]
    [InlineData("privacy/x|delete-yes|0|one|one")]
    [InlineData("session/aaaaaaaa|score|99999999999999999999|")]
    [InlineData("SESSION/AAAAAAAA|DONE|1|")]
    [InlineData("../../etc/passwd|done|1|")]
    [InlineData("session/aaaaaaaa|notes|1|\u202E")]
    public async Task A_forged_button_gets_a_kind_line_and_changes_nothing(string token)
    {
        var before = Facts();

        await bot.HearAsync(new Inbound.Choice(bot.From(Mallory, Channel(Mallory)), token, "3"));

        Assert.Equal((before, 0), (Facts(), Failed()));
        Assert.Equal(Mallory, Shows()[^1].Only ?? Mallory);
        Assert.DoesNotContain(Secret, bot.Platform.Texts.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buttons_of_a_session_of_another_group_do_nothing_and_show_nothing()
    {
        var tokens = Shows().SelectMany(show => show.Message.Controls).OfType<Control.Button>().Select(button => button.Token).Distinct().ToList();
        var (before, shown) = (Facts(), Shows().Count);

        foreach (var token in tokens) await bot.HearAsync(new Inbound.Choice(bot.From(Mallory, Channel(Mallory)), token, "3"));
        foreach (var token in tokens) await bot.HearAsync(new Inbound.Form(bot.From(Mallory, Channel(Mallory)), token, [new("cause", "mine now"), new("question", "how many?")]));

        Assert.Equal((before, 0), (Facts(), Failed()));
        Assert.All(Shows().Skip(shown), show => Assert.DoesNotContain(Secret, show.Message.Body.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_button_ever_shown_pressed_again_changes_no_finished_session()
    {
        var tokens = Shows().SelectMany(show => show.Message.Controls).OfType<Control.Button>().Select(button => button.Token).Distinct().ToList();
        var before = Facts();

        foreach (var token in tokens.Concat(tokens.AsEnumerable().Reverse())) await bot.HearAsync(new Inbound.Choice(bot.From(Ana, bot.HomeOf(Ana)), token, null));

        Assert.Equal((before, 0), (Facts(), Failed()));
    }

    [Fact]
    public async Task What_others_type_into_a_session_is_nowhere()
    {
        await bot.BeginAsync(Ben, "ridge shrinks");

        await bot.HearAsync(new Inbound.Text(bot.From(Mallory, bot.HomeOf(Ben)), "m-1", "words-of-mallory"));
        await bot.HearAsync(new Inbound.Edited(bot.From(Mallory, bot.HomeOf(Ben)), "m-1", "words-of-mallory"));
        await bot.HearAsync(new Inbound.Attached(bot.From(Mallory, bot.HomeOf(Ben)), "m-2", "x.txt", "words-of-mallory"));

        Assert.DoesNotContain(bot.Rows().Values.SelectMany(rows => rows), row => row.Contains("words-of-mallory", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_command_in_every_state_is_answered()
    {
        foreach (var reach in States())
        {
            foreach (var spec in CommandTable.All)
            {
                await reach();
                var answers = bot.Platform.Sent.Count;
                var arguments = spec.Arguments.Select(argument => new Argument(argument.Name, argument.Choices.Count > 0 ? argument.Choices[0].Value : argument.Kind == ArgumentKind.Number ? "20" : "'; @everyone \u202E")).ToSeq();
                foreach (var given in new[] { [], arguments })
                {
                    if (spec.IsLookup(given)) continue;
                    await bot.HearAsync(new Inbound.Command(bot.From(Ben, Channel(Ben)), spec.Verb, given));
                    Assert.True(bot.Platform.Sent.Count > answers, $"/{spec.Verb} was not answered");
                    answers = bot.Platform.Sent.Count;
                }
            }
        }
        Assert.Equal(0, Failed());
        Assert.DoesNotContain(Shows().Where(show => show.Only == Ben), show => show.Message.Body.ToString().Contains(Secret, StringComparison.Ordinal));
        Assert.Equal("ok", bot.Database.Writer.QuerySingle<string>("PRAGMA integrity_check"));
    }

    private IEnumerable<Func<Task>> States()
    {
        yield return () => Task.CompletedTask;
        yield return () => bot.CommandAsync(Ben, "/mock start round:ml-fundamentals");
        yield return () => Reach("Begin");
        yield return () => Reach("Begin", "Pause");
        yield return () => Reach("Begin", "Done");
        yield return () => Reach("Begin", "Done", "Skip", "Skip");
        yield return () => Reach("Begin", "Done", "Skip", "Skip", "None");
        yield return () => Reach("Begin", "Done", "Skip", "Skip", "None", "Skip");
        yield return () => bot.CommandAsync(Ben, "/mock start loop:\"coding 45\"");
    }

    /// <summary>A new session, pressed as far as it goes: where a step is over already, the press is one more stale one.</summary>
    private async Task Reach(params string[] labels)
    {
        await bot.CommandAsync(Ben, "/mock stop");
        await bot.CommandAsync(Ben, "/mock stop");
        await bot.BeginAsync(Ben, "ridge shrinks all weights");
        foreach (var label in labels.Skip(1)) await bot.TryPressAsync(Ben, label);
    }

    // JSON cannot hold half a character: the platform's own decoder has replaced it long before.
    private static string Kept(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private List<string> Said() =>
        bot.Database.Writer.Query<string>("SELECT data FROM events WHERE type = 'answer-given' ORDER BY position")
            .Select(data => JsonDocument.Parse(data).RootElement.GetProperty("text").GetString()!).Where(text => text != Secret).ToList();

    private int Failed() => bot.Database.Writer.QuerySingle<int>("SELECT count(*) FROM inbound WHERE status = 'failed'");

    private int Facts() => bot.Database.Writer.QuerySingle<int>("SELECT count(*) FROM events WHERE stream LIKE 'session/%'");

    private List<Effect.Show> Shows() => [.. bot.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.Show>()];

    /// <summary>On Discord nobody is pinged by what was typed, and nothing typed is markup.</summary>
    private static void AssertQuiet(Message message)
    {
        var text = DiscordMarkup.Write(message.Body, new Dictionary<string, string>());
        foreach (var ping in new[] { "@everyone", "@here", "<@100000000000000001>", "<@&200000000000000002>", "<#300000000000000003>", "[link](https" })
            Assert.DoesNotContain(ping, text, StringComparison.Ordinal);
    }
}
