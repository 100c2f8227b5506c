using System.Globalization;

namespace NetflixPrep.Bot.Tests.Simulation;

public sealed class SimulatorTests
{
    private const int Steps = 60;

    /// <summary>What has to come about in so many lives, or the invariants of reviews would say nothing.</summary>
    private static readonly string[] Reviewing =
    [
        "review-shared", "review-invited", "review-claimed", "review-claim-lapsed", "review-words-drafted", "review-given", "review-taken-back", "review-opened", "review-flagged", "review-discussed",
        "review-withdrawn",
    ];

    /// <summary>Half of the seeds live with single questions, half with whole rounds, incidents and loops.</summary>
    [Fact]
    public async Task Every_seed_keeps_what_was_said_shows_it_once_and_keeps_the_clock()
    {
        var seeds = int.Parse(Environment.GetEnvironmentVariable("NETFLIXPREP_SEEDS") ?? "200", CultureInfo.InvariantCulture);
        var (single, rounds) = (Golden.SmallBank.Load(), Golden.SmallBank.LoadRounds());
        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();
        var happened = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();

        await Parallel.ForEachAsync(Enumerable.Range(1, seeds), TestContext.Current.CancellationToken, async (seed, _) =>
        {
            using var world = new SimulatedWorld((ulong)seed, seed % 2 == 0 ? single : rounds);
            await world.LiveAsync(Steps);
            foreach (var broken in new Invariants(world).Check()) failures.Add($"seed {seed}: {broken}");
            foreach (var fact in world.Bot.Reads.Query<string>("SELECT type FROM events WHERE type LIKE 'review%'")) happened.AddOrUpdate(fact, 1, (_, times) => times + 1);
        });
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", happened.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}")));

        if (seeds >= 200) Assert.Empty(Reviewing.Except(happened.Keys));
        Assert.True(failures.IsEmpty, string.Join("\n", failures.Order(StringComparer.Ordinal).Take(20)));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(10)]
    public async Task The_same_seed_lives_the_same_life(int seed)
    {
        var bank = Golden.SmallBank.Load();
        using var one = new SimulatedWorld((ulong)seed, bank);
        using var two = new SimulatedWorld((ulong)seed, bank);

        await one.LiveAsync(Steps);
        await two.LiveAsync(Steps);

        Assert.Equal(one.Platform.Messages.Select(message => message.Content.Body.ToString()), two.Platform.Messages.Select(message => message.Content.Body.ToString()));
    }
}
