using System.Diagnostics;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Drills;
using NetflixPrep.Bot.Groups;
using NetflixPrep.Bot.Reviews;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Benchmarks.Reviews;

/// <summary>What people wait for when very many answers were shared: the queue, the balance, what was useful, a result. Nothing is cached between reads.</summary>
internal static class ReviewReading
{
    private const int Times = 2_000;

    // The clock asks, nobody waits for it.
    private const int TimesInviting = 200;

    public static int Run(DirectoryInfo? data, int shares)
    {
        using var folder = new ThrowawayFolder(data);
        var path = folder.File("bot.db");
        using var database = Database.Open(new() { Path = path });
        var shelf = new ScriptShelf(Answers.Bank, database);
        var filling = new ReviewFilling(database, shelf, shares);
        var watch = Stopwatch.StartNew();
        filling.Fill();
        var filled = watch.Elapsed;

        // As the lane reads: on the writing connection, without statistics of ANALYZE, which the bot never runs.
        var reads = new Reads(database.Writer);
        var group = Group.StreamOf(ReviewFilling.Person(0, 0))!.Value;
        var chance = Chance.From("who asks");
        int Below(int limit)
        {
            chance = chance.Next();
            return chance.Below(limit);
        }
        PersonId Somebody() => ReviewFilling.Person(0, Below(ReviewFilling.BigGroup));
        var openShares = reads.Query<string>("SELECT stream FROM reviews WHERE state = 'open' ORDER BY stream").Select(StreamId.Parse).ToList();
        using var page = new ResultPage(database, shelf, reads);
        JsonLine.Print(new
        {
            Shares = shares,
            Reviews = reads.First<long>("SELECT count(*) FROM review_seats WHERE state = 'given'"),
            Scores = reads.First<long>("SELECT count(*) FROM review_scores"),
            OpenInBigGroup = openShares.Count,
            FillSeconds = Math.Round(filled.TotalSeconds),
            FileMegabytes = ProcessUse.Megabytes(new FileInfo(path).Length),
            QueueMilliseconds = Measured(() => reads.NextReview(group, Somebody())),
            BalanceMilliseconds = Measured(() => reads.BalanceOf(Somebody())),
            UsefulMilliseconds = Measured(() => reads.UsefulReviews(Somebody())),
            SeverityMilliseconds = Measured(() => SeverityModel.Estimate(reads.SeverityRows([Somebody(), Somebody(), Somebody()]))),
            ResultMilliseconds = Measured(() => page.Press(filling.ToRead[Below(filling.ToRead.Count)])),
            InvitingMilliseconds = Measured(() => reads.ReviewersFor(openShares[Below(openShares.Count)], ReviewFilling.Now), TimesInviting),
        });
        foreach (var plan in reads.Query<Step>($"EXPLAIN QUERY PLAN {ReviewReads.Queue}", new { Group = group.ToString(), Person = Somebody().ToString() })) Console.WriteLine($"queue: {plan.Detail}");
        foreach (var plan in reads.Query<Step>($"EXPLAIN QUERY PLAN {ReviewReads.ToInvite}", new { Share = openShares[0].ToString(), Since = Bot.Storage.Times.Text(ReviewFilling.Now.AddDays(-60)) })) Console.WriteLine($"inviting: {plan.Detail}");
        return 0;
    }

    private static object Measured(Func<object?> read, int times = Times)
    {
        for (var warm = 0; warm < times / 20; warm++) _ = read();
        var all = new List<double>(times);
        for (var at = 0; at < times; at++)
        {
            var began = Stopwatch.GetTimestamp();
            _ = read();
            all.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        all.Sort();
        return new { P50 = Math.Round(all[times / 2], 2), P99 = Math.Round(all[times * 99 / 100], 2), Longest = Math.Round(all[^1], 2) };
    }

    private sealed record Step(long Id, long Parent, long NotUsed, string Detail);

    /// <summary>A press on Result by the candidate, from the router to the wishes: nothing is written by it.</summary>
    private sealed class ResultPage : IDisposable
    {
        private readonly ReviewRouter router;
        private readonly Database database;
        private readonly Journal journal;
        private readonly Reads reads;

        public ResultPage(Database database, ScriptShelf shelf, Reads reads)
        {
            (this.database, this.reads, journal) = (database, reads, new(database));
            router = new(ReviewStream.Kind(shelf), SessionStream.Kind(shelf), DrillStream.Kind(shelf), GroupStream.Kind(new GroupDesk(Mentions.Names)), shelf);
        }

        public Seq<Effect> Press(StreamId share)
        {
            var candidate = PersonId.Parse(reads.First<string>("SELECT person FROM reviews WHERE stream = @Share", new { Share = share.ToString() })!);
            var origin = new Origin("press", candidate, new("silent", "thread"), ReviewFilling.Now);
            var token = new Token(share, ReviewAct.Result, 0);
            var routed = (Routed.To)router.Press(token, new(origin, token.ToString(), null), reads);
            var effects = routed.Calls[0].Run(new(journal, new(database.Writer), new(16), 1, ReviewFilling.Now));
            return effects.Count == 2 ? effects : throw new InvalidOperationException("That is no result.");
        }

        public void Dispose() => journal.Dispose();
    }
}
