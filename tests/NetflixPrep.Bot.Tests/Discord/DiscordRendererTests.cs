using System.Text.Json;
using NetflixPrep.Bot.Adapters.Discord;
using NetflixPrep.Bot.Tests.Discord.Fake.OpenApi;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Discord;

public sealed class DiscordRendererTests
{
    private static readonly DateTimeOffset End = DateTimeOffset.FromUnixTimeSeconds(1_767_640_000);

    private static string Written(Prose prose) => DiscordMarkup.Write(prose, new Dictionary<string, string> { ["drill"] = "77" });

    [Theory]
    [InlineData("**bold** _it_ ~~no~~", @"\*\*bold\*\* \_it\_ \~\~no\~\~")]
    [InlineData("||spoiler||", @"\|\|spoiler\|\|")]
    [InlineData("<@123> <#4> <@&5> </mock:6>", @"\<\@123\> \<#4\> \<\@&5\> \</mock\:6\>")]
    [InlineData("@everyone @here", @"\@everyone \@here")]
    [InlineData("[free](https://evil.example)", @"\[free\](https\://evil.example)")]
    [InlineData("# heading", @"\# heading")]
    [InlineData("-# small", @"\-# small")]
    [InlineData("one\n- two\n  + three", "one\n\\- two\n  \\+ three")]
    [InlineData("1. one", @"1\. one")]
    [InlineData("> quote", @"\> quote")]
    [InlineData("`code` ```fence```", @"\`code\` \`\`\`fence\`\`\`")]
    [InlineData(":smile: at 10:45", @"\:smile: at 10\:45")]
    [InlineData(@"a\b", @"a\\b")]
    [InlineData("p99 < 800 ms, 1.5 x", @"p99 \< 800 ms, 1.5 x")]
    public void Typed_text_is_shown_to_the_letter(string typed, string written) => Assert.Equal(written, Written(Prose.Typed(typed)));

    [Fact]
    public void Typed_text_cannot_leave_the_code_it_stands_in() =>
        Assert.Equal("`a ˋb` and \\*c\\*\n```\nx `\u200B`` y\n```", Written(Prose.Of($"`{"a `b"}` and {"*c*"}\n```\n{"x ``` y"}\n```")));

    [Fact]
    public void Moments_are_shown_in_the_readers_zone() => Assert.Equal("Ends <t:1767640000:t>.", Written(Prose.Of($"Ends {End}.")));

    [Theory]
    [InlineData("drill on", null, "</drill on:77>")]
    [InlineData("drill on", "07:00", "`/drill on 07:00`")]
    [InlineData("plan", null, "`/plan`")]
    public void Commands_can_be_clicked_where_their_id_is_known(string verb, string? arguments, string written) => Assert.Equal(written, Written(Prose.Of($"{new CommandRef(verb, arguments)}")));

    [Fact]
    public void Title_body_fields_and_clock_stand_in_this_order()
    {
        var bodies = DiscordRenderer.Render(new Message(Prose.Markdown("Body.")) { Title = "T*", Fields = [new("Level", Prose.Typed("L_5"))], Countdown = new(End, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(45)) });

        Assert.Equal("**T\\***\nBody.\n\n**Level:** L\\_5\n\nEnds <t:1767640000:t> (<t:1767640000:R>)", Assert.Single(bodies).Content);
    }

    [Fact]
    public void A_clock_that_stands_says_what_is_left() =>
        Assert.Equal("B\n\nThe clock stands, 12:05 left.", DiscordRenderer.Render(new Message(Prose.Markdown("B")) { Countdown = new(null, new(0, 12, 5), default) })[0].Content);

    [Fact]
    public void Long_text_is_split_between_paragraphs_and_the_controls_stand_on_the_last_part()
    {
        var text = $"{new string('a', 1500)}\n\n{new string('b', 1500)}";

        var bodies = DiscordRenderer.Render(new Message(Prose.Markdown(text)) { Controls = [new Control.Button("Done", "t")] });

        Assert.Equal([new string('a', 1500), new string('b', 1500)], bodies.Select(body => body.Content));
        Assert.Equal([0, 1], bodies.Select(body => body.Components!.Count));
    }

    [Fact]
    public void Code_that_is_too_long_is_fenced_anew_in_each_part()
    {
        var code = string.Join('\n', Enumerable.Range(0, 400).Select(line => $"line {line} of code"));

        var parts = TextSplitter.Split($"Look:\n```py\n{code}\n```", DiscordLimits.Content);

        Assert.All(parts, part => Assert.InRange(part.Length, 1, DiscordLimits.Content));
        Assert.All(parts.Skip(1), part => Assert.True(part.StartsWith("```py\n", StringComparison.Ordinal) && part.EndsWith("\n```", StringComparison.Ordinal)));
        Assert.Equal(code, string.Join('\n', parts.SelectMany(part => part.Split('\n')).Where(line => line.StartsWith("line", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_part_never_ends_within_a_character_or_an_escape()
    {
        var parts = TextSplitter.Split(string.Concat(Enumerable.Repeat("🎬", 1501)), 2000).Concat(TextSplitter.Split("x" + string.Concat(Enumerable.Repeat("\\*", 1500)), 2000));

        Assert.All(parts, part => Assert.False(char.IsHighSurrogate(part[^1]) || part[^1] == '\\'));
    }

    [Fact]
    public void More_than_five_rows_go_on_in_a_further_message()
    {
        var buttons = Enumerable.Range(0, 28).Select(i => (Control)new Control.Button($"B{i}", $"t{i}")).ToSeq();

        var bodies = DiscordRenderer.Render(new Message(Prose.Markdown("Choose.")) { Controls = buttons });

        Assert.Equal([5, 1], bodies.Select(body => body.Components!.Count));
    }

    [Fact]
    public void An_id_that_repeats_is_rendered_once() =>
        Assert.Single(DiscordRenderer.Render(new Message(Prose.Markdown("x")) { Controls = [new Control.Button("A", "t"), new Control.Button("B", "t")] })[0].Components![0].Components!);

    [Fact]
    public void Forms_fit_discords_file()
    {
        Assert.SkipWhen(OfficialApi.Instance is null, OfficialApi.Absent);
        var form = new Form("session/a|x|1|", "A title that is far longer than forty-five characters", [new("a", "Why", true, 300) { Paragraph = true, Hint = "A hint", Value = "v" }, new("b", "Which", true, 1) { Options = [new("One", "1", "more"), new("Two", "2")], Value = "2" }]);

        var json = JsonSerializer.SerializeToNode(new Callback<ModalBody>(9, DiscordRenderer.Render(form)), WireJson.Default.CallbackModalBody);

        Assert.Equal([], OfficialApi.Instance.Check("POST", "interactions/1/token/callback", json));
    }

    [Fact]
    public void Required_options_come_first_and_long_lists_are_completed_while_typing()
    {
        var many = Enumerable.Range(0, 26).Select(i => new Option($"{i}", $"{i}")).ToSeq();
        var command = DiscordCommands.Render([new("question show", "Show one.", [new("style", "s", ArgumentKind.Choice) { Choices = many }, new("id", "i", ArgumentKind.Question) { Required = true }])])[0];

        var options = command.Options![0].Options!;

        Assert.Equal([("id", true), ("style", true)], options.Select(option => (option.Name, option.Autocomplete == true)));
    }

    [Fact]
    public void A_command_that_also_has_sub_commands_is_refused_with_a_reason()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => DiscordCommands.Render([new("mock", "m", []), new("mock start", "s", [])]));

        Assert.Contains("/mock", refused.Message, StringComparison.Ordinal);
    }
}
