using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Sessions;

/// <summary>A session as the tables know it.</summary>
internal sealed record SessionRow(string Stream, string Person, string Status)
{
    public bool IsOpen => Status == "open";
}

/// <summary>What the router and the look-ups ask the tables about sessions.</summary>
internal static class SessionReads
{
    private static readonly Asking<SessionRow> AtPlace = new("""
        SELECT s.stream, s.person, s.status FROM places p JOIN sessions s ON s.stream = p.stream
        WHERE p.place = $place ORDER BY s.status = 'open' DESC, s.started_at DESC LIMIT 50
        """, row => new(row.GetString(0), row.GetString(1), row.GetString(2)), "$place");

    /// <summary>The person's open session: in a group that group's only, in direct messages any.</summary>
    public static StreamId? OpenSession(this Reads reads, PersonId person) =>
        reads.First<string>("""
            SELECT stream FROM sessions
            WHERE platform = @Platform AND "user" = @User AND status = 'open' AND (@Group IS NULL OR person = @Person)
            ORDER BY started_at DESC, stream LIMIT 1
            """, new { person.Platform, person.User, person.Group, Person = person.ToString() }) is { } stream ? StreamId.Parse(stream) : null;

    public static IReadOnlyList<StreamId> OpenSessions(this Reads reads) =>
        [.. reads.Query<string>("SELECT stream FROM sessions WHERE status = 'open' ORDER BY stream").Select(StreamId.Parse)];

    public static bool AnyOpenSession(this Reads reads) => reads.First<long?>("SELECT 1 FROM sessions WHERE status = 'open' LIMIT 1") is not null;

    /// <summary>The sessions that live or lived in a place, open ones first.</summary>
    public static IReadOnlyList<SessionRow> SessionsAt(this Reads reads, PlaceId place) => reads.Often(AtPlace, place.ToString());

    /// <summary>The open session in a place on whose panel the person sits.</summary>
    public static StreamId? PanelAt(this Reads reads, PlaceId place, PersonId person) =>
        reads.First<string>("""
            SELECT s.stream FROM panel_seats q JOIN sessions s ON s.stream = q.stream JOIN places p ON p.stream = q.stream
            WHERE q.person = @Person AND p.place = @Place AND s.status = 'open' LIMIT 1
            """, new { Person = person.ToString(), Place = place.ToString() }) is { } stream ? StreamId.Parse(stream) : null;

    /// <summary>Open sessions on whose panel the person sits: in their group, or without one everywhere.</summary>
    public static IReadOnlyList<StreamId> OpenPanelsOf(this Reads reads, PersonId person) =>
        [.. reads.Query<string>($"SELECT stream FROM panel_seats WHERE {Whose.Theirs} AND stream IN (SELECT stream FROM sessions WHERE status = 'open') ORDER BY stream", Whose.Of(person)).Select(StreamId.Parse)];

    /// <summary>Which of the sessions in a place kept this message.</summary>
    public static StreamId? SessionOfMessage(this Reads reads, PlaceId place, string messageId) =>
        reads.First<string>("""
            SELECT e.stream FROM places p JOIN sessions s ON s.stream = p.stream JOIN events e ON e.stream = p.stream
            WHERE p.place = @place AND e.type IN ('answer-given', 'panel-said') AND json_extract(e.data, '$.messageId') = @messageId
            ORDER BY e.position DESC LIMIT 1
            """, new { place = place.ToString(), messageId }) is { } stream ? StreamId.Parse(stream) : null;

    /// <summary>What this person was asked before in this group, and the one thing they chose to fix last.</summary>
    public static Past PastOf(this Reads reads, PersonId person, StreamId? except = null)
    {
        var parameters = new { Person = person.ToString(), Except = except?.ToString() ?? "" };
        var asked = reads.Query<AskedRow>("""
            SELECT q.question_id AS QuestionId, q.asked_at AS At FROM session_questions q JOIN sessions s ON s.stream = q.stream
            WHERE s.person = @Person AND s.stream <> @Except ORDER BY q.asked_at, q.number
            """, parameters);
        var cause = reads.First<CauseRow>("""
            SELECT root_cause AS Cause, root_cause_label AS Label, stream AS Stream FROM sessions
            WHERE person = @Person AND root_cause IS NOT NULL AND stream <> @Except ORDER BY ended_at DESC LIMIT 1
            """, parameters);
        return new(
            [.. asked.Select(row => new Asked(row.QuestionId, Times.Read(row.At)))],
            cause is null ? null : new(cause.Cause, cause.Label, StreamId.Parse(cause.Stream)));
    }

    private sealed record AskedRow(string QuestionId, string At);

    private sealed record CauseRow(string Cause, string Label, string Stream);
}
