using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Interviews;

/// <summary>Something the clock will bring about in a running part, at a point of interview time.</summary>
internal abstract record Mark(TimeSpan At)
{
    internal sealed record TimeUp(TimeSpan At) : Mark(At);

    internal sealed record LastMinutes(TimeSpan At) : Mark(At);

    internal sealed record Curveball(TimeSpan At, Questions.Curveball Card) : Mark(At);

    internal sealed record Symptom(TimeSpan At, Questions.Symptom Card) : Mark(At);

    internal sealed record Silence(TimeSpan At) : Mark(At);
}

/// <summary>The marks ahead of a session, and when the next one is due.</summary>
internal static class Marks
{
    /// <summary>All that can still happen in this part, the earliest first.</summary>
    public static IEnumerable<Mark> Ahead(Session.Speaking speaking, Pace pace) =>
        All(speaking, pace).OrderBy(mark => mark.At).ThenBy(mark => mark is Mark.TimeUp ? 0 : 1);

    /// <summary>When the session wants to be woken, or null when it waits for nothing.</summary>
    public static DateTimeOffset? Next(Session session, Pace? pace) => session switch
    {
        Session.Speaking { Sheet.Clock.Stands: true } paused => paused.Sheet.Touched + Pace.PauseLimit,
        Session.Speaking { Sheet.Clock: { } clock } speaking => clock.When(Ahead(speaking, pace!).First().At),
        Session.Finished { Ending: Ending.PlaceLost } => null,
        Session.Finished finished => finished.Sheet.Touched + Pace.CloseAfter,
        Session.Started waiting => waiting.Sheet.Touched + Pace.WaitLimit,
        _ => null,
    };

    private static IEnumerable<Mark> All(Session.Speaking speaking, Pace pace)
    {
        var sheet = speaking.Sheet;
        var end = sheet.PartBegan + pace.Budget(speaking);
        yield return new Mark.TimeUp(end);
        if (speaking is not Session.Answering) yield break;

        if (sheet.LastMinutesSaid) yield break;

        // From the warning on, the person has enough to do: no nudge and no news.
        var quiet = end - (pace.Warning ?? TimeSpan.Zero);
        if (pace.Warning is not null) yield return new Mark.LastMinutes(quiet);
        if (!sheet.SilenceNudged && sheet.Setup.Style != Style.Silent && sheet.LastWord + pace.Silence is var nudge && nudge < quiet) yield return new Mark.Silence(nudge);
        foreach (var card in pace.Curveballs.Where(card => sheet.Curveballs.All(thrown => thrown.What != card.Id)))
            if (sheet.QuestionBegan + pace.When(card) is var news && news < quiet) yield return new Mark.Curveball(news, card);
        foreach (var symptom in (pace.Question.Incident?.Symptoms ?? []).Where(symptom => sheet.Symptoms.All(shown => shown.What != symptom.Id)))
            if (sheet.QuestionBegan + pace.When(symptom) is var appears && appears < quiet) yield return new Mark.Symptom(appears, symptom);
    }
}
