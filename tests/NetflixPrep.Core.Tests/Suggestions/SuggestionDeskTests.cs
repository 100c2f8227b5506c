using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Suggestions;
using NetflixPrep.Core.Tests.Questions;

namespace NetflixPrep.Core.Tests.Suggestions;

public sealed class SuggestionDeskTests
{
    private static readonly PersonId Ana = new("terminal", "hall", "ana");
    private static readonly PersonId Ben = new("terminal", "hall", "ben");
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly Proposal Clocks = new("coding", "Two clocks", "Sort them.", ["clock skew"], "And then?", "");
    private static readonly GroupSettings Kept = new() { Moderators = [Ben] };

    private static readonly Seq<Argument> Fields =
        [new("title", "Two clocks"), new("prompt", "Sort them."), new("mentions", "- clock skew\n\n* clock skew\n"), new("follow-up", "And then?"), new("source", "")];

    private static SuggestionBox Box => SuggestionBox.New(SuggestionBox.StreamOf(Ana));

    [Fact]
    public void A_report_is_kept_with_the_version_of_the_question()
    {
        var decision = SuggestionDesk.Decide(Box, new SuggestionInput.Report(From(), "coding.rows", 3, " The hint gives it away. "));

        Assert.Equal([new SuggestionEvent.Reported(Noon, new("coding.rows", 3, "The hint gives it away."))], decision.Events);
        Assert.Contains("The hint gives it away.", Said(decision), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_report_twice_is_kept_once()
    {
        var input = new SuggestionInput.Report(From(), "coding.rows", 3, "Wrong.");
        var box = SuggestionDesk.Decide(Box, input).Events.Aggregate(Box, (state, fact) => state.Evolve(fact));

        Assert.Empty(SuggestionDesk.Decide(box, input).Events);
    }

    [Theory]
    [InlineData(null, "Wrong.", "There is no question \"coding.rows\".")]
    [InlineData(1, "  ", "Say what is wrong with it")]
    public void A_report_that_cannot_be_kept_says_what_to_do(int? version, string text, string said)
    {
        var decision = SuggestionDesk.Decide(Box, new SuggestionInput.Report(From(), "coding.rows", version, text));

        Assert.Empty(decision.Events);
        Assert.StartsWith(said, Said(decision), StringComparison.Ordinal);
    }

    [Fact]
    public void A_proposal_is_kept_and_told_to_those_who_look_after_practice()
    {
        var decision = SuggestionDesk.Decide(Box, new SuggestionInput.Proposed(From(), "coding", Fields, Kept));

        Assert.Equal([new SuggestionEvent.Proposed(Noon, Clocks), new SuggestionEvent.HandedOver(Noon, 1, [Ben])], decision.Events);
        var told = Assert.Single(decision.Effects.OfType<Effect.Show>(), show => show.To is Where.Dm);
        Assert.Equal(new Where.Dm(Ben), told.To);
        Assert.Equal([Ben], told.Notify);
        Assert.Single(told.Message.Controls);
    }

    [Fact]
    public void Nobody_is_told_in_quiet_hours()
    {
        var quiet = Kept with { QuietHours = new(new(11, 0), new(13, 0)), Zone = "UTC" };

        var decision = SuggestionDesk.Decide(Box, new SuggestionInput.Proposed(From(), "coding", Fields, quiet));

        Assert.Equal([new SuggestionEvent.Proposed(Noon, Clocks)], decision.Events);
        Assert.Equal(Noon.AddHours(1), Assert.Single(decision.Effects.OfType<Effect.Later>()).At);
    }

    [Fact]
    public void After_them_it_is_told_once()
    {
        var box = Box with { Proposals = [Clocks] };
        var input = new SuggestionInput.HandOver(From(), 1, Kept);
        var told = SuggestionDesk.Decide(box, input);

        Assert.Equal([new SuggestionEvent.HandedOver(Noon, 1, [Ben])], told.Events);
        Assert.Equal(new([], []), SuggestionDesk.Decide(told.Events.Aggregate(box, (state, fact) => state.Evolve(fact)), input));
    }

    [Fact]
    public void One_who_looks_after_practice_is_not_told_of_their_own()
    {
        var decision = SuggestionDesk.Decide(Box, new SuggestionInput.Proposed(From(), "coding", Fields, new() { Moderators = [Ana] }));

        Assert.Equal([new SuggestionEvent.Proposed(Noon, Clocks)], decision.Events);
        Assert.Contains("hand the draft to who keeps the questions", Said(decision), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("prompt")]
    [InlineData("mentions")]
    [InlineData("follow-up")]
    public void A_form_with_a_hole_keeps_nothing(string missing)
    {
        var decision = SuggestionDesk.Decide(Box, new SuggestionInput.Proposed(From(), "coding", [.. Fields.Where(field => field.Name != missing)], Kept));

        Assert.Empty(decision.Events);
        Assert.Contains("opens the form again", Said(decision), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_have_the_draft_gets_a_sentence() =>
        Assert.StartsWith("Only who proposed it", Said(SuggestionDesk.Decide(Box, new SuggestionInput.DraftAsked(From(), 1, null))), StringComparison.Ordinal);

    [Fact]
    public void There_is_a_most()
    {
        var full = Box with { Reports = [.. Enumerable.Range(1, SuggestionBox.Most).Select(at => new Report("coding.rows", at, "x"))] };

        foreach (var input in Inputs().Where(input => input is SuggestionInput.Report or SuggestionInput.Propose or SuggestionInput.Proposed))
        {
            Assert.Empty(SuggestionDesk.Decide(full, input).Events);
        }
    }

    [Fact]
    public void Every_pair_of_state_and_input_is_answered_and_its_facts_follow()
    {
        var kinds = typeof(SuggestionInput).GetNestedTypes().Select(type => type.Name).Order();
        Assert.Equal(kinds, Inputs().Select(input => input.GetType().Name).Distinct().Order());

        foreach (var box in new[] { Box, Box with { Proposals = [Clocks] }, Box with { Proposals = [Clocks], HandedOver = [1] } })
        {
            foreach (var input in Inputs())
            {
                var decision = SuggestionDesk.Decide(box, input);
                _ = decision.Events.Aggregate(box, (state, fact) => state.Evolve(fact));
                Assert.All(decision.Effects.OfType<Effect.Show>(), show => Assert.True(show.Only == Ana || show.To is Where.Dm));
            }
        }
    }

    private static SuggestionInput[] Inputs() =>
    [
        new SuggestionInput.Report(From(), "coding.rows", 1, "x"),
        new SuggestionInput.Report(From(), "coding.rows", null, "x"),
        new SuggestionInput.Propose(From(), "coding"),
        new SuggestionInput.Propose(From(), "cooking"),
        new SuggestionInput.Proposed(From(), "coding", Fields, Kept),
        new SuggestionInput.HandOver(From(), 1, Kept),
        new SuggestionInput.HandOver(From(), 9, Kept),
        new SuggestionInput.DraftAsked(From(), 1, new("a.yaml", "id: a")),
        new SuggestionInput.Unknown(From()),
    ];

    private static string Said(Decision<SuggestionEvent> decision) => decision.Effects.OfType<Effect.Show>().First().Message.Body.ToString();

    private static Origin From() => new("d1", Ana, new("terminal", "#hall"), Noon);
}

public sealed class QuestionPageTests
{
    private static readonly QuestionBank Bank = new(new()
    {
        Questions =
        [
            B.Question("coding.rows") with { Title = "Rows by calibration", Status = QuestionStatus.Reviewed, Prompt = "Sort." },
            B.Question("coding.other") with { Title = "Something", Status = QuestionStatus.Reviewed, Prompt = "Think of calibrated rows." },
            B.Question("coding.draft") with { Title = "Calibration draft", Status = QuestionStatus.Draft },
        ],
    });

    [Theory]
    [InlineData("calibr", "coding.rows coding.other")]
    [InlineData("CALIBRATION rows", "coding.rows")]
    [InlineData("rows calibr", "coding.rows coding.other")]
    [InlineData("other", "coding.other")]
    [InlineData("knitting", "")]
    public void All_words_must_begin_a_word_and_the_title_counts_most(string words, string ids)
    {
        var text = QuestionPage.Search(Bank, words, null).Body.ToString();

        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries), Bank.Questions.Select(question => question.Id).Where(id => text.Contains($"`{id}`", StringComparison.Ordinal)).OrderBy(id => text.IndexOf(id, StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_that_gives_the_answer_away_is_shown()
    {
        var question = B.Question("coding.rows") with { Status = QuestionStatus.Reviewed, Prompt = "Sort.", Outline = ["the outline"], Hints = ["the hint"] };

        var text = QuestionPage.Show(new(new() { Questions = [question] }), "coding.rows", null, []).Body.ToString();

        Assert.DoesNotContain("the outline", text, StringComparison.Ordinal);
        Assert.DoesNotContain("the hint", text, StringComparison.Ordinal);
        Assert.Contains("Sort.", text, StringComparison.Ordinal);
    }
}
