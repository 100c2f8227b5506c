using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Committees;

namespace NetflixPrep.Bot.Committees;

/// <summary>What the router asks the tables about committees.</summary>
internal static class CommitteeReads
{
    /// <summary>The person's newest committee of this group with this status.</summary>
    /// <param name="status">draft, open or closed.</param>
    public static StreamId? CommitteeOf(this Reads reads, PersonId person, string status) =>
        reads.First<string>("SELECT stream FROM committees WHERE person = @Person AND status = @status ORDER BY at DESC, stream LIMIT 1", new { Person = person.ToString(), status }) is { } stream ? StreamId.Parse(stream) : null;

    /// <summary>Shares of the person that stand in a committee, or stood in one.</summary>
    public static Seq<StreamId> UsedReviews(this Reads reads, PersonId person) =>
        [.. Streams(reads, "SELECT r.review FROM committees c JOIN committee_rounds r ON r.stream = c.stream WHERE c.person = @Person ORDER BY r.review", new { Person = person.ToString() })];

    /// <summary>Those that are open in a place.</summary>
    public static IReadOnlyList<StreamId> CommitteesAt(this Reads reads, PlaceId place) =>
        Streams(reads, "SELECT stream FROM committees WHERE place = @Place AND status = 'open' ORDER BY stream", new { Place = place.ToString() });

    /// <summary>Open ones in which the person voted: in their group, or without one everywhere.</summary>
    public static IReadOnlyList<StreamId> CommitteesVotedBy(this Reads reads, PersonId person) =>
        Streams(reads, $"SELECT stream FROM committees WHERE status = 'open' AND stream IN (SELECT stream FROM committee_votes WHERE {Whose.Theirs}) ORDER BY stream", Whose.Of(person));

    /// <summary>Drafts of a group that nobody came back to, and committees that ended before that.</summary>
    public static IReadOnlyList<StreamId> CommitteesBefore(this Reads reads, StreamId group, DateTimeOffset before) =>
        Streams(reads, """SELECT stream FROM committees WHERE "group" = @Group AND status <> 'open' AND coalesce(ended_at, at) < @Before ORDER BY stream""", new { Group = group.ToString(), Before = Times.Text(before) });

    /// <summary>The person's newest loop that is over, with the sessions of its rounds; null when there is none.</summary>
    public static FinishedLoop? FinishedLoopOf(this Reads reads, PersonId person) =>
        reads.First<LoopRow>("""
            SELECT stream AS Stream, label AS Label FROM loops
            WHERE platform = @Platform AND "user" = @User AND status = 'finished' AND person = @Person ORDER BY ended_at DESC, stream LIMIT 1
            """, new { person.Platform, person.User, Person = person.ToString() }) is { } row
            ? new(row.Label, [.. reads.Query<string>("SELECT json_extract(data, '$.summary.session.key') FROM events WHERE stream = @Stream AND type = 'round-held' ORDER BY version", new { row.Stream }).Select(key => new StreamId("session", key))])
            : null;

    private static List<StreamId> Streams(Reads reads, string sql, object parameters) => [.. reads.Query<string>(sql, parameters).Select(StreamId.Parse)];

    private sealed record LoopRow(string Stream, string Label);
}
