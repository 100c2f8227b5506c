using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Pairs;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Pairs;

/// <summary>What the router and the look-ups ask the tables about matchings and meetings.</summary>
internal static class PairReads
{
    private static readonly Asking<string> OpenAt = new("""
        SELECT p.stream || '|' || pp.person FROM places h JOIN pairs p ON p.stream = h.stream JOIN pair_people pp ON pp.stream = p.stream
        WHERE h.place = $place AND p.status = 'open' ORDER BY p.started_at DESC LIMIT 20
        """, row => row.GetString(0), "$place");

    private static readonly Asking<string> OfMessage = new("""
        SELECT e.stream FROM places h JOIN pairs p ON p.stream = h.stream JOIN events e ON e.stream = h.stream
        WHERE h.place = $place AND e.type = 'pair-said' AND json_extract(e.data, '$.messageId') = $message LIMIT 1
        """, row => row.GetString(0), "$place", "$message");

    /// <summary>The person's open meeting in their group.</summary>
    public static StreamId? OpenPairOf(this Reads reads, PersonId person) =>
        reads.First<string>("SELECT p.stream FROM pair_people pp JOIN pairs p ON p.stream = pp.stream WHERE pp.person = @Person AND p.status = 'open' LIMIT 1", new { Person = person.ToString() }) is { } stream
            ? StreamId.Parse(stream) : null;

    /// <summary>The open meeting that lives in a place and is this human's.</summary>
    public static StreamId? OpenPairAt(this Reads reads, PlaceId place, PersonId person) =>
        reads.Often(OpenAt, place.ToString()).Select(row => row.Split('|')).Where(row => PersonId.Parse(row[1]).IsSameHuman(person)).Select(row => (StreamId?)StreamId.Parse(row[0])).FirstOrDefault();

    public static IReadOnlyList<StreamId> OpenPairsAt(this Reads reads, PlaceId place) =>
        [.. reads.Often(OpenAt, place.ToString()).Select(row => StreamId.Parse(row.Split('|')[0])).Distinct()];

    /// <summary>The meeting that kept this message.</summary>
    public static StreamId? PairOfMessage(this Reads reads, PlaceId place, string messageId) =>
        reads.Often(OfMessage, place.ToString(), messageId) is [var stream, ..] ? StreamId.Parse(stream) : null;

    /// <summary>Open meetings of the person: in their group, or without one everywhere.</summary>
    public static IReadOnlyList<StreamId> OpenPairsWith(this Reads reads, PersonId person) =>
        [.. reads.Query<string>($"SELECT stream FROM pair_people WHERE {Whose.Theirs} AND stream IN (SELECT stream FROM pairs WHERE status = 'open') ORDER BY stream", Whose.Of(person)).Select(StreamId.Parse)];

    /// <summary>Matchings that know the person: of their group, or without one of every group.</summary>
    public static IReadOnlyList<StreamId> PoolsOf(this Reads reads, PersonId person) =>
        [.. reads.Query<string>($"SELECT stream FROM pool_members WHERE {Whose.Theirs} ORDER BY stream", Whose.Of(person)).Select(StreamId.Parse)];

    /// <summary>The timer of a group's next matching is set.</summary>
    public static bool IsMatchingSet(this Reads reads, StreamId pool) =>
        reads.First<long?>("SELECT 1 FROM timers WHERE stream = @Stream AND timer = @Timer", new { Stream = pool.ToString(), Timer = PoolDesk.RunTimer }) is not null;

    /// <summary>What the person met in meetings of this group, on either side.</summary>
    public static Seq<Asked> MetInPairs(this Reads reads, PersonId person) =>
    [
        .. from row in reads.Query<QuestionsRow>("SELECT p.first_question AS First, p.second_question AS Second, p.started_at AS At FROM pair_people pp JOIN pairs p ON p.stream = pp.stream WHERE pp.person = @Person", new { Person = person.ToString() })
           from question in new[] { row.First, row.Second }
           select new Asked(question, Times.Read(row.At)),
    ];

    /// <summary>Meetings of a group that ended before that.</summary>
    public static IReadOnlyList<StreamId> PairsBefore(this Reads reads, StreamId group, DateTimeOffset before) =>
        [.. reads.Query<string>("""SELECT stream FROM pairs WHERE "group" = @Group AND ended_at < @Before ORDER BY stream""", new { Group = group.ToString(), Before = Times.Text(before) }).Select(StreamId.Parse)];

    private sealed record QuestionsRow(string First, string Second, string At);
}
