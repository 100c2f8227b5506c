using System.Globalization;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Core.Histories;

/// <summary>A session as a line of somebody's history.</summary>
public sealed record PastSession
{
    public required DateTimeOffset StartedAt { get; init; }

    public required string Round { get; init; }

    /// <summary>Null while the question is still a surprise.</summary>
    public string? Title { get; init; }

    /// <summary>Whole minutes of interview time.</summary>
    public int MinutesUsed { get; init; }

    /// <summary>Null while it is open.</summary>
    public Ending? Ending { get; init; }

    /// <summary>The one thing that was chosen to fix.</summary>
    public string? Cause { get; init; }

    /// <summary>The line of a session, from where it stands.</summary>
    public static PastSession Of(DateTimeOffset startedAt, Session session, Seq<Questions.InterviewScript> scripts)
    {
        var sheet = ((Session.Started)session).Sheet;
        return new()
        {
            StartedAt = startedAt,
            Round = sheet.Setup.RoundLabel,
            Title = sheet.Clock is null ? null : string.Join("; ", sheet.All.Select(each => scripts[each.Number].Question.Title)),
            MinutesUsed = (int)Math.Round(sheet.Used.TotalMinutes, MidpointRounding.AwayFromZero),
            Ending = (session as Session.Finished)?.Ending,
            Cause = sheet.CauseLabel,
        };
    }
}

/// <summary><c>/history</c>: the newest sessions, one line each, and the ledger of root causes.</summary>
public static class HistoryPage
{
    /// <summary>So many sessions have a line; the others are counted.</summary>
    public const int Lines = 10;

    /// <param name="newest">At most <see cref="Lines"/>, newest first.</param>
    /// <param name="all">How many there are.</param>
    /// <param name="everywhere">Asked in direct messages: the sessions of all groups.</param>
    /// <param name="day">The day of a moment, in the zone of the group.</param>
    /// <param name="unchosen">What peers named where nothing was chosen.</param>
    public static Message For(Seq<PastSession> newest, int all, Seq<CauseCount> ledger, bool everywhere, Func<DateTimeOffset, string> day, PeersNamed? unchosen = null) => new(newest.Count == 0
        ? Prose.Of($"You have no sessions {Prose.Markdown(everywhere ? "yet" : "in this group yet")}. {new CommandRef(CommandTable.MockStart)} opens the first.")
        : Prose.Paragraphs(
            Prose.Lines(newest.Select(session => Prose.Of($"- {Line(session, day)}")).Append(all > newest.Count ? Prose.Of($"- and {all - newest.Count} before these") : Prose.Empty)),
            Causes(ledger, day),
            unchosen is null ? Prose.Empty : Prose.Markdown($"Where you chose nothing, peers named: {unchosen}"),
            Prose.Of($"{new CommandRef(CommandTable.Why)} says why a session asked what it asked.")))
    {
        Title = everywhere ? "Your sessions" : "Your sessions in this group",
        Long = true,
    };

    private static Prose Line(PastSession session, Func<DateTimeOffset, string> day) => Prose.Join(" · ",
    [
        Prose.Markdown(day(session.StartedAt)),
        Prose.Markdown(session.Round),
        session.Title is { } title ? Prose.Markdown(title) : Prose.Empty,
        session.Title is null || session.Ending is null ? Prose.Empty : Prose.Markdown(session.MinutesUsed == 0 ? "under a minute" : string.Create(CultureInfo.InvariantCulture, $"{session.MinutesUsed} min")),
        Prose.Markdown(session switch
        {
            { Ending: null } => "open",
            { Title: null } => "closed before it began",
            { Ending: Ending.Complete } => "to the end",
            { Ending: Ending.Stopped } => "stopped",
            { Ending: Ending.Abandoned } => "left",
            _ => "its place was lost",
        }),
        session.Cause is { } cause ? Prose.Of($"to fix: {cause}") : Prose.Empty,
    ]);

    private static Prose Causes(Seq<CauseCount> ledger, Func<DateTimeOffset, string> day) => ledger.Count == 0
        ? Prose.Empty
        : Prose.Of($"**What you chose to fix**\n{Prose.Lines(ledger.Select(cause => Prose.Of($"- {cause.Label}: {Prose.Markdown(Counted(cause, day))}")))}");

    private static string Counted(CauseCount cause, Func<DateTimeOffset, string> day) => string.Join(", ", new[]
    {
        cause.Chosen > 0 ? $"chosen {Times(cause.Chosen)}" : "",
        cause.Held > 0 ? $"held {Times(cause.Held)}" : "",
        cause.Slipped > 0 ? $"slipped {Times(cause.Slipped)}" : "",
        cause.CameBack is { } at ? $"came back on {day(at)}" : "",
        cause.Peers switch
        {
            null => "",
            { Causes.Count: 0 } none => $"{Wording.Many(none.Reviews, "peer")} named none",
            var peers => $"peers named: {peers}",
        },
    }.Where(part => part.Length > 0));

    private static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} times"),
    };
}
