using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Bot.Reviews;

/// <summary>What the routers and the look-ups ask the tables about shared answers.</summary>
internal static class ReviewReads
{
    /// <summary>Answers of each reviewer that their severity is estimated from.</summary>
    private const int AnswersOfAReviewer = 60;

    internal const string Queue = """
        SELECT r.stream FROM reviews r
        WHERE r."group" = @Group AND r.state = 'open' AND r.person <> @Person
        AND NOT EXISTS (SELECT 1 FROM review_seats s WHERE s.stream = r.stream AND s.person = @Person AND s.state <> 'invited')
        ORDER BY r.taken >= r.needed,
            (SELECT count(*) FROM review_seats p WHERE p.person = @Person AND p.candidate = r.person AND p.state IN ('claimed', 'given')),
            r.shared_at, r.stream
        LIMIT 1
        """;

    internal const string ToInvite = """
        WITH share AS (SELECT stream, "group", person FROM reviews WHERE stream = @Share),
        lately AS MATERIALIZED (
            SELECT s.person, s.candidate, s.state IN ('claimed', 'given') AS taken FROM share CROSS JOIN review_seats s WHERE s."group" = share."group" AND s.at >= @Since),
        loads AS (SELECT person, count(*) AS load, max(taken) AS taken FROM lately GROUP BY person),
        known AS (
            SELECT person FROM loads WHERE taken
            UNION SELECT candidate FROM lately
            UNION SELECT r.person FROM share CROSS JOIN reviews r WHERE r."group" = share."group" AND r.state = 'open')
        SELECT k.person FROM share CROSS JOIN known k LEFT JOIN loads l ON l.person = k.person
        WHERE k.person <> share.person AND k.person NOT LIKE 'gone:%'
        AND NOT EXISTS (SELECT 1 FROM review_seats s WHERE s.stream = share.stream AND s.person = k.person)
        AND NOT EXISTS (SELECT 1 FROM review_seats s WHERE s.person = k.person AND s.state IN ('invited', 'claimed'))
        ORDER BY coalesce(l.load, 0),
            (SELECT count(*) FROM review_seats s WHERE s.person = k.person AND s.candidate = share.person AND s.state IN ('claimed', 'given')),
            k.person
        """;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(60);

    /// <summary>
    /// The answer whose turn it is for this reviewer: those with too few reviewers first, then the person they reviewed least often, then who waits longest.
    /// Never an own one, and none that they have given, passed or let go.
    /// </summary>
    public static StreamId? NextReview(this Reads reads, StreamId group, PersonId reviewer) =>
        reads.First<string>(Queue, new { Group = group.ToString(), Person = reviewer.ToString() }) is { } stream ? StreamId.Parse(stream) : null;

    /// <summary>A review that this person has begun and not finished, the newest first.</summary>
    public static StreamId? BegunReview(this Reads reads, PersonId reviewer) =>
        reads.First<string>("""
            SELECT s.stream FROM review_seats s JOIN reviews r ON r.stream = s.stream
            WHERE s.person = @Person AND s.state = 'claimed' AND r.state IN ('open', 'opened') ORDER BY s.at DESC LIMIT 1
            """, new { Person = reviewer.ToString() }) is { } stream ? StreamId.Parse(stream) : null;

    /// <summary>The share of a session or drill that was not taken back, and not opened without anybody having come.</summary>
    public static StreamId? ShareOf(this Reads reads, StreamId source) =>
        reads.First<string>("""
            SELECT stream FROM reviews WHERE source = @Source AND state <> 'withdrawn'
            AND NOT (state = 'opened' AND NOT EXISTS (SELECT 1 FROM review_seats s WHERE s.stream = reviews.stream AND s.state = 'given')) ORDER BY prepared_at DESC LIMIT 1
            """, new { Source = source.ToString() }) is { } stream ? StreamId.Parse(stream) : null;

    public static Balance BalanceOf(this Reads reads, PersonId person) => new(
        (int)reads.First<long>("SELECT count(*) FROM review_seats WHERE person = @Person AND state = 'given'", new { Person = person.ToString() }),
        (int)reads.First<long>("SELECT count(*) FROM review_seats WHERE candidate = @Person AND state = 'given'", new { Person = person.ToString() }));

    /// <summary>
    /// How many of a person's reviews were called useful, of those that were rated. Two people who rated each other alike within thirty days
    /// return a favour or a blow: neither counts.
    /// </summary>
    public static (int Useful, int Of) UsefulReviews(this Reads reads, PersonId reviewer)
    {
        var row = reads.First<UsefulRow>("""
            SELECT coalesce(sum(s.useful), 0) AS Useful, count(*) AS Rated FROM review_seats s INDEXED BY review_seats_rated
            WHERE s.person = @Person AND s.state = 'given' AND s.useful IS NOT NULL
            AND NOT EXISTS (
                SELECT 1 FROM review_seats back
                WHERE back.candidate = @Person AND back.person = s.candidate AND back.state = 'given' AND back.useful IS NOT NULL AND back.useful = s.useful
                AND abs(julianday(back.rated_at) - julianday(s.rated_at)) <= 30)
            """, new { Person = reviewer.ToString() })!;
        return ((int)row.Useful, (int)row.Rated);
    }

    /// <summary>
    /// Who may be asked to review this: people of the group who shared or reviewed lately, not the candidate, nobody with an open invitation or review.
    /// The one with the lightest load comes first, then who met this candidate least often.
    /// </summary>
    public static Seq<PersonId> ReviewersFor(this Reads reads, StreamId share, DateTimeOffset at) =>
    [
        .. reads.Query<string>(ToInvite, new { Share = share.ToString(), Since = Times.Text(at - Lately) }).Select(PersonId.Parse),
    ];

    /// <summary>What the severity of these reviewers is estimated from: their newest answers with everybody who reviewed those.</summary>
    public static Seq<SeverityRow> SeverityRows(this Reads reads, IEnumerable<PersonId> reviewers)
    {
        var rows = new Dictionary<(string Stream, string Person), (long Sum, int Count)>();
        foreach (var reviewer in reviewers)
        {
            // A reviewer of an answer that two of these reviewed comes up twice.
            var known = rows.Keys.ToHashSet();
            // Single scores, not their mean: of what is computed, SQLite cannot say the type when there is no row.
            foreach (var row in reads.Query<ScoreRow>("""
                SELECT c.stream AS Stream, c.person AS Person, c.score AS Score
                FROM (SELECT s.stream FROM review_seats s JOIN reviews r ON r.stream = s.stream
                      WHERE s.person = @Person AND s.state = 'given' AND r.state = 'opened' ORDER BY s.at DESC LIMIT @Most) mine
                JOIN review_scores c ON c.stream = mine.stream
                WHERE c.person NOT LIKE 'gone:%'
                """, new { Person = reviewer.ToString(), Most = AnswersOfAReviewer }))
            {
                if (known.Contains((row.Stream, row.Person))) continue;
                var (sum, count) = rows.GetValueOrDefault((row.Stream, row.Person));
                rows[(row.Stream, row.Person)] = (sum + row.Score, count + 1);
            }
        }
        return [.. rows.Select(row => new SeverityRow(StreamId.Parse(row.Key.Stream), PersonId.Parse(row.Key.Person), (double)row.Value.Sum / row.Value.Count))];
    }

    /// <summary>The newest shares of a person that are open to read, oldest first: in their group, or without one everywhere.</summary>
    public static IReadOnlyList<StreamId> OpenedOf(this Reads reads, PersonId person, int most) =>
    [
        .. reads.Query<string>($"""
            SELECT stream FROM reviews WHERE {(person.Group is null ? "platform = @Platform AND \"user\" = @User" : "person = @Person")} AND state = 'opened' ORDER BY opened_at DESC LIMIT @Most
            """, new { Person = person.ToString(), person.Platform, person.User, Most = most })
            .Reverse().Select(StreamId.Parse),
    ];

    /// <summary>Answers of others for which a person did something, and which still stand somewhere.</summary>
    public static IReadOnlyList<StreamId> ReviewedBy(this Reads reads, PersonId person) =>
    [
        .. reads.Query<string>($"SELECT stream FROM review_seats WHERE {Whose.Theirs} AND stream IN (SELECT stream FROM reviews WHERE state IN ('open', 'opened')) ORDER BY stream", Whose.Of(person)).Select(StreamId.Parse),
    ];

    /// <summary>The share whose thread this is.</summary>
    public static StreamId? ReviewAt(this Reads reads, PlaceId place) => reads.StreamsAt(place).FirstOrDefault(stream => stream.Kind == Share.StreamName) is { Key: not null } stream ? stream : null;

    private sealed record UsefulRow(long Useful, long Rated);

    private sealed record ScoreRow(string Stream, string Person, long Score);
}
