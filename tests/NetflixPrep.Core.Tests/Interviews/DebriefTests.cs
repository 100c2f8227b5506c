using System.Text.RegularExpressions;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using static NetflixPrep.Core.Tests.Interviews.Specification;

namespace NetflixPrep.Core.Tests.Interviews;

public class DebriefTests
{
    private static readonly SessionEvent[] Scoring =
        [A.Started, A.Asked, A.Answered("The goal is fewer wasted evenings.", 2.5), A.Answered("Popularity is the baseline.", 4.2, "m2"), A.Finished(), A.Invited(), A.QuestionsOver()];

    private static readonly SessionEvent[] Choosing = [.. Scoring, A.ScoresSkipped(), A.Debriefed()];

    [Fact]
    public void Says_time_coverage_quotes_and_what_was_not_mentioned() =>
        Given(Scoring).When(A.Skip(12)).Says(
            "10 of 30 min · mentioned 2 of 5",
            "The goal, min 3: \"The goal is fewer wasted evenings.\"",
            "A baseline, min 5: \"Popularity is the baseline.\"",
            "Not mentioned: a latency budget; drift; the cost",
            "Steps by minute: Goal 3, Baseline 5. Not reached: Serving, Running",
            "Asked for 0 of 1 key facts · hints used: 0",
            "One thing for next time?");

    [Fact]
    public void The_two_minutes_for_questions_are_not_time_used() =>
        Given(A.Started, A.Asked, A.Answered("goal"), A.Finished(30), A.Invited(30), A.QuestionsOver(32), A.ScoresSkipped(33)).When(A.Skip(34)).Says("30 of 30 min");

    [Fact]
    public void Names_three_moments_and_three_misses_at_most()
    {
        var everything = Given(A.Started, A.Asked, A.Answered("goal\nbaseline\nlatency\ndrift\ncost"), A.Finished(), A.Invited(), A.QuestionsOver()).When(A.Skip(12));
        var nothing = Given(A.Started, A.Asked, A.Answered("hm"), A.Finished(), A.Invited(), A.QuestionsOver()).When(A.Skip(12));

        Assert.Equal(3, Regex.Count(everything.Shown[0].Message.Body.ToString(), "min 2:"));
        nothing.Says("Not mentioned: the goal; a baseline; a latency budget\n");
    }

    [Fact]
    public void Fits_twelve_short_lines()
    {
        var outcome = Given(A.Started, A.Asked, A.Answered("goal\nbaseline\nlatency"), A.Finished(), A.Invited(), A.QuestionsOver()).When(A.Skip(12));

        Assert.InRange(outcome.Shown[0].Message.Body.ToString().Split('\n').Length, 6, 12);
    }

    [Fact]
    public void What_was_taken_back_is_not_quoted() =>
        Given([.. Scoring, new SessionEvent.AnswerDeleted(A.Min(11.5), "m1")]).When(A.Skip(12)).DoesNotSay("wasted evenings");

    [Fact]
    public void An_edit_is_quoted_as_it_stands_now() =>
        Given([.. Scoring, new SessionEvent.AnswerEdited(A.Min(11.5), "m1", "The goal is a play.")]).When(A.Skip(12)).Says("The goal is a play.");

    [Fact]
    public void Says_plainly_that_nothing_was_said() =>
        Given(A.Started, A.Asked, A.Finished(2, EndedBy.Skipped), A.Invited(2), A.QuestionsOver(3)).When(A.Skip(4)).Says("Nothing was said, so there is nothing to quote.").DoesNotSay("Steps by minute");

    [Fact]
    public void Offers_the_three_likeliest_causes() => Given(Scoring).When(A.Skip(12)).Shows("No latency", "Nothing asked", "No number", "Other", "Full notes", "Outline", "Share for review");

    [Fact]
    public void Full_notes_show_each_remark_with_its_cause() =>
        Given([.. Choosing]).When(new SessionInput.FullNotes(A.From(13))).ThenNothing()
            .Whispers("The goal, min 3", "Drift: not mentioned", "P99 latency: no number", "Not asked for: 280 million members.", "Staying calm").SaysNothing();

    [Fact]
    public void Full_notes_say_why_each_follow_up_was_asked() =>
        Given(A.Started, A.Asked, A.Answered("goal"), A.Finished(), A.Probed("ask-baseline", 10, "not mentioned: a baseline"), A.ProbeFinished(11), A.Invited(11), A.QuestionsOver(12), A.ScoresSkipped(), A.Debriefed())
            .When(new SessionInput.FullNotes(A.From(13))).Whispers("Min 11: Question ask-baseline? Why: not mentioned: a baseline.");

    [Fact]
    public void The_outline_opens_with_the_debrief() => Given([.. Choosing]).When(new SessionInput.Outline(A.From(13))).ThenNothing().Whispers("- Goal and metric");

    [Fact]
    public void A_chosen_cause_ends_the_session_with_its_fix() =>
        Given([.. Choosing]).When(new SessionInput.Cause(A.From(13), 4, "no-latency"))
            .Then(A.Chose("no-latency", "No latency"), A.Ended(Ending.Complete, 13)).Says("Kept for next time: No latency. Split the budget.", "Session 7k2m9q4d").Shows("Full notes", "Outline", "Share for review").Wakes(73);

    [Fact]
    public void Other_opens_a_form() => Given([.. Choosing]).When(new SessionInput.Cause(A.From(13), 4, Sheet.OtherCause)).ThenNothing().Opens<Effect.OpenForm>();

    [Fact]
    public void Own_words_are_a_cause_too() =>
        Given([.. Choosing]).When(new SessionInput.OtherCause(A.From(13), " I rushed ")).Then(A.Chose("other", "I rushed"), A.Ended(Ending.Complete, 13)).Says("Kept for next time: I rushed.");

    [Fact]
    public void An_unknown_cause_is_not_taken() => Given([.. Choosing]).When(new SessionInput.Cause(A.From(13), 4, "forged")).ThenNothing().Whispers("from an earlier step");

    [Fact]
    public void A_day_without_a_cause_ends_the_session() => Given([.. Choosing]).When(A.Due(12 + (24 * 60))).Then(A.Ended(Ending.Complete, 12 + (24 * 60))).Says("The session is kept.");

    [Fact]
    public void In_a_public_place_the_chosen_cause_is_not_said_aloud() =>
        Given([A.StartedWith(A.Setup with { Openness = Openness.Public }), .. Choosing[1..]]).When(new SessionInput.Cause(A.From(13), 4, "no-latency")).DoesNotSay("No latency");

    [Fact]
    public void The_place_closes_an_hour_after_the_end() =>
        Given([.. Choosing, A.Ended(Ending.Complete, 13)]).When(A.Due(73)).ThenNothing().Opens<Effect.ClosePlace>().WakesNoMore();

    [Fact]
    public void The_sample_says_what_comes_after_it() =>
        Given([A.StartedWith(A.Setup with { IsSample = true }), .. Choosing[1..]]).When(A.Skip(13)).Says("That was the sample.");
}

public class LastTimeTests
{
    [Fact]
    public void Asks_whether_it_held_with_the_words_of_today() =>
        Choosing(A.LastTime).When(Choose).Then(A.Chose("no-latency", "No latency"))
            .Says("Last time's one thing: No baseline.", "Today, min 5: \"Popularity is the baseline.\"", "Did it hold today, or did it slip?").Shows("Held", "Slipped");

    [Theory]
    [InlineData("no-latency", "Not mentioned today.")]
    [InlineData("out-of-time", "Today you ended the answer yourself, in minute 11.")]
    [InlineData("long-silence", "Today there was no long silence.")]
    [InlineData("monologue", "Today there was no long run without a pause.")]
    [InlineData("leaned-on-hints", "Today: 0 hints.")]
    [InlineData("no-questions", "Today: 1 fact asked for.")]
    [InlineData("no-numbers", "No number with a unit today.")]
    public void Each_cause_has_its_evidence(string cause, string evidence) => Choosing(new(cause, cause, A.Stream)).When(Choose).Says(evidence);

    [Theory]
    [InlineData("other")]
    [InlineData("other-skill")]
    public void Without_anything_to_look_up_the_person_alone_remembers(string cause) => Choosing(new(cause, "Own words", A.Stream)).When(Choose).Says("Own words").DoesNotSay("Today, min").DoesNotSay("Not mentioned");

    [Fact]
    public void In_a_public_place_it_is_asked_privately() =>
        Choosing(A.LastTime, Openness.Public).When(Choose).SaysNothing().Whispers("No baseline").Shows("Held", "Slipped");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void In_a_public_place_others_learn_neither_the_causes_nor_what_became_of_them(bool held)
    {
        SessionEvent[] facts = [.. Facts(A.LastTime, Openness.Public), A.Chose("no-latency", "No latency")];
        SessionInput[] inputs = [new SessionInput.Judge(A.From(14), 5, held), A.Skip(14), A.Stop(14), A.Due(13 + (24 * 60)), A.Say("it held", 14), A.Hint(14), new SessionInput.FullNotes(A.From(14)), new SessionInput.PlaceLost(A.From(14, PersonId.Bot), "gone")];

        var seen = inputs.SelectMany(input => Given(facts).When(input).Effects.OfType<Effect.Show>())
            .Where(show => show is { Only: null, To: not Where.Dm }).Select(show => $"{show.Message.Body} {string.Join(' ', show.Message.Controls.Select(Outcome.Label))}").ToList();

        Assert.NotEmpty(seen);
        Assert.All(seen, text => Assert.DoesNotMatch("No latency|No baseline|(?i)held|slip|last time", text));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_person_decides(bool held) =>
        Judging().When(new SessionInput.Judge(A.From(14), 5, held)).Then(new SessionEvent.LastCauseJudged(A.Min(14), "no-baseline", held), A.Ended(Ending.Complete, 14)).Says("Kept for next time: No latency.");

    [Fact]
    public void Skip_leaves_it_open() => Judging().When(A.Skip(14)).Then(A.Ended(Ending.Complete, 14));

    [Fact]
    public void Stop_after_the_debrief_just_ends() => Judging().When(A.Stop(14)).Then(A.Ended(Ending.Complete, 14)).Says("Kept for next time: No latency.");

    [Fact]
    public void A_day_leaves_it_open() => Judging().When(A.Due(13 + (24 * 60))).Then(A.Ended(Ending.Complete, 13 + (24 * 60)));

    private static readonly SessionInput Choose = new SessionInput.Cause(A.From(13), 4, "no-latency");

    private static GivenSession Choosing(LastCause last, Openness openness = Openness.Private) => Given(Facts(last, openness));

    private static GivenSession Judging() => Given([.. Facts(A.LastTime, Openness.Private), A.Chose("no-latency", "No latency")]);

    private static SessionEvent[] Facts(LastCause last, Openness openness) =>
    [
        A.StartedWith(A.Setup with { LastCause = last, Openness = openness }), A.Asked, A.Told(1, "members"), A.Answered("Popularity is the baseline.", 4.2),
        A.Finished(), A.Invited(), A.QuestionsOver(), A.ScoresSkipped(), A.Debriefed(),
    ];
}
