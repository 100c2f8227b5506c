using System.Diagnostics;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Reviews.Reviewers;

/// <summary>
/// Decides for one person as a reviewer: the licence, and whether invitations come. It compares numbers with numbers that people agreed on
/// and judges nobody. Everything is answered to the person alone. Pure.
/// </summary>
/// <param name="script">Of the try that is under way or was missed; null without one.</param>
/// <param name="next">Of the try that the input would begin; null without one.</param>
public sealed class ReviewerDesk(InterviewScript? script, InterviewScript? next)
{
    /// <summary>How long after a second try a new one is open: tomorrow, wherever one lives.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(20);

    /// <summary>Answers every pair of state and input.</summary>
    public Decision<ReviewerEvent> Decide(Reviewer reviewer, ReviewerInput input) => (reviewer.Licence, input) switch
    {
        (_, ReviewerInput.TurnOff off) => off.IsOff ? Whisper(off, ReviewerLines.StillOff()) : new([new ReviewerEvent.OptedOut(off.At)], [Private(off, ReviewerLines.Off())]),
        (_, ReviewerInput.TurnOn on) => on.IsOff ? new([new ReviewerEvent.OptedIn(on.At)], [Private(on, ReviewerLines.On())]) : Whisper(on, ReviewerLines.StillOn()),
        (_, ReviewerInput.Unknown) => Whisper(input, ReviewerLines.NotKnown()),

        (Licence.Held, ReviewerInput.Take) or (_, ReviewerInput.Take { HeldElsewhere: true }) => Whisper(input, ReviewerLines.Has()),
        (Licence.Taking taking, ReviewerInput.Take) => Whisper(input, ReviewerLines.GoOn(reviewer, Sheet(taking.Paper), taking.Scores)),
        (Licence.Missed missed, ReviewerInput.Take) => Whisper(input, ReviewerLines.Missed(reviewer, Sheet(missed.Paper), missed.Scores)),
        (Licence.Waiting waiting, ReviewerInput.Take) when input.At < waiting.Until => Whisper(input, ReviewerLines.Wait(waiting.Until - input.At)),
        (Licence.NotTaken or Licence.Waiting, ReviewerInput.Take take) => Begin(reviewer, take, take.Next),

        (Licence.Missed, ReviewerInput.SecondTry second) when second.Step == reviewer.Step => Begin(reviewer, second, second.Next),

        (Licence.Taking taking, ReviewerInput.Score { Points: >= 1 and <= 5 } score) when score.Step == reviewer.Step => Score(reviewer, taking, score, score.Points.Value),
        (Licence.Taking { Scores.Count: > 0 } taking, ReviewerInput.TakeBack back) when back.Step == reviewer.Step => TakeBack(reviewer, taking, back),
        (Licence.Taking taking, ReviewerInput.ReadAgain again) when again.Step == reviewer.Step => Whisper(input, ReviewerLines.Again(reviewer, Sheet(taking.Paper), taking.Scores)),

        // An older button, or one pressed twice: what was saved stands, and the open step is shown.
        (Licence.Taking taking, ReviewerInput.Score or ReviewerInput.TakeBack or ReviewerInput.ReadAgain or ReviewerInput.SecondTry) => Whisper(input, ReviewerLines.Stale(reviewer, Sheet(taking.Paper), taking.Scores)),
        (_, ReviewerInput.Score or ReviewerInput.TakeBack or ReviewerInput.ReadAgain or ReviewerInput.SecondTry) => Whisper(input, ReviewerLines.Over()),
        _ => throw new UnreachableException($"No rule for {input.GetType().Name} in {reviewer.Licence.GetType().Name}."),
    };

    private Decision<ReviewerEvent> Begin(Reviewer reviewer, ReviewerInput input, LicencePaper? paper)
    {
        if (paper is null) return Whisper(input, ReviewerLines.NoQuestion());
        var fact = new ReviewerEvent.LicenceBegun(input.At, paper);
        return new([fact], [Private(input, ReviewerLines.Begin(reviewer.Evolve(fact), new(next!, paper)))]);
    }

    private Decision<ReviewerEvent> Score(Reviewer reviewer, Licence.Taking taking, ReviewerInput.Score score, int points)
    {
        var sheet = Sheet(taking.Paper);
        var step = sheet.Open(taking.Scores)!;
        var scored = new ReviewerEvent.SampleScored(score.At, new(step.Sample.Kind, step.Dimension.Id, points));
        var after = reviewer.Evolve(scored);
        var scores = ((Licence.Taking)after.Licence).Scores;
        if (sheet.Open(scores) is not null) return new([scored], [Private(score, ReviewerLines.Next(after, sheet, scores))]);
        if (!sheet.Compare(scores).Any(each => each.IsApart)) return new([scored, new ReviewerEvent.LicenceGiven(score.At)], [Private(score, ReviewerLines.Given(sheet, scores))]);
        var missed = new ReviewerEvent.LicenceMissed(score.At, taking.Paper.IsSecond ? score.At + Pause : null);
        return new([scored, missed], [Private(score, taking.Paper.IsSecond
            ? ReviewerLines.MissedTwice(sheet, scores, Pause)
            : ReviewerLines.Missed(after.Evolve(missed), sheet, scores))]);
    }

    private Decision<ReviewerEvent> TakeBack(Reviewer reviewer, Licence.Taking taking, ReviewerInput.TakeBack back)
    {
        var fact = new ReviewerEvent.ScoreTakenBack(back.At);
        return new([fact], [Private(back, ReviewerLines.TakenBack(reviewer.Evolve(fact), Sheet(taking.Paper), taking.Scores))]);
    }

    private LicenceSheet Sheet(LicencePaper paper) => new(script!, paper);

    private static Decision<ReviewerEvent> Whisper(ReviewerInput input, Message message) => new([], [Private(input, message)]);

    private static Effect.Show Private(ReviewerInput input, Message message) => new(new Where.In(input.From.Place), "reviewer", message, input.From.Person, []);
}
