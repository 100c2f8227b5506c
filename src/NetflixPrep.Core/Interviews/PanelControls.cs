using System.Globalization;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Interviews;

/// <summary>The buttons of a panel: those everybody sees, and those of the lead alone.</summary>
internal static class PanelControls
{
    private const int MostOptions = 25;
    private const int MostLabel = 75;

    /// <summary>Beside the candidate's own, while there is something to lead.</summary>
    public static Seq<Control> Public(Session session) => session is Session.Started { Sheet.Setup.Panel: { } panel } started and (Session.Briefed or Session.Answering or Session.Probing or Session.Awaiting)
        ?
        [
            Button(started.Sheet, "My script", Act.Script),
            .. panel.Open && started.Sheet.Seats.Count < Panel.MostSeats ? [Button(started.Sheet, "Join panel", Act.JoinPanel)] : Seq<Control>.Empty,
        ]
        : [];

    /// <summary>What this member of the panel can do at this step.</summary>
    /// <param name="likeliest">The follow-up that the bot would ask.</param>
    public static Seq<Control> Private(Session.Started session, PersonId who, Pace pace, string? likeliest) =>
    [
        .. session.Sheet.Lead is { } lead && lead.IsSameHuman(who) ? Lead(session, pace, likeliest) : [],
        Button(session.Sheet, "Leave the panel", Act.LeavePanel),
    ];

    /// <summary>News of this session that has not been thrown.</summary>
    public static IEnumerable<Curveball> News(Sheet sheet, Pace pace) => pace.Curveballs.Where(card => sheet.Curveballs.All(thrown => thrown.What != card.Id));

    public static IEnumerable<FollowUp> FollowUps(Sheet sheet, Question question) => question.FollowUps.Where(followUp => sheet.Probes.All(probe => probe.FollowUp != followUp.Id));

    private static IEnumerable<Control> Lead(Session.Started session, Pace pace, string? likeliest)
    {
        var (sheet, question) = (session.Sheet, pace.Question);
        if (session is Session.Awaiting)
            yield return Select(sheet, "Ask a follow-up", Act.AskFollowUp, FollowUps(sheet, question).OrderBy(each => each.Id == likeliest ? 0 : 1)
                .Select(followUp => new Option(Short(followUp.Ask), followUp.Id, followUp.Id == likeliest ? "The one that I would ask" : null)));
        if (session is not (Session.Answering or Session.Probing or Session.Awaiting)) yield break;
        var untold = question.Facts.Where(fact => !sheet.FactsTold.Contains(fact.Id)).ToList();
        if (untold.Count > 0)
            yield return Select(sheet, "Tell a fact", Act.TellFact, untold.OrderBy(fact => sheet.Awaited?.Facts.Contains(fact.Id) == true ? 0 : 1)
                .Select(fact => new Option(Short(fact.Say), fact.Id, sheet.Awaited?.Facts.Contains(fact.Id) == true ? "Asked for just now" : null)));
        if (NextRung(session, question) is { } rung) yield return Button(sheet, "Give a hint", Act.GiveHint, rung.ToString(CultureInfo.InvariantCulture));
        if (session is Session.Answering && News(sheet, pace).FirstOrDefault() is { } card) yield return Button(sheet, "Throw the news", Act.ThrowNews, card.Id);
    }

    /// <summary>The next hint of the part that runs; null when there is none.</summary>
    public static int? NextRung(Session session, Question question) => session switch
    {
        Session.Answering answering when answering.Sheet.Hints < question.Hints.Count => answering.Sheet.Hints + 1,
        Session.Probing { Sheet.ProbeHintGiven: false } probing when question.FollowUps.First(followUp => followUp.Id == probing.FollowUp).Hint is not null => 1,
        _ => null,
    };

    private static Control.Button Button(Sheet sheet, string label, string act, string about = "") => new(label, Token(sheet, act, about));

    private static Control.Select Select(Sheet sheet, string prompt, string act, IEnumerable<Option> options) => new(prompt, Token(sheet, act, ""), [.. options.Take(MostOptions)]);

    private static string Token(Sheet sheet, string act, string about) => new Token(sheet.Setup.Stream, act, sheet.Step, about).ToString();

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ").Replace("*", "", StringComparison.Ordinal).Trim();
        return line.Length <= MostLabel ? line : line[..(MostLabel - 1)].TrimEnd() + "…";
    }
}
