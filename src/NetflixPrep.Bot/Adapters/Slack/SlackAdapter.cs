using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters.Sockets;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>The bot in one Slack workspace, over Socket Mode.</summary>
internal sealed class SlackAdapter : IChatAdapter, IAsyncDisposable
{
    // Slack's payloads are far smaller: a view has 250 kB at most.
    private const int MaxFrameBytes = 1024 * 1024;
    private static readonly string[] FileHosts = ["files.slack.com", "files.slack-gov.com"];

    private readonly SlackWiring wiring;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly SlackWebApi web;
    private readonly SlackApi api;
    private readonly SlackCommands commands;
    private readonly SlackDesk desk;
    private readonly SlackPlaces places;
    private readonly SlackPeople people;
    private readonly SlackPresses presses;
    private readonly SlackHome home;
    private readonly SlackSender sender;
    private readonly SlackSpeech speech;
    private readonly TextFileReader files;
    private readonly SideTasks beside;
    private SocketModeSupervisor? supervisor;
    private bool disposed;

    /// <exception cref="SlackFatalException">The settings will not do; the message says what to mend.</exception>
    public SlackAdapter(SlackWiring wiring, TimeProvider time, ILogger<SlackAdapter> logger)
    {
        if (wiring.Options.Problems().FirstOrDefault() is { } problem) throw new SlackFatalException(problem);
        (this.wiring, this.time, this.logger) = (wiring, time, logger);
        beside = new(failed => RouterLog.Unsaid(logger, failed));
        web = new(wiring.Options, new(wiring.Pace, time), wiring.Handler, time, logger);
        api = new(web);
        commands = new(wiring.Options.Command, wiring.Commands);
        desk = new(api, time, logger);
        people = new(api, time, logger);
        presses = new(wiring.Commands);
        var posts = new PostLedger(api, logger);
        places = new(api, posts, logger);
        home = new(api, wiring.Lookups, wiring.Commands, commands, people, beside, time, logger);
        sender = new(api, desk, posts, places, people, presses, commands, home, new(api, places), logger);
        speech = new(api, desk, people, commands, logger);
        files = new(FileHosts, wiring.Options.BotToken, wiring.Options.ApiBaseUrl, wiring.Handler, time);
    }

    public string Platform => SlackReader.Platform;

    /// <summary>How the connection is; null before it is tried.</summary>
    public SlackHealth? Health => supervisor?.Health;

    /// <summary>Completes when all that runs now beside the queue has ended: look-ups, answers, App Home.</summary>
    public Task BesideAsync() => beside.EndedAsync();

    public Task<Receipt> SendAsync(Outbound outbound, CancellationToken ct) => sender.SendAsync(outbound, ct);

    /// <inheritdoc/>
    /// <exception cref="SlackFatalException">The message says what a person has to mend.</exception>
    public async IAsyncEnumerable<Delivery> ReceiveAsync([EnumeratorCancellation] CancellationToken ct)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var self = await WhoAmIAsync(ct);
        var deliveries = Channel.CreateBounded<Delivery>(new BoundedChannelOptions(1024) { SingleReader = true });
        var router = new EnvelopeRouter(wiring, self, commands, desk, places, people, presses, sender, home, files, deliveries.Writer, beside, speech, time, logger);
        var catchUp = new SlackCatchUp(wiring, api, router, self, time, logger);
        var sockets = supervisor = new(new()
        {
            AskUrl = api.OpenConnectionAsync,
            NewSocket = wiring.NewSocket ?? (() => new WebFrameSocket(SlackOptions.UserAgent, MaxFrameBytes, wiring.Pings)),
            Take = (envelope, send, token) => router.TakeAsync(envelope, SlackAck.ForEnvelope(envelope, send), token),
            Live = () => beside.Add(catchUp.RunAsync(stopping.Token)),
            Sockets = wiring.Sockets,
            Silence = wiring.Silence,
            Seed = wiring.Seed,
        }, time, logger);
        var running = RunAsync();
        try
        {
            await foreach (var delivery in deliveries.Reader.ReadAllAsync(ct)) yield return delivery;
        }
        finally
        {
            await stopping.CancelAsync();
            await running;
            await beside.EndedAsync();
        }

        async Task RunAsync()
        {
            Exception? failure = null;
            try
            {
                await sockets.RunAsync(stopping.Token);
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
        web.Dispose();
        files.Dispose();
    }

    /// <summary>Who the bot is. Asked until Slack answers: without it nothing can be told from the bot's own messages.</summary>
    private async Task<SlackIdentity> WhoAmIAsync(CancellationToken ct)
    {
        foreach (var wait in Backoff.Delays(wiring.Seed))
        {
            try
            {
                var self = await api.WhoAmIAsync(ct);
                if (SlackCheck.Missing(self) is { Count: > 0 } missing) SocketModeLog.Warned(logger, SlackCheck.Describe(missing));
                return self;
            }
            catch (SlackException failed)
            {
                if (failed.Outcome is SlackOutcome.Fatal fatal) throw new SlackFatalException(fatal.Sentence);
                SocketModeLog.ConnectFailed(logger, failed.Message);
                await Task.Delay(failed.Outcome is SlackOutcome.RateLimited limited && limited.RetryAfter > wait ? limited.RetryAfter : wait, time, ct);
            }
        }
        throw new System.Diagnostics.UnreachableException("The back-off never ends.");
    }
}
