using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters.Sockets;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>The bot on Discord. One instance holds one gateway connection (shard).</summary>
internal sealed class DiscordAdapter : IChatAdapter, IAsyncDisposable
{
    private const string SessionKey = "discord/session";

    // The largest frames are READY and GUILD_CREATE of large servers.
    private const int MaxFrameBytes = 16 * 1024 * 1024;
    private static readonly string[] Hosts = ["cdn.discordapp.com", "media.discordapp.net"];
    private const long MayReadContent = 1 << 18;
    private const long MayReadContentLimited = 1 << 19;

    private readonly DiscordWiring wiring;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly RestPipeline pipeline;
    private readonly DiscordRest rest;
    private readonly InteractionDesk desk;
    private readonly DiscordPlaces places;
    private readonly DiscordSender sender;
    private readonly CommandRegistration registration;
    private readonly AdapterPress presses = new();
    private readonly TextFileReader files;
    private GatewayClient? gateway;
    private bool disposed;

    /// <exception cref="DiscordFatalException">The settings will not do; the message says what to mend.</exception>
    public DiscordAdapter(DiscordWiring wiring, TimeProvider time, ILogger<DiscordAdapter> logger)
    {
        if (wiring.Options.Problems().FirstOrDefault() is { } problem) throw new DiscordFatalException(problem);
        (this.wiring, this.time, this.logger) = (wiring, time, logger);
        pipeline = new(wiring.Options, wiring.Handler, time, logger);
        rest = new(pipeline);
        desk = new(rest, time, logger);
        places = new(rest, time, logger);
        registration = new(rest, wiring, logger);
        files = new(Hosts, null, wiring.Options.ApiBaseUrl, wiring.Handler, time);
        sender = new(rest, desk, places, presses, () => registration.Ids, () => CanReadMessages, logger);
    }

    public string Platform => DiscordReader.Platform;

    /// <summary>True while what people write in threads reaches the bot; else an Answer button opens a form.</summary>
    public bool CanReadMessages => (gateway?.State.Intents ?? Wished).HasFlag(DiscordIntents.MessageContent);

    /// <summary>For health: where the connection stands.</summary>
    public GatewayPhase Phase => gateway?.State.Phase ?? GatewayPhase.Waiting;

    public Task<Receipt> SendAsync(Outbound outbound, CancellationToken ct) => sender.SendAsync(outbound, ct);

    /// <inheritdoc/>
    /// <exception cref="DiscordFatalException">The message says what a person has to mend.</exception>
    public async IAsyncEnumerable<Delivery> ReceiveAsync([EnumeratorCancellation] CancellationToken ct)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var application = await ApplicationAsync(ct);
        var client = gateway = new(new()
        {
            Token = wiring.Options.Token!,
            Intents = Intents(application),
            UrlOverride = wiring.Options.GatewayUrl,
            AskBudget = rest.GetGatewayAsync,
            NewSocket = wiring.NewSocket ?? (() => new WebFrameSocket(DiscordOptions.UserAgent, MaxFrameBytes)),
            Load = async token => GatewayStore.Read(await wiring.Load(SessionKey, token)),
            Save = (session, token) => wiring.Save(SessionKey, session is null ? null : GatewayStore.Write(session), token),
            QueueLimit = wiring.QueueLimit,
            Seed = wiring.Seed,
        }, time, logger);
        var deliveries = Channel.CreateBounded<Delivery>(new BoundedChannelOptions(1024) { SingleReader = true });
        var intake = new DiscordIntake(wiring, client, rest, desk, places, presses, registration, files, deliveries.Writer, time, logger)
        {
            Application = application?.Id("id"),
            Self = application?.Get("bot")?.Id("id"),
        };
        var running = RunAsync();
        try
        {
            await foreach (var delivery in deliveries.Reader.ReadAllAsync(ct)) yield return delivery;
        }
        finally
        {
            await stopping.CancelAsync();
            await running;
        }

        async Task RunAsync()
        {
            Exception? failure = null;
            try
            {
                var connecting = client.RunAsync(stopping.Token);
                var working = intake.RunAsync(stopping.Token);
                await Task.WhenAny(connecting, working);
                await stopping.CancelAsync();
                await Task.WhenAll(connecting, working);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // A stop is the ordinary end.
            }
            catch (Exception ended)
            {
                failure = ended;
            }
            deliveries.Writer.TryComplete(failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A container that knows it by two names disposes of it twice.
        if (Interlocked.Exchange(ref disposed, true)) return;
        await desk.DisposeAsync();
        pipeline.Dispose();
        files.Dispose();
    }

    private DiscordIntents Wished => wiring.Options.ReadMessages ? DiscordIntents.All : DiscordIntents.WithoutContent;

    /// <summary>Who the bot is; null when Discord cannot be reached just now.</summary>
    private async Task<System.Text.Json.JsonElement?> ApplicationAsync(CancellationToken ct)
    {
        try
        {
            return await rest.GetApplicationAsync(ct);
        }
        catch (DiscordException refused) when (refused.Status == 401)
        {
            throw new DiscordFatalException(((CloseVerdict.Fatal)GatewayCloseCodes.Decide(4004, Wished)).Sentence);
        }
        catch (Exception failed) when (DiscordFaults.IsOfTheWorld(failed))
        {
            GatewayLog.ConnectFailed(logger, failed.Message);
            return null;
        }
    }

    /// <summary>Asking for an intent that is not switched on would close the connection: better not to ask.</summary>
    private DiscordIntents Intents(System.Text.Json.JsonElement? application)
    {
        if (!wiring.Options.ReadMessages || application?.Int("flags") is not { } flags || (flags & (MayReadContent | MayReadContentLimited)) != 0) return Wished;
        GatewayLog.Warned(logger, ((CloseVerdict.WithoutContent)GatewayCloseCodes.Decide(4014, DiscordIntents.All)).Sentence);
        return DiscordIntents.WithoutContent;
    }
}
