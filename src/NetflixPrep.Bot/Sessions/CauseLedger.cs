using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Histories;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Bot.Sessions;

/// <summary>The table behind the ledger of root causes.</summary>
internal static class CauseLedger
{
    public static void Project(ProjectionWriter writer, StreamId stream, long version, SessionEvent fact, Session session)
    {
        var (cause, label, mark) = fact switch
        {
            SessionEvent.CauseChosen chosen => (chosen.Cause, chosen.Label, "chosen"),
            SessionEvent.LastCauseJudged judged => (judged.Cause, ((Session.Started)session).Sheet.Setup.LastCause?.Label ?? judged.Cause, judged.Held ? "held" : "slipped"),
            _ => ("", "", ""),
        };
        if (mark.Length == 0) return;
        writer.Execute("INSERT INTO causes (stream, version, at, cause, label, mark) VALUES (@Stream, @version, @At, @cause, @label, @mark)",
            new { Stream = stream.ToString(), version, At = Times.Text(fact.At), cause, label, mark });
    }

    /// <summary>The person's ledger, oldest first: in a group that group's only, in direct messages all.</summary>
    public static Seq<LedgerEntry> LedgerOf(this Reads reads, PersonId person) =>
    [
        .. reads.Query<CauseRow>("""
            SELECT c.stream AS Stream, c.at AS At, c.cause AS Cause, c.label AS Label, c.mark AS Mark FROM causes c JOIN sessions s ON s.stream = c.stream
            WHERE s.platform = @Platform AND s."user" = @User AND (@Group IS NULL OR s.person = @Person)
            ORDER BY c.at, s.started_at, c.version
            """, new { person.Platform, person.User, person.Group, Person = person.ToString() })
            .Select(row => new LedgerEntry(Times.Read(row.At), row.Cause, row.Label, row.Mark switch
            {
                "chosen" => LedgerMark.Chosen,
                "held" => LedgerMark.Held,
                _ => LedgerMark.Slipped,
            })
            { Session = StreamId.Parse(row.Stream) }),
    ];

    private sealed record CauseRow(string Stream, string At, string Cause, string Label, string Mark);
}
