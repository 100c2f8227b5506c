using System.Globalization;
using Microsoft.Data.Sqlite;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Reviews;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Benchmarks.Reviews;

/// <summary>
/// Two years of shared answers: four of ten in one group of 200 people, the rest in fifty of twenty. Every third answer was reviewed by three people,
/// the others opened by their deadline without any. The same number makes the same rows.
/// </summary>
internal sealed class ReviewFilling(Database database, ScriptShelf shelf, int shares)
{
    public const int BigGroup = 200;
    public const int OpenInBigGroup = 300;

    /// <summary>People of the big group whose newest results are read, facts and all.</summary>
    public const int Read = 50;

    /// <summary>The measured result and the three before it.</summary>
    private const int Rounds = 4;
    private const int SmallGroups = 50;
    private const int SmallGroup = 20;
    private const int Days = 730;
    private const int ReviewsOfAnAnswer = 3;

    private static readonly string[] Cases = ["passed", "lapsed"];

    private readonly Shelved question = shelf.Get(shelf.HashOf(Answers.QuestionId), Answers.QuestionId);
    private Chance chance = Chance.From("a million answers");

    public static DateTimeOffset Now { get; } = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The newest share of each of those whose results are read.</summary>
    public List<StreamId> ToRead { get; } = [];

    public static PersonId Person(int group, int number) => new("silent", $"g{Text(group)}", $"u{Text(group)}x{Text(number)}");

    public void Fill()
    {
        using var transaction = database.Writer.BeginTransaction();
        using var inbound = Prepared(transaction, "INSERT INTO inbound (platform, delivery_id, person, place, at, received_at, kind, data, status, answered) VALUES ('silent', 'filled', 'silent::filler', 'silent:lobby', @p0, @p0, 'text', '{}', 'done', 0)", 1);
        Do(inbound, Times.Text(Now.AddDays(-Days)));
        using var review = Prepared(transaction, """
            INSERT INTO reviews (stream, "group", person, platform, "user", source, question_id, round, state, needed, taken, prepared_at, shared_at, opened_at)
            VALUES (@p0, @p1, @p2, 'silent', @p3, @p4, @p5, 'ml-system-design', @p6, 3, @p7, @p8, @p8, @p9)
            """, 10);
        using var seat = Prepared(transaction, """
            INSERT INTO review_seats (stream, person, "group", candidate, state, at, given_at, useful, rated_at) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8)
            """, 9);
        using var score = Prepared(transaction, "INSERT INTO review_scores (stream, person, dimension, score) VALUES (@p0, @p1, @p2, @p3)", 4);
        using var fact = Prepared(transaction, "INSERT INTO events (stream, version, type, data, at, inbound_id) VALUES (@p0, @p1, @p2, @p3, @p4, 1)", 5);
        // The open ones are the newest; those that are read opened right before them.
        var (open, read) = (OpenInBigGroup, Read * Rounds);
        for (var number = 0; number < shares; number++)
        {
            var left = shares - number;
            var isOpen = left <= open;
            var isRead = !isOpen && left <= open + read;
            var at = Now.AddDays(-6).AddDays(-Days * (left / (double)shares));
            if (isOpen) at = Now.AddHours(-left / 3.0);
            var group = isOpen || isRead || Below(10) < 4 ? 0 : 1 + Below(SmallGroups);
            var size = group == 0 ? BigGroup : SmallGroup;
            var candidate = Person(group, isRead ? left % Read : Below(size));
            var stream = new StreamId(Share.StreamName, number.ToString("x8", CultureInfo.InvariantCulture));
            var given = isOpen ? Below(ReviewsOfAnAnswer) : isRead || number % ReviewsOfAnAnswer == 0 ? ReviewsOfAnAnswer : 0;
            var opened = isOpen ? null : Times.Text(at.AddDays(2));
            Do(review, stream.ToString(), Group.StreamOf(candidate)!.Value.ToString(), candidate.ToString(), candidate.User, $"session/{stream.Key}", Answers.QuestionId, isOpen ? "open" : "opened", given, Times.Text(at), opened);
            var reviews = new List<PeerReview>();
            for (int seats = 0, person = Below(size); seats < given + (number % 20 == 0 ? 1 : 0); seats++, person = (person + 1 + Below(5)) % size)
            {
                if (Person(group, person) == candidate) person = (person + 1) % size;
                var reviewer = Person(group, person);
                var isGiven = seats < given;
                var then = at.AddHours(2 + (seats * 5));
                // Half of the answers were rated, most of them as useful.
                var useful = isGiven && !isOpen && Below(2) == 0 ? (Below(5) > 0 ? 1 : 0) : (int?)null;
                Do(seat, stream.ToString(), reviewer.ToString(), Group.StreamOf(candidate)!.Value.ToString(), candidate.ToString(), isGiven ? "given" : Cases[Below(2)], Times.Text(then), isGiven ? Times.Text(then) : null, useful, useful is null ? null : Times.Text(then.AddDays(3)));
                if (!isGiven) continue;
                Seq<PeerScore> scores = [.. Rubric.Select(dimension => new PeerScore(dimension.Id, 1 + Below(5), "about forty rows"))];
                foreach (var each in scores) Do(score, stream.ToString(), reviewer.ToString(), each.Dimension, each.Score);
                reviews.Add(new() { Reviewer = reviewer, At = then, Scores = scores, MoveOn = (MoveOn)Below(4), Strength = "The first sentence says what the page is for.", Change = "Say a number for the traffic before the boxes." });
            }
            if (!isRead) continue;
            var version = 0;
            foreach (var each in Facts(stream, candidate, at, reviews))
            {
                var stored = ReviewJson.Write(each);
                Do(fact, stream.ToString(), ++version, stored.Kind, stored.Data, Times.Text(each.At));
            }
            if (left <= open + Read) ToRead.Add(stream);
        }
        transaction.Commit();
    }

    private Seq<Dimension> Rubric => [.. question.Script.Rubric.Take(3)];

    private IEnumerable<ReviewEvent> Facts(StreamId stream, PersonId candidate, DateTimeOffset at, List<PeerReview> reviews)
    {
        yield return new ReviewEvent.Prepared(at, new()
        {
            Stream = stream,
            Source = new(SessionStream.Name, stream.Key),
            Candidate = candidate,
            AskedIn = new("silent", "lobby"),
            RoundId = "ml-system-design",
            RoundLabel = "ML system design",
            MinutesUsed = 31,
            MinutesAsked = 35,
            Answers = [new(Answers.QuestionId, question.Hash, question.Script.Question.Title, question.Script.Question.Prompt, [], [.. Answers.Messages.Select((text, minute) => new SharedLine(minute + 1, 0, text, false))])],
            Self = [],
            Channels = [new("silent", "lobby")],
            Needed = ReviewsOfAnAnswer,
            Days = 5,
            Zone = "UTC",
            Rubric = [.. Rubric.Select(dimension => dimension with { Anchors = [], Rounds = [] })],
        });
        yield return new ReviewEvent.OwnScoresAsked(at);
        foreach (var dimension in Rubric) yield return new ReviewEvent.SelfScored(at, dimension.Id, 3);
        yield return new ReviewEvent.Shared(at, at.AddDays(5));
        foreach (var review in reviews)
        {
            yield return new ReviewEvent.Claimed(review.At, review.Reviewer, review.At.AddDays(1), Licensed: true);
            foreach (var score in review.Scores) yield return new ReviewEvent.Scored(review.At, review.Reviewer, score.Dimension, score.Score);
            yield return new ReviewEvent.MoveOnChosen(review.At, review.Reviewer, review.MoveOn);
            yield return new ReviewEvent.Given(review.At, review.Reviewer, review.Scores, review.Strength, review.Change, review.Licensed);
        }
        yield return new ReviewEvent.Opened(at.AddDays(2), ByDeadline: false);
    }

    private int Below(int limit)
    {
        chance = chance.Next();
        return chance.Below(limit);
    }

    private SqliteCommand Prepared(SqliteTransaction transaction, string sql, int parameters)
    {
        var command = database.Writer.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        for (var at = 0; at < parameters; at++) command.Parameters.Add(new SqliteParameter($"@p{Text(at)}", null));
        return command;
    }

    private static void Do(SqliteCommand command, params object?[] values)
    {
        for (var at = 0; at < values.Length; at++) command.Parameters[at].Value = values[at] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
