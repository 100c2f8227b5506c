using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Drills;

/// <summary>A drill that was due.</summary>
/// <param name="State">As in the table <c>drill_dues</c>.</param>
internal sealed record DueRow(string Person, DateOnly Date, string Slot, DateTimeOffset DueAt, string State, DateTimeOffset? SettledAt, StreamId? Drill);

/// <summary>What the router and the look-ups ask the tables about drills.</summary>
internal static class DrillReads
{
    private static readonly Asking<string> OpenAt = new("""
        SELECT d.stream || '|' || d.person FROM places p JOIN drills d ON d.stream = p.stream
        WHERE p.place = $place AND d.status = 'open' ORDER BY d.offered_at DESC LIMIT 20
        """, row => row.GetString(0), "$place");

    /// <summary>The person's practice: in a group that group's, in direct messages the one that was changed last.</summary>
    public static StreamId PracticeOf(this Reads reads, PersonId person) =>
        reads.First<string>("""
            SELECT stream FROM subscriptions WHERE platform = @Platform AND "user" = @User AND (@Group IS NULL OR person = @Person)
            ORDER BY state = 'on' DESC, changed_at DESC LIMIT 1
            """, new { person.Platform, person.User, person.Group, Person = person.ToString() }) is { } stream ? StreamId.Parse(stream) : Practice.StreamOf(person);

    /// <summary>Practices of the same human in other groups that still get drills.</summary>
    public static IReadOnlyList<StreamId> OtherPractices(this Reads reads, PersonId person, StreamId own) =>
        [.. reads.Query<string>("""SELECT stream FROM subscriptions WHERE platform = @Platform AND "user" = @User AND state <> 'off' AND stream <> @Own""",
            new { person.Platform, person.User, Own = own.ToString() }).Select(StreamId.Parse)];

    /// <summary>Practices of this human that get drills, in any group.</summary>
    public static IReadOnlyList<StreamId> RunningPractices(this Reads reads, PersonId person) =>
        [.. reads.Query<string>("""SELECT stream FROM subscriptions WHERE platform = @Platform AND "user" = @User AND state = 'on'""", new { person.Platform, person.User }).Select(StreamId.Parse)];

    /// <summary>The drill of a date has reached this human through another group.</summary>
    public static bool IsSentElsewhere(this Reads reads, PersonId person, DateOnly date) =>
        reads.First<long?>("""
            SELECT 1 FROM subscriptions s JOIN drill_dues d ON d.person = s.person
            WHERE s.platform = @Platform AND s."user" = @User AND s.person <> @Person AND d.kind = 'daily' AND d.date = @Date AND d.state = 'sent' LIMIT 1
            """, new { person.Platform, person.User, Person = person.ToString(), Date = DrillWording.Iso(date) }) is not null;

    /// <summary>The first date that anybody who has a drill at this hour meant; null when nobody has one.</summary>
    public static DateOnly? WantedSince(this Reads reads, Slot slot) =>
        reads.First<string>("SELECT min(first_on) FROM subscriptions WHERE slot = @Slot AND state = 'on'", new { Slot = slot.ToString() }) is { } first ? DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>The timer of the hour is set.</summary>
    public static bool IsSet(this Reads reads, Slot slot) =>
        reads.First<long?>("SELECT 1 FROM timers WHERE stream = @Stream AND timer = @Timer", new { Stream = slot.Stream.ToString(), Timer = SlotDesk.StrikeTimer }) is not null;

    /// <summary>The pacer's timer is set.</summary>
    public static bool IsPacing(this Reads reads) =>
        reads.First<long?>("SELECT 1 FROM timers WHERE stream = @Stream AND timer = @Timer", new { Stream = SlotDesk.Pacer.ToString(), Timer = SlotDesk.SendTimer }) is not null;

    /// <summary>The human's newest open drill that lives in a place.</summary>
    public static StreamId? OpenDrillAt(this Reads reads, PlaceId place, PersonId person) =>
        reads.Often(OpenAt, place.ToString()).Select(row => row.Split('|')).Where(row => PersonId.Parse(row[1]).IsSameHuman(person)).Select(row => (StreamId?)StreamId.Parse(row[0])).FirstOrDefault();

    /// <summary>All open drills that live in a place.</summary>
    public static IReadOnlyList<StreamId> OpenDrillsAt(this Reads reads, PlaceId place) => [.. reads.Often(OpenAt, place.ToString()).Select(row => StreamId.Parse(row.Split('|')[0]))];

    /// <summary>Which drill in a place kept this message.</summary>
    public static StreamId? DrillOfMessage(this Reads reads, PlaceId place, string messageId) =>
        reads.First<string>("""
            SELECT e.stream FROM places p JOIN drills d ON d.stream = p.stream JOIN events e ON e.stream = p.stream
            WHERE p.place = @place AND e.type = 'answer-given' AND json_extract(e.data, '$.messageId') = @messageId
            ORDER BY e.position DESC LIMIT 1
            """, new { place = place.ToString(), messageId }) is { } stream ? StreamId.Parse(stream) : null;

    /// <summary>Whom to send to next, the longest waiting first.</summary>
    /// <param name="known">People whose direct messages are open already, or the others.</param>
    public static IReadOnlyList<DueRow> Waiting(this Reads reads, bool known, int most) => Rows(reads, """
        WHERE d.state = 'due' AND (EXISTS (SELECT 1 FROM direct_places p WHERE p.person = d.person)
            OR EXISTS (SELECT 1 FROM drills k JOIN places h ON h.stream = k.stream WHERE k.person = d.person AND h.lost_at IS NULL)) = @known
        ORDER BY d.due_at, d.person LIMIT @most
        """, new { known, most });

    public static bool AnyWaiting(this Reads reads) => reads.First<long?>("SELECT 1 FROM drill_dues WHERE state = 'due' LIMIT 1") is not null;

    /// <summary>When somebody's direct messages were last opened for a drill.</summary>
    public static DateTimeOffset? LastOpening(this Reads reads) =>
        reads.First<string>("SELECT max(settled_at) FROM drill_dues WHERE opened_dm = 1") is { } at ? Times.Read(at) : null;

    public static DueRow? DueOf(this Reads reads, string person, DateOnly date) =>
        Rows(reads, "WHERE d.person = @person AND d.kind = 'daily' AND d.date = @Date", new { person, Date = DrillWording.Iso(date) }).FirstOrDefault();

    public static DueRow? NewestDue(this Reads reads, string person) =>
        Rows(reads, "WHERE d.person = @person AND d.kind = 'daily' ORDER BY d.date DESC LIMIT 1", new { person }).FirstOrDefault();

    /// <summary>Every question this person met in this group, in sessions and in drills.</summary>
    public static Seq<Asked> AskedInAll(this Reads reads, PersonId person) =>
    [
        .. reads.Query<AskedRow>("""
            SELECT q.question_id AS QuestionId, q.asked_at AS At FROM session_questions q JOIN sessions s ON s.stream = q.stream WHERE s.person = @Person
            UNION ALL SELECT question_id, offered_at FROM drills WHERE person = @Person
            """, new { Person = person.ToString() }).Select(row => new Asked(row.QuestionId, Times.Read(row.At))),
    ];

    /// <summary>Sessions that ended after that, oldest first.</summary>
    public static IReadOnlyList<(StreamId Stream, DateTimeOffset EndedAt)> EndedSince(this Reads reads, PersonId person, DateTimeOffset since) =>
        [.. reads.Query<EndedRow>("SELECT stream AS Stream, ended_at AS EndedAt FROM sessions WHERE person = @Person AND asked = 1 AND ended_at > @Since ORDER BY ended_at LIMIT 20",
            new { Person = person.ToString(), Since = Times.Text(since) }).Select(row => (StreamId.Parse(row.Stream), Times.Read(row.EndedAt)))];

    private static List<DueRow> Rows(Reads reads, string where, object parameters) =>
    [
        .. reads.Query<StoredDue>($"""
            SELECT d.person AS Person, d.date AS Date, d.slot AS Slot, d.due_at AS DueAt, d.state AS State, d.settled_at AS SettledAt, d.drill AS Drill
            FROM drill_dues d {where}
            """, parameters)
            .Select(row => new DueRow(row.Person, DateOnly.Parse(row.Date, System.Globalization.CultureInfo.InvariantCulture), row.Slot, Times.Read(row.DueAt), row.State,
                row.SettledAt is { } at ? Times.Read(at) : null, row.Drill is { } drill ? StreamId.Parse(drill) : null)),
    ];

    private sealed record AskedRow(string QuestionId, string At);

    private sealed record EndedRow(string Stream, string EndedAt);

    private sealed record StoredDue(string Person, string Date, string Slot, string DueAt, string State, string? SettledAt, string? Drill);
}
