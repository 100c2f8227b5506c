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

    /// <summary>A fact that was asked for was left to the lead long enough.</summary>
    internal sealed record Facts(TimeSpan At) : Mark(At);

    /// <summary>The follow-up was left to the lead long enough.</summary>
    internal sealed record HandOver(TimeSpan At) : Mark(At);

    /// <summary>Those who were named should have come.</summary>
    internal sealed record Late(TimeSpan At) : Mark(At);
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
        foreach (var mark in OfPanel(speaking)) yield return mark;
        if (speaking is Session.Awaiting) yield break;

        var end = sheet.PartBegan + pace.Budget(speaking);
        yield return new Mark.TimeUp(end);
        if (speaking is not Session.Answering) yield break;

        if (sheet.LastMinutesSaid) yield break;

        // From the warning on, the person has enough to do: no nudge and no news.
        var quiet = end - (pace.Warning ?? TimeSpan.Zero);
        if (pace.Warning is not null) yield return new Mark.LastMinutes(quiet);
        if (!sheet.SilenceNudged && sheet.Setup.Style != Style.Silent && sheet.LastWord + pace.Silence is var nudge && nudge < quiet) yield return new Mark.Silence(nudge);
        foreach (var card in pace.Curveballs.Where(card => sheet.Curveballs.All(thrown => thrown.What != card.Id)))
            if (sheet.QuestionBegan + pace.When(card) is var news && news < quiet && !IsLeft(news, sheet)) yield return new Mark.Curveball(sheet.Lead is null ? news : LeftToLead(news, quiet), card);
        foreach (var symptom in (pace.Question.Incident?.Symptoms ?? []).Where(symptom => sheet.Symptoms.All(shown => shown.What != symptom.Id)))
            if (sheet.QuestionBegan + pace.When(symptom) is var appears && appears < quiet) yield return new Mark.Symptom(appears, symptom);
    }

    private static IEnumerable<Mark> OfPanel(Session.Speaking speaking)
    {
        var sheet = speaking.Sheet;
        if (sheet.Seats.Any(seat => seat.Attendance == Attendance.Expected)) yield return new Mark.Late(Panel.ComeBy);
        if (sheet.Awaited is { } awaited) yield return new Mark.Facts(sheet.Lead is null ? awaited.Since : awaited.Since + Panel.FactGrace);
        if (speaking is Session.Awaiting) yield return new Mark.HandOver(sheet.Lead is null ? sheet.PartBegan : EndOfTalk(sheet));
    }

    /// <summary>While people talk between two parts nobody is interrupted, up to a limit.</summary>
    private static TimeSpan EndOfTalk(Sheet sheet)
    {
        var end = (sheet.PanelSpoke is null ? sheet.PartBegan : sheet.LastWord) + Panel.Grace;
        return end < sheet.PartBegan + Panel.LongestTalk ? end : sheet.PartBegan + Panel.LongestTalk;
    }

    /// <summary>A lead who has spoken since has told the news in other words, or will throw it when it fits.</summary>
    private static bool IsLeft(TimeSpan news, Sheet sheet) => sheet.Lead is not null && sheet.PanelSpoke >= news;

    /// <summary>News comes a minute late at most, and not once the last minutes have begun.</summary>
    private static TimeSpan LeftToLead(TimeSpan news, TimeSpan quiet)
    {
        var left = news + Panel.Grace;
        var last = quiet - TimeSpan.FromSeconds(1);
        return left < last ? left : last > news ? last : news;
    }
}
