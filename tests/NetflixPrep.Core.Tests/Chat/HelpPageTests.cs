using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Tests.Chat;

public class HelpPageTests
{
    private static readonly PersonId Ben = new("terminal", "study", "ben");

    public static TheoryData<HelpScene> Scenes => [new HelpScene(), new HelpScene { InSession = true }, new HelpScene { SessionElsewhere = true }, new HelpScene { InDirectMessages = true }, new HelpScene { Admin = true }, new HelpScene { Loop = new(2, 3, Here: true) }, new HelpScene { Loop = new(2, 3, Here: false) }, new HelpScene { InSession = true, Loop = new(2, 3, Here: true) }];

    [Theory]
    [MemberData(nameof(Scenes))]
    public void Lists_every_command(HelpScene scene)
    {
        var text = Text(scene);

        Assert.All(CommandTable.All, spec => Assert.Contains($"/{spec.Verb}: {spec.Help}", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Inside_a_session_the_plain_words_come_first() =>
        Assert.StartsWith("You are in a session.", Text(new() { InSession = true }), StringComparison.Ordinal);

    [Fact]
    public void Between_the_rounds_of_a_loop_it_says_how_the_next_one_opens()
    {
        var text = Text(new() { Loop = new(2, 3, Here: true) });

        Assert.StartsWith("You are in your loop, before round 2 of 3. Nothing runs: *Next round* opens the round", text, StringComparison.Ordinal);
        Assert.Contains("next, break, packet, stop", text, StringComparison.Ordinal);
        Assert.DoesNotContain("To begin:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Elsewhere_it_says_that_a_loop_waits() =>
        Assert.StartsWith("Your loop waits in another place, before round 2 of 3. /mock status shows its buttons", Text(new() { Loop = new(2, 3, Here: false) }), StringComparison.Ordinal);

    [Fact]
    public void Inside_a_round_of_a_loop_it_says_what_stop_stops() =>
        Assert.StartsWith("You are in round 2 of 3 of your loop; stop ends this round only, and the loop goes on. Write your answer", Text(new() { InSession = true, Loop = new(2, 3, Here: true) }), StringComparison.Ordinal);

    [Fact]
    public void In_the_thread_of_somebody_else_it_names_the_owner_and_only_what_helps_there()
    {
        var text = Text(new() { SessionOf = Ben });

        Assert.StartsWith("This is the session of ben.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/mock stop", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Elsewhere_it_says_that_a_session_waits() =>
        Assert.StartsWith("Your session is open in another place", Text(new() { SessionElsewhere = true }), StringComparison.Ordinal);

    [Fact]
    public void Those_who_manage_the_group_are_told_about_its_settings() =>
        Assert.Contains("You manage this group: /settings", Text(new() { Admin = true }), StringComparison.Ordinal);

    [Fact]
    public void Outside_it_says_how_to_begin() => Assert.EndsWith("/mock start round:coding", Text(new()), StringComparison.Ordinal);

    private static string Text(HelpScene scene) => HelpPage.For(scene).Body.ToString();
}

public class CommandTableTests
{
    [Fact]
    public void Every_verb_stands_there_once() => Assert.Equal(CommandTable.All.Count, CommandTable.All.Select(spec => spec.Verb).Distinct().Count());

    [Fact]
    public void Texts_fit_every_platform()
    {
        Assert.All(CommandTable.All, spec => Assert.InRange(spec.Help.Length, 1, 100));
        Assert.All(CommandTable.All.SelectMany(spec => spec.Arguments), argument => Assert.InRange(argument.Help.Length, 1, 100));
        Assert.All(CommandTable.All.SelectMany(spec => spec.Arguments), argument => Assert.InRange(argument.Choices.Count, 0, 25));
    }

    [Theory]
    [InlineData("mock start")]
    [InlineData("help")]
    public void A_verb_is_found(string verb) => Assert.Equal(verb, CommandTable.Find(verb)!.Verb);

    [Fact]
    public void An_unknown_verb_is_not() => Assert.Null(CommandTable.Find("chess"));

    [Fact]
    public void What_changes_nothing_is_read_only() => Assert.Equal(["mock status", "drill status", "story list", "story check", "review status", "question search", "question show", "history", "why", "privacy", "help"], CommandTable.All.Where(spec => spec.ReadsOnly).Select(spec => spec.Verb));

    [Theory]
    [InlineData("/plan", true)]
    [InlineData("/plan today", true)]
    [InlineData("/plan view:progress", true)]
    [InlineData("/plan calendar", false)]
    [InlineData("/plan off", false)]
    [InlineData("/plan view:today level:L6", false)]
    [InlineData("/plan level:L6", false)]
    [InlineData("/settings", true)]
    [InlineData("/settings zone:UTC", false)]
    public void What_only_shows_something_is_told_from_what_changes_it_or_hands_over_a_file(string typed, bool isLookup)
    {
        var parsed = Assert.IsType<CommandLine.Parsed>(CommandLine.Read(typed, CommandTable.All));

        Assert.Equal(isLookup, parsed.Spec.IsLookup(parsed.Arguments));
    }

    [Fact]
    public void A_forgotten_colon_is_mended_with_a_day_that_reads_as_one() =>
        Assert.Equal("Write a colon after interview-date, such as interview-date:2027-01-15.", Assert.IsType<CommandLine.Complaint>(CommandLine.Read("/plan interview-date 2027-01-15", CommandTable.All)).Sentence);
}
