using System.Text;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Adapters.Terminal;
using NetflixPrep.Bot.Adapters.Terminal.Script;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Adapters.Terminal.Script;

/// <summary>A tiny engine by hand: ticks texts, opens a thread for /mock start, a form for [Score], and says "time" a minute after [Begin].</summary>
internal sealed class EchoEngine(string folder, VirtualTime time)
{
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();
    private readonly List<Outbound> outbox = [];
    private (DateTimeOffset At, PlaceId Place)? alarm;
    private int sent;
    private int starts;

    public string Output => output.ToString().ReplaceLineEndings("\n").TrimEnd('\n');

    public string Errors => errors.ToString().Trim();

    public List<Inbound> Seen { get; } = [];

    public async Task<int> RunAsync(params string[] lines)
    {
        await using var shown = new StringWriter(output);
        await using var complaints = new StringWriter(errors);
        return await new ScriptRunner(StartAsync, time, shown, complaints).RunAsync("story.txt", string.Join('\n', lines), TestContext.Current.CancellationToken);
    }

    private Task<ScriptProcess> StartAsync(CancellationToken ct)
    {
        starts++;
        var server = TerminalServer.Open(folder, time);
        var adapter = new TerminalAdapter(server);
        return Task.FromResult(new ScriptProcess(server, adapter, A.Hands(server))
        {
            Deliver = (delivery, _) => TakeAsync(delivery),
            Settle = stop => SendAsync(adapter, stop),
            NextDue = _ => Task.FromResult(alarm?.At),
            FireDue = _ => FireAsync(),
            Stop = () => Task.CompletedTask,
        });
    }

    private async Task TakeAsync(Delivery delivery)
    {
        Seen.Add(delivery.Inbound);
        await delivery.Settle(Settlement.Done(answered: true));
        var from = delivery.Inbound.From;
        outbox.AddRange(delivery.Inbound switch
        {
            Inbound.Text text => [Do(new Effect.Tick(from.Place, text.MessageId), from)],
            Inbound.Command => [Do(A.Thread("#mock", "ana rows", from.Person.User), from), Show("#mock/ana-rows", "Ready?", A.Button("Begin"), A.Button("Score"))],
            Inbound.Choice { Token: "token-Score" } => [Do(new Effect.OpenForm(new("tok", "Own scores", [new("impact", "Impact", true, 10), new("note", "Note", false, 10)])), from)],
            Inbound.Choice => [Show(from.Place.Place, "Go.")],
            Inbound.Form form => [Show(from.Place.Place, $"Thanks for {form.Fields[0].Value}.")],
            _ => Array.Empty<Outbound>(),
        });
        alarm = delivery.Inbound is Inbound.Choice { Token: "token-Begin" } ? (time.GetUtcNow().AddMinutes(1), from.Place) : alarm;
    }

    private Task FireAsync()
    {
        outbox.Add(Show(alarm!.Value.Place.Place, "Time."));
        alarm = null;
        return Task.CompletedTask;
    }

    private async Task SendAsync(TerminalAdapter adapter, CancellationToken ct)
    {
        foreach (var outbound in outbox) await adapter.SendAsync(outbound, ct);
        outbox.Clear();
    }

    private Outbound Show(string place, string text, params Control[] controls) => A.Show(Key(), place, A.Message(text, controls));

    private Outbound Do(Effect effect, Origin from) => A.Do(Key(), effect, from.Place.Place, from.DeliveryId);

    private string Key() => $"k{starts}-{++sent}-{time.GetUtcNow().ToUnixTimeSeconds()}";
}
