using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Adapters.Discord;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Tests.Discord.Fake;
using NetflixPrep.Bot.Tests.Whole;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Bot.Tests.Discord.Whole;

/// <summary>The fake Discord under a whole bot.</summary>
/// <param name="store">What the adapter keeps over restarts.</param>
internal sealed class WholeDiscord(FakeDiscord fake, ConcurrentDictionary<string, string> store) : IWholePlatform
{
    public void Add(IServiceCollection services) =>
        services.AddSingleton(Wiring).AddSingleton<DiscordAdapter>().AddSingleton<IChatAdapter>(parts => parts.GetRequiredService<DiscordAdapter>());

    // The session is live, also after a restart; its newest event is kept, and every interaction is answered and no longer "thinking".
    public bool IsQuiet(IChatAdapter adapter) => ((DiscordAdapter)adapter).Phase == GatewayPhase.Live && fake.Connections.LastOrDefault() is { IsOpen: true, Session: { } session }
        && store.TryGetValue("discord/session", out var saved) && GatewayStore.Read(saved) is { } kept && kept.SessionId == session.Id && kept.Seq >= session.Seq
        && fake.Interactions.Values.All(one => one.Answered is not (null or 5));

    public Task UntilAsync(Func<bool> holds) => fake.UntilAsync(holds);

    public Task BesideAsync(IChatAdapter adapter) => Task.CompletedTask;

    public void Signal() => fake.Signal();

    private DiscordWiring Wiring(IServiceProvider parts)
    {
        var homes = parts.GetRequiredService<Homes>();
        return new()
        {
            Options = new() { Token = fake.Token, ApiBaseUrl = fake.ApiBase, RequestsPerSecond = 100_000 },
            Commands = CommandTable.All,
            Lookups = parts.GetRequiredService<ILookups>(),
            Load = (key, _) => ValueTask.FromResult(store.GetValueOrDefault(key)),
            Save = (key, value, _) =>
            {
                if (value is null) store.TryRemove(key, out string? _);
                else store[key] = value;
                fake.Signal();
                return ValueTask.CompletedTask;
            },
            Listens = homes.IsHome,
            OpenConversations = _ => ValueTask.FromResult<IReadOnlyList<OpenConversation>>(
                [.. homes.Open(DiscordReader.Platform).Select(home => new OpenConversation(home.Place, home.Group, home.LastMessageId))]),
            OpensForm = Act.OpensForm,
        };
    }
}
