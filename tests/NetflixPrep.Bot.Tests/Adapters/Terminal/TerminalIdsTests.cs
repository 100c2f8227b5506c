using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Adapters.Terminal;
using NetflixPrep.Bot.Adapters.Terminal.Script;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Adapters.Terminal;

/// <summary>The ids of a memory end in letters of its own.</summary>
public sealed class TerminalIdsTests : IDisposable
{
    private readonly TerminalFolder folder = new();
    private readonly VirtualTime time = new(VirtualTime.Beginning);
    private TerminalServer server;
    private TerminalAdapter adapter;

    public TerminalIdsTests()
    {
        server = TerminalServer.Open(folder.Path, time, () => "k7w2");
        adapter = new(server);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        adapter.Dispose();
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Two_new_memories_share_no_ids()
    {
        Restart(TerminalServer.NewLetters);
        var first = Say("hello");
        Forget();
        Restart(TerminalServer.NewLetters);
        var second = Say("hello");

        Assert.NotEqual(first.From.DeliveryId, second.From.DeliveryId);
        Assert.NotEqual(first.MessageId, second.MessageId);
    }

    [Fact]
    public async Task A_memory_keeps_its_letters_and_counts_on()
    {
        Say("first");
        await adapter.SendAsync(A.Show("k1", "#mock", A.Message("shown in between")), Ct);
        server.Record(_ => new TerminalFact.Settled(server.Now, 1));
        Restart(() => "other");

        var next = Say("next");

        Assert.Equal(("t3-k7w2", "m3-k7w2"), (next.From.DeliveryId, next.MessageId));
    }

    [Fact]
    public void A_memory_from_before_keeps_its_ids()
    {
        Restart(null);
        A.Hands(server).Say("ana", "#mock", "from before");
        Restart(() => "k7w2");

        Assert.Equal("t1", Take().From.DeliveryId);
    }

    [Fact]
    public async Task A_form_and_a_tick_find_their_way_by_them()
    {
        var said = Say("hello");

        await adapter.SendAsync(A.Do("k1", new Effect.Tick(said.From.Place, said.MessageId), "#mock"), Ct);
        await adapter.SendAsync(A.Do("k2", new Effect.OpenForm(new("token", "Ask", [])), "#mock", inReplyTo: said.From.DeliveryId), Ct);

        Assert.True(server.Read(state => state.MessageOf(said.MessageId)!.IsTicked && state.Forms.ContainsKey("ana")));
    }

    [Fact]
    public void A_memory_in_which_nothing_happened_is_a_new_one()
    {
        server.Record(_ => null);
        Restart(() => "other");

        Assert.Null(server.LastAt);
        Assert.Equal("t1-k7w2", Say("hello").From.DeliveryId);
    }

    private Inbound.Text Say(string text)
    {
        A.Hands(server).Say("ana", "#mock", text);
        return Take();
    }

    private Inbound.Text Take()
    {
        Assert.True(adapter.TryTake(out var delivery));
        return Assert.IsType<Inbound.Text>(delivery.Inbound);
    }

    private void Forget()
    {
        adapter.Dispose();
        server.Dispose();
        File.Delete(Path.Combine(folder.Path, TerminalFile.Name));
    }

    private void Restart(Func<string>? letters)
    {
        adapter.Dispose();
        server.Dispose();
        server = TerminalServer.Open(folder.Path, time, letters);
        adapter = new(server);
    }
}
