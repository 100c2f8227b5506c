using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Stories;

namespace NetflixPrep.Core.Tests.Stories;

/// <summary>Stories that show only what matters; by itself the lint has nothing to say about one.</summary>
internal static class T
{
    internal static readonly PersonId Ada = new("terminal", "hall", "ada");
    internal static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    internal static Story Canary { get; } = new("1", "The canary that lied",
        "The checkout ranker was due before Thanksgiving.",
        "The canary looked calm, but Priya from payments saw declined cards.",
        "I froze the rollout, traced it to a stale exchange table and wrote the replay harness.",
        "Declines fell from 4.2 % to 0.3 % within 36 hours.", ["incident"]);

    internal static Story Pipeline { get; } = new("2", "Two teams, one pipeline",
        "Search and adverts each kept their own clickstream loader.",
        "Both directors refused to give theirs up.",
        "I wrote the comparison, offered to migrate both myself and shipped in eleven weeks.",
        "Backfills went from 9 days to 14 hours.", ["influence", "failure"]);

    internal static StoryShelf Shelf(params Seq<Story> stories) => new(StoryShelf.StreamOf(Ada), stories.Count, stories);

    internal static Origin From() => new("d1", Ada, new("terminal", "#hall"), Noon);
}

public class StoryLintTests
{
    [Fact]
    public void A_story_with_a_number_a_tension_and_its_own_part_gets_no_remark()
    {
        Assert.Empty(StoryLint.Of(T.Canary));
        Assert.Empty(StoryLint.Of(T.Pipeline));
    }

    [Theory]
    [InlineData("Members were much happier.", true)]
    [InlineData("", true)]
    [InlineData("One metric moved.", true)]
    [InlineData("Latency halved.", false)]
    [InlineData("From 150 to 85 ms.", false)]
    [InlineData("Twelve teams use it.", false)]
    public void A_metric_without_a_number_is_quoted(string metric, bool remarked)
    {
        var remarks = StoryLint.Of(T.Canary with { Metric = metric });

        Assert.Equal(remarked ? [RemarkKind.NoNumber] : [], remarks.Select(remark => remark.Kind));
        Assert.All(remarks, remark => Assert.Contains(metric, remark.Text.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("It was a nice quarter and everyone helped.", true)]
    [InlineData("", true)]
    [InlineData("My manager disagreed.", false)]
    [InlineData("The deadline was Friday.", false)]
    [InlineData("The vendor didn't answer.", false)]
    public void A_tension_without_a_tension_word_is_quoted(string tension, bool remarked)
    {
        var remarks = StoryLint.Of(T.Canary with { Situation = "The checkout ranker was due.", Tension = tension });

        Assert.Equal(remarked ? [RemarkKind.NoTension] : [], remarks.Select(remark => remark.Kind));
        Assert.All(remarks, remark => Assert.Contains(tension, remark.Text.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void We_is_counted_against_I_with_the_words_around_it()
    {
        var remark = Assert.Single(StoryLint.Of(T.Canary with { Action = "We froze the rollout, I traced it, we've fixed it and our team wrote the harness; the US office slept." }));

        Assert.Equal("Action says we 3 times (\"We froze the\", \"we've fixed it\", \"our team wrote\") and I once. What did you do yourself?", remark.Text.ToString());
    }

    [Fact]
    public void As_often_I_as_we_is_no_remark() => Assert.Empty(StoryLint.Of(T.Canary with { Action = "We froze it, I've traced it." }));

    [Fact]
    public void A_failure_is_found_by_theme_or_by_words()
    {
        var success = T.Canary with { Themes = [] };

        Assert.False(StoryLint.HasFailure([success]));
        Assert.True(StoryLint.HasFailure([success with { Themes = [Themes.Failure] }]));
        Assert.True(StoryLint.HasFailure([success, success with { Metric = "It was cancelled after 3 months." }]));
    }
}

public class StoryDeskTests
{
    [Fact]
    public void A_form_becomes_a_story_of_four_lines()
    {
        var decision = StoryDesk.Decide(T.Shelf(), new StoryInput.Added(T.From(), [new("title", " The  canary "), new("situation", "line one\nline two"), new("action", "I did."), new("metric", "")]));

        Assert.Equal([new StoryEvent.Added(T.Noon, new("1", "The canary", "line one line two", "", "I did.", "", []))], decision.Events);
        Assert.Contains("- Tension: nothing yet", Text(decision), StringComparison.Ordinal);
        Assert.Contains("Which number changed, from what to what?", Text(decision), StringComparison.Ordinal);
    }

    [Fact]
    public void A_theme_is_put_on_and_taken_off_by_the_same_choice()
    {
        var on = StoryDesk.Decide(T.Shelf(T.Canary), new StoryInput.Turn(T.From(), "1", "feedback"));
        var off = StoryDesk.Decide(T.Shelf(T.Canary), new StoryInput.Turn(T.From(), "1", "incident"));

        Assert.Equal([new StoryEvent.ThemesSet(T.Noon, "1", ["incident", "feedback"])], on.Events);
        Assert.Equal([new StoryEvent.ThemesSet(T.Noon, "1", [])], off.Events);
        Assert.Contains("- Themes: incident, feedback", Text(on), StringComparison.Ordinal);
    }

    [Fact]
    public void Editing_brings_the_lines_back_and_keeps_the_themes()
    {
        var form = Assert.IsType<Effect.OpenForm>(Assert.Single(StoryDesk.Decide(T.Shelf(T.Canary), new StoryInput.Edit(T.From(), "1")).Effects)).Form;
        var changed = StoryDesk.Decide(T.Shelf(T.Canary), new StoryInput.Edited(T.From(), "1", [.. form.Inputs.Select(input => new Argument(input.Name, input.Name == "title" ? "Renamed" : input.Value!))]));

        Assert.Equal([new StoryEvent.Changed(T.Noon, T.Canary with { Title = "Renamed" })], changed.Events);
    }

    [Fact]
    public void A_story_is_taken_out_after_one_question_and_its_number_is_not_given_again()
    {
        var shelf = T.Shelf(T.Canary, T.Pipeline);
        Assert.Empty(StoryDesk.Decide(shelf, new StoryInput.TakeOut(T.From(), "2")).Events);

        var taken = StoryDesk.Decide(shelf, new StoryInput.TakeOutConfirmed(T.From(), "2"));

        Assert.Equal("3", taken.Events.Aggregate(shelf, (state, fact) => state.Evolve(fact)).NextId);
        Assert.Contains("is out of your stories", Text(taken), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_is_said_kindly()
    {
        Assert.StartsWith("That story is not there any more.", Text(StoryDesk.Decide(T.Shelf(), new StoryInput.Edit(T.From(), "7"))), StringComparison.Ordinal);
        Assert.StartsWith("I do not know that button any more.", Text(StoryDesk.Decide(T.Shelf(T.Canary), new StoryInput.Turn(T.From(), "1", "forged"))), StringComparison.Ordinal);
        Assert.StartsWith("It has no title", Text(StoryDesk.Decide(T.Shelf(), new StoryInput.Added(T.From(), []))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_shelf_says_so_before_the_form_is_filled()
    {
        var full = T.Shelf([.. Enumerable.Range(1, StoryShelf.Most).Select(at => T.Canary with { Id = $"{at}" })]);

        Assert.StartsWith("You have 20 stories", Text(StoryDesk.Decide(full, new StoryInput.Add(T.From()))), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_input_is_answered_once_and_privately()
    {
        var inputs = typeof(StoryInput).GetNestedTypes().Select(kind => (StoryInput)Activator.CreateInstance(kind,
            [.. kind.GetConstructors().Single(constructor => constructor.GetParameters() is [{ Name: "From" }, ..]).GetParameters().Select(parameter => parameter.Name switch
            {
                "From" => (object)T.From(),
                "Fields" => (Seq<Argument>)[new("title", "x")],
                "Theme" => "failure",
                _ => "1",
            })])!);

        Assert.All(from shelf in new[] { T.Shelf(), T.Shelf(T.Canary) } from input in inputs select StoryDesk.Decide(shelf, input),
            decision => Assert.True(Assert.Single(decision.Effects) is Effect.OpenForm || Assert.IsType<Effect.Show>(decision.Effects[0]).Only == T.Ada));
    }

    [Fact]
    public void The_check_has_a_line_for_each_theme_and_says_when_nothing_failed()
    {
        var text = StoryPage.Check(T.Shelf(T.Canary, T.Pipeline with { Themes = ["influence", "incident"] })).Body.ToString();

        Assert.Contains("- disagreement: none yet\n- failure: none yet\n- incident: 1, 2\n- influence: 2\n", text, StringComparison.Ordinal);
        Assert.Contains("No story tells of something that failed.", text, StringComparison.Ordinal);
        Assert.StartsWith("2 stories; S1 keeps 6 to 8.", text, StringComparison.Ordinal);
    }

    private static string Text(Decision<StoryEvent> decision) => Assert.IsType<Effect.Show>(Assert.Single(decision.Effects)).Message.Body.ToString();
}

public class StoryToldTests
{
    private const string Canary = """
        We had a ranker for checkout going out right before Thanksgiving. The canary looked fine, and then Priya told me cards were being declined.
        I stopped the rollout and found a stale exchange table. Afterwards declines were at 0.3 percent.
        """;

    [Fact]
    public void An_answer_that_tells_a_story_is_known_by_the_words_it_shares()
    {
        var told = Assert.Single(StoryTold.In([T.Canary, T.Pipeline], [Canary], ["Tell me about an incident."]));

        Assert.Equal(("1", "The canary that lied"), (told.Id, told.Title));
        Assert.Empty(told.Words.Except(["ranker", "checkout", "Thanksgiving", "canary", "Priya", "cards", "declined", "declines", "rollout", "stale", "exchange", "table"]));
    }

    [Fact]
    public void Words_of_the_question_tell_nothing() =>
        Assert.Empty(StoryTold.In([T.Canary], [Canary], ["The canary of the checkout ranker declined cards before Thanksgiving; Priya stops the rollout over a stale exchange table."]));

    [Fact]
    public void Words_that_two_stories_share_tell_neither() =>
        Assert.Empty(StoryTold.In([T.Canary, T.Canary with { Id = "2" }], [Canary], []));

    [Theory]
    [InlineData("I would ship the ranker behind a canary and watch latency, cost and drift; then I would roll back.")]
    [InlineData("We disagreed about the deadline, so I wrote down both options and asked the team which risk they could live with.")]
    [InlineData("Backfills took days. I talked to directors and engineers, and we agreed on a plan with milestones.")]
    public void An_answer_about_something_else_is_not_taken_for_a_story(string answer) =>
        Assert.Empty(StoryTold.In([T.Canary, T.Pipeline], [answer], []));
}
