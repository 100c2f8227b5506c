using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using static NetflixPrep.Core.Tests.Interviews.Specification;

namespace NetflixPrep.Core.Tests.Interviews;

public class ClosingTests
{
    private static readonly SessionEvent[] Closing = [A.Started, A.Asked, A.Answered("The goal. A baseline."), A.Finished(), A.Invited()];
    private static readonly SessionEvent[] Scoring = [.. Closing, A.QuestionsOver()];

    [Fact]
    public void Questions_for_us_are_kept() => Given(Closing).When(A.Say("What does the team own?", 10.5)).Then(A.Answered("What does the team own?", 10.5, "m2")).Ticks("m2");

    [Fact]
    public void None_is_an_answer_too() => Given(Closing).When(A.Skip(10.5, step: 2)).Then(A.QuestionsOver(10.5, EndedBy.Skipped)).Says("First your own scores, sealed").Shows("Score", "Skip");

    [Theory]
    [InlineData("none")]
    [InlineData("None.")]
    public void Plain_none_presses_the_button(string text) => Given(Closing).When(A.Say(text, 10.5)).Then(A.QuestionsOver(10.5, EndedBy.Skipped));

    [Fact]
    public void None_is_something_said_anywhere_else() => Given(A.Started, A.Asked).When(A.Say("none")).Then(A.Answered("none", 2, "m2"));

    [Fact]
    public void Two_minutes_are_enough() => Given(Closing).When(A.Due(12)).Then(A.Passed(ClockMark.TimeUp, 12), A.QuestionsOver(12, EndedBy.TimeUp)).Says("First your own scores");

    [Theory]
    [InlineData(25, 12.5)]
    [InlineData(50, 13)]
    public void Extra_time_stretches_them(int percent, double end)
    {
        SessionEvent[] closing = [A.StartedWith(A.Setup with { ExtraPercent = percent }), .. Closing[1..]];

        Given(closing).When(A.Due(12)).ThenNothing().Wakes(end);
        Given(closing).When(A.Due(end)).Then(A.Passed(ClockMark.TimeUp, end), A.QuestionsOver(end, EndedBy.TimeUp));
    }

    [Fact]
    public void Own_scores_come_before_anything_the_bot_says() => Given(Closing).When(A.Done(10.5)).DoesNotSay("mentioned");

    [Fact]
    public void Score_shows_the_first_dimension_with_its_anchors()
    {
        var outcome = Given(Scoring).When(new SessionInput.OpenScores(A.From(12), 3));

        outcome.ThenNothing().Says("Your own score, 1 of 3: **Impact potential**").Shows("Impact potential", "Skip");
        Assert.Equal(["No goal named", "Between 1 and 3", "Middle short", "Between 3 and 5", "Goal steers each choice"],
            ((Control.Select)outcome.Shown[0].Message.Controls[0]).Options.Select(option => option.Description));
    }

    [Fact]
    public void Each_score_is_saved_as_it_is_made() =>
        Given(Scoring).When(A.Score("impact", "4", 3)).Then(A.Scored("impact", 4)).Says("2 of 3: **Execution excellence**").Shows("Execution excellence", "Skip");

    [Fact]
    public void A_score_is_never_shown() => Given(Scoring).When(A.Score("impact", "4", 3)).DoesNotSay("4");

    [Fact]
    public void A_double_press_scores_once() => Given([.. Scoring, A.Scored("impact", 4)]).When(A.Score("impact", "5", 3)).ThenNothing().Whispers("from an earlier step");

    [Theory]
    [InlineData("impact", "6")]
    [InlineData("impact", "0")]
    [InlineData("impact", "10")]
    [InlineData("impact", null)]
    [InlineData("clarity", "3")]
    public void A_forged_score_is_not_taken(string dimension, string? value) => Given(Scoring).When(A.Score(dimension, value, 3)).ThenNothing().Whispers("from an earlier step");

    [Fact]
    public void The_last_score_seals_them_and_shows_the_debrief() =>
        Given([.. Scoring, A.Scored("impact", 4), A.Scored("execution", 3)]).When(A.Score("clarity", "3", 5)).Then(A.Scored("clarity", 3), A.Debriefed())
            .SaysInTurn("Your 3 scores are saved and sealed.", "mentioned 2 of 5");

    [Fact]
    public void Scores_can_be_skipped_at_any_step() => Given([.. Scoring, A.Scored("impact", 4)]).When(A.Skip(12, step: 4)).Then(A.ScoresSkipped(), A.Debriefed()).Says("mentioned 2 of 5");

    [Fact]
    public void Scores_nobody_gives_for_a_day_are_skipped() => Given(Scoring).When(A.Due(11 + (24 * 60))).Then(A.ScoresSkipped(11 + (24 * 60)), A.Debriefed(11 + (24 * 60)));

    [Fact]
    public void Pause_has_nothing_to_stop_any_more() => Given(Scoring).When(A.Pause(12)).ThenNothing().Whispers("That does nothing at this point.", "Press *Score*");

    [Fact]
    public void Notes_are_sealed_before_the_debrief() => Given(Scoring).When(new SessionInput.FullNotes(A.From(12))).ThenNothing().Whispers("sealed until your answer is in");

    [Fact]
    public void The_outline_is_sealed_while_answering() => Given(A.Started, A.Asked).When(new SessionInput.Outline(A.From(2))).ThenNothing().Whispers("sealed until your answer is in");
}
