using System.Globalization;

namespace NetflixPrep.Bot.Tests.Simulation;

public sealed class SimulatorTests
{
    private const int Steps = 60;

    /// <summary>Half of the seeds live with single questions, half with whole rounds, incidents and loops.</summary>
    [Fact]
    public async Task Every_seed_keeps_what_was_said_shows_it_once_and_keeps_the_clock()
    {
        var seeds = int.Parse(Environment.GetEnvironmentVariable("NETFLIXPREP_SEEDS") ?? "200", CultureInfo.InvariantCulture);
        var (single, rounds) = (Golden.SmallBank.Load(), Golden.SmallBank.LoadRounds());
        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();

        await Parallel.ForEachAsync(Enumerable.Range(1, seeds), TestContext.Current.CancellationToken, async (seed, _) =>
        {
            foreach (var broken in await LiveAsync((ulong)seed, seed % 2 == 0 ? single : rounds)) failures.Add($"seed {seed}: {broken}");
        });

        Assert.True(failures.IsEmpty, string.Join("\n", failures.Order(StringComparer.Ordinal).Take(20)));
    }

    [Fact]
    public async Task The_same_seed_lives_the_same_life()
    {
        var bank = Golden.SmallBank.Load();
        using var one = new SimulatedWorld(7, bank);
        using var two = new SimulatedWorld(7, bank);

        await one.LiveAsync(Steps);
        await two.LiveAsync(Steps);

        Assert.Equal(one.Platform.Messages.Select(message => message.Content.Body.ToString()), two.Platform.Messages.Select(message => message.Content.Body.ToString()));
    }

    internal static async Task<IReadOnlyList<string>> LiveAsync(ulong seed, NetflixPrep.Core.Questions.QuestionBank bank)
    {
        using var world = new SimulatedWorld(seed, bank);
        await world.LiveAsync(Steps);
        return new Invariants(world).Check();
    }
}
