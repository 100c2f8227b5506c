using System.Runtime.CompilerServices;
using System.Threading.Channels;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Terminal;

/// <summary>The terminal's platform behind the seam that Discord and Slack stand behind too.</summary>
internal sealed class TerminalAdapter : IChatAdapter, IDisposable
{
    /// <summary>How long it waits before it delivers again what was not kept.</summary>
    public static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(5);

    private readonly TerminalServer server;
    private readonly TerminalSender sender;
    private readonly Channel<TerminalFact.Acted> acts;
    private readonly Lock gate = new();
    private readonly HashSet<ITimer> waiting = [];

    public TerminalAdapter(TerminalServer server)
    {
        this.server = server;
        sender = new(server);
        acts = Channel.CreateBounded<TerminalFact.Acted>(TerminalServer.MaxPending * 2);
        // What was delivered but not kept before the process ended comes again, in its old order.
        server.Read(state => state.Pending.Values.All(acts.Writer.TryWrite));
        server.Acted += Enqueue;
    }

    public string Platform => TerminalServer.PlatformName;

    public async IAsyncEnumerable<Delivery> ReceiveAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var acted in acts.Reader.ReadAllAsync(ct)) yield return Deliver(acted);
    }

    /// <summary>The next delivery if one waits: how a script pumps without a reading loop.</summary>
    public bool TryTake(out Delivery delivery)
    {
        var found = acts.Reader.TryRead(out var acted);
        delivery = found ? Deliver(acted!) : null!;
        return found;
    }

    public Task<Receipt> SendAsync(Outbound outbound, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult(sender.Send(outbound));
        }
        catch (SendException failed)
        {
            return Task.FromException<Receipt>(failed);
        }
    }

    public void Dispose()
    {
        server.Acted -= Enqueue;
        acts.Writer.TryComplete();
        lock (gate)
        {
            foreach (var timer in waiting) timer.Dispose();
            waiting.Clear();
        }
    }

    private void Enqueue(TerminalFact.Acted acted) => acts.Writer.TryWrite(acted);

    private Delivery Deliver(TerminalFact.Acted acted) => new(ToInbound(acted), settlement =>
    {
        if (settlement.Kept)
        {
            Acknowledge(acted);
            return ValueTask.CompletedTask;
        }
        if (settlement.Sentence is { } sentence) server.Whisper(acted.Person, acted.Place, sentence);
        DeliverLater(acted);
        return ValueTask.CompletedTask;
    });

    private void Acknowledge(TerminalFact.Acted acted)
    {
        try
        {
            server.Record(_ => new TerminalFact.Settled(server.Now, acted.Number));
        }
        catch (IOException)
        {
            // An acknowledgement that got lost: it comes again at the next start, and the journal knows it.
        }
    }

    private void DeliverLater(TerminalFact.Acted acted)
    {
        lock (gate)
        {
            ITimer? timer = null;
            timer = server.Time.CreateTimer(_ =>
            {
                lock (gate)
                {
                    if (timer is not null && waiting.Remove(timer)) timer.Dispose();
                }
                Enqueue(acted);
            }, null, AgainAfter, Timeout.InfiniteTimeSpan);
            waiting.Add(timer);
        }
    }

    private Inbound ToInbound(TerminalFact.Acted acted)
    {
        var from = new Origin(
            server.Read(state => state.DeliveryId(acted.Number)),
            TerminalServer.PersonIn(acted.Person, acted.Place), TerminalServer.PlaceOf(acted.Place), acted.At)
        {
            Admin = acted.Deed is Deed.Command or Deed.Press or Deed.Fill && server.IsAdmin(acted.Person, acted.Place),
        };
        return acted.Deed switch
        {
            Deed.Command command => new Inbound.Command(from, command.Verb, Arguments(command.Arguments)),
            Deed.Press press => new Inbound.Choice(from, press.Token, press.Value),
            Deed.Fill fill => new Inbound.Form(from, fill.Token, Arguments(fill.Fields)),
            Deed.Say say => new Inbound.Text(from, say.Message, say.Text),
            Deed.Attach attach => new Inbound.Attached(from, attach.Message, attach.FileName, attach.Text),
            Deed.Edit edit => new Inbound.Edited(from, edit.Message, edit.Text),
            Deed.Delete delete => new Inbound.Deleted(from, delete.Message),
            _ => throw new System.Diagnostics.UnreachableException($"{acted.Deed.GetType().Name} cannot be delivered."),
        };
    }

    private static Seq<Argument> Arguments(IReadOnlyList<Pair> pairs) => pairs.Select(pair => new Argument(pair.Name, pair.Value)).ToSeq();
}
