using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Sessions;

/// <summary>A session of somebody's past.</summary>
internal sealed record PastRow(StreamId Stream, DateTimeOffset StartedAt);

/// <summary>What the look-ups ask about somebody's past: in a group that group's only, in direct messages all.</summary>
internal static class HistoryReads
{
    private const string Theirs = """platform = @Platform AND "user" = @User AND (@Group IS NULL OR person = @Person)""";

    public static IReadOnlyList<PastRow> NewestSessions(this Reads reads, PersonId person, int most) =>
    [
        .. reads.Query<Row>($"SELECT stream AS Stream, started_at AS StartedAt FROM sessions WHERE {Theirs} ORDER BY started_at DESC, stream LIMIT {most}", Of(person)).Select(Read),
    ];

    public static int CountSessions(this Reads reads, PersonId person) => (int)reads.First<long>($"SELECT count(*) FROM sessions WHERE {Theirs}", Of(person));

    /// <summary>The newest finished session in which something was asked.</summary>
    public static PastRow? NewestFinished(this Reads reads, PersonId person) =>
        reads.First<Row>($"SELECT stream AS Stream, started_at AS StartedAt FROM sessions WHERE {Theirs} AND status = 'finished' AND asked = 1 ORDER BY started_at DESC, stream LIMIT 1", Of(person)) is { } row ? Read(row) : null;

    /// <summary>The person's own finished session with this key.</summary>
    public static PastRow? FinishedSession(this Reads reads, PersonId person, StreamId stream) =>
        reads.First<Row>($"SELECT stream AS Stream, started_at AS StartedAt FROM sessions WHERE {Theirs} AND status = 'finished' AND stream = @Stream",
            new { person.Platform, person.User, person.Group, Person = person.ToString(), Stream = stream.ToString() }) is { } row ? Read(row) : null;

    /// <summary>Where the person's open sessions live.</summary>
    public static IReadOnlyList<PlaceId> OpenHomesOf(this Reads reads, PersonId person) =>
        [.. reads.Query<string>($"SELECT DISTINCT place FROM places WHERE lost_at IS NULL AND stream IN (SELECT stream FROM sessions WHERE {Theirs} AND status = 'open' UNION SELECT stream FROM loops WHERE {Theirs} AND status = 'open') ORDER BY place", Of(person)).Select(PlaceId.Parse)];

    /// <summary>The sessions and loops of a group that ended before a moment.</summary>
    public static IReadOnlyList<StreamId> EndedBefore(this Reads reads, StreamId group, DateTimeOffset at) =>
        [.. reads.Query<string>("""
            SELECT stream FROM sessions WHERE status = 'finished' AND ended_at < @At AND substr(person, 1, length(@Group)) = @Group
            UNION ALL SELECT stream FROM loops WHERE status = 'finished' AND ended_at < @At AND substr(person, 1, length(@Group)) = @Group
            ORDER BY stream
            """,
            new { At = Times.Text(at), Group = group.Key + ":" }).Select(StreamId.Parse)];

    /// <summary>When messages of a session were sent once more although the try before may have arrived.</summary>
    public static Seq<DateTimeOffset> SentInDoubt(this Reads reads, StreamId stream) =>
        [.. reads.Query<string>("SELECT sent_at FROM outbox WHERE stream = @Stream AND kind = 'show' AND state = 'sent' AND doubt IS NOT NULL ORDER BY id", new { Stream = stream.ToString() }).Select(Times.Read)];

    private static object Of(PersonId person) => new { person.Platform, person.User, person.Group, Person = person.ToString() };

    private static PastRow Read(Row row) => new(StreamId.Parse(row.Stream), Times.Read(row.StartedAt));

    private sealed record Row(string Stream, string StartedAt);
}
