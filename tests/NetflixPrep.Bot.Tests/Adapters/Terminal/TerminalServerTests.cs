using System.Text;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Adapters.Terminal;
using NetflixPrep.Bot.Adapters.Terminal.Script;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Adapters.Terminal;

public sealed class TerminalServerTests : IDisposable
{
    private readonly TerminalFolder folder = new();
    private readonly VirtualTime time = new(VirtualTime.Beginning);
    private TerminalServer server;
    private TerminalAdapter adapter;

    public TerminalServerTests()
    {
        server = TerminalServer.Open(folder.Path, time);
        adapter = new(server);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string FilePath => Path.Combine(folder.Path, TerminalFile.Name);

    public void Dispose()
    {
        adapter.Dispose();
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Delivers_again_after_a_restart_what_was_not_kept()
    {
        A.Hands(server).Say("ana", "#mock", "kept");
        A.Hands(server).Say("ana", "#mock", "not kept");
        await Take().Settle(Settlement.Done(answered: false));

        Restart();

        var again = Assert.IsType<Inbound.Text>(Take().Inbound);
        Assert.Equal("not kept", again.Body);
        Assert.Equal("t2", again.From.DeliveryId);
        Assert.False(adapter.TryTake(out _));
    }

    [Fact]
    public async Task Says_the_sentence_and_delivers_again_after_a_pause_when_storage_fails()
    {
        var whispers = new List<string>();
        server.Whispered += whisper => whispers.Add($"{whisper.Person}: {whisper.Text}");
        A.Hands(server).Say("ana", "#mock", "hello");

        await Take().Settle(Settlement.NotKept("Not saved yet."));
        var early = adapter.TryTake(out _);
        time.AdvanceTo(time.GetUtcNow() + TerminalAdapter.AgainAfter);

        Assert.False(early);
        Assert.Equal("hello", Assert.IsType<Inbound.Text>(Take().Inbound).Body);
        Assert.Equal(["ana: Not saved yet."], whispers);
    }

    [Fact]
    public async Task Shows_once_what_is_sent_twice_with_the_same_key_even_after_a_restart()
    {
        var first = await adapter.SendAsync(A.Show("k1", "#mock", A.Message("Hello")), Ct);
        Restart();

        var second = await adapter.SendAsync(A.Show("k1", "#mock", A.Message("Hello")), Ct);

        Assert.Equal(first.MessageIds, second.MessageIds);
        Assert.Single(server.Read(state => state.Places["#mock"].Messages.ToList()));
    }

    [Fact]
    public async Task Passes_over_a_torn_last_line_and_goes_on_writing()
    {
        await adapter.SendAsync(A.Show("k1", "#mock", A.Message("whole")), Ct);
        Close();
        File.AppendAllText(FilePath, "{\"fact\":\"shown\",\"mess", Encoding.UTF8);

        Open();
        await adapter.SendAsync(A.Show("k2", "#mock", A.Message("after")), Ct);
        Restart();

        Assert.Equal(["whole", "after"], Texts("#mock"));
        Assert.Equal(0, server.DamagedLines);
    }

    [Fact]
    public async Task Counts_a_damaged_line_in_the_middle_and_keeps_the_others()
    {
        await adapter.SendAsync(A.Show("k1", "#mock", A.Message("one")), Ct);
        Close();
        File.AppendAllText(FilePath, "{ damaged }\n");
        Open();
        await adapter.SendAsync(A.Show("k2", "#mock", A.Message("two")), Ct);

        Restart();

        Assert.Equal(["one", "two"], Texts("#mock"));
        Assert.Equal(1, server.DamagedLines);
    }

    [Fact]
    public void Refuses_a_second_process_on_the_same_folder() =>
        Assert.ThrowsAny<IOException>(() => TerminalServer.Open(folder.Path, time));

    [Fact]
    public async Task Lets_nobody_else_see_or_press_a_private_line()
    {
        await adapter.SendAsync(A.Show("k1", "#mock", A.Message("psst", A.Button("Yes")), only: "ana"), Ct);

        Assert.NotNull(A.Hands(server).Find("ana", "yes"));
        Assert.Null(A.Hands(server).Find("bob", "yes"));
    }

    [Fact]
    public async Task Takes_the_controls_from_the_older_message()
    {
        var old = await adapter.SendAsync(A.Show("k1", "#mock", A.Message("old", A.Button("Done"))), Ct);

        await adapter.SendAsync(A.Show("k2", "#mock", A.Message("new", A.Button("Next")), strip: new(A.Place("#mock"), old.MessageIds, A.Message("old"))), Ct);

        Assert.Null(A.Hands(server).Find("ana", "Done"));
        Assert.NotNull(A.Hands(server).Find("ana", "Next"));
    }

    [Fact]
    public async Task Changes_a_message_in_place()
    {
        var card = await adapter.SendAsync(A.Show("k1", "#mock", A.Message("before")), Ct);

        var changed = await adapter.SendAsync(A.Show("k2", "#mock", A.Message("after"), replaces: [.. card.MessageIds]), Ct);

        Assert.Equal(card.MessageIds, changed.MessageIds);
        Assert.Equal(["after"], Texts("#mock"));
    }

    [Fact]
    public async Task Opens_a_thread_once_and_takes_the_person_there()
    {
        var first = await adapter.SendAsync(A.Do("k1", A.Thread("#mock", "Ana: homepage rows!", "ana")), Ct);
        var again = await adapter.SendAsync(A.Do("k1", A.Thread("#mock", "Ana: homepage rows!", "ana")), Ct);
        var other = await adapter.SendAsync(A.Do("k2", A.Thread("#mock/ana-homepage-rows", "Ana: homepage rows!", "bob")), Ct);

        Assert.Equal(A.Place("#mock/ana-homepage-rows"), first.Place);
        Assert.Equal(first.Place, again.Place);
        Assert.Equal(A.Place("#mock/ana-homepage-rows-2"), other.Place);
        Assert.Equal("#mock/ana-homepage-rows", A.Hands(server).HomeOf("ana"));
    }

    [Fact]
    public async Task Keeps_a_private_thread_from_those_who_were_not_invited()
    {
        var thread = A.Thread("#mock", "quiet", "ana") with { Openness = Openness.Private };
        await adapter.SendAsync(A.Do("k1", thread), Ct);
        await adapter.SendAsync(A.Show("k2", "#mock/quiet", A.Message("x", A.Button("Done"))), Ct);

        Assert.NotNull(A.Hands(server).Find("ana", "Done"));
        Assert.Null(A.Hands(server).Find("bob", "Done"));
        Assert.Null(A.Hands(server).FindPlace("bob", "#mock/quiet").Place);
    }

    [Fact]
    public async Task Refuses_direct_messages_where_they_are_closed()
    {
        A.Hands(server).CloseDms("ana");

        var failed = await Assert.ThrowsAsync<SendException>(() => adapter.SendAsync(A.Dm("k1", "ana", A.Message("hi")), Ct));

        Assert.Equal(SendFault.DmClosed, failed.Fault);
    }

    [Fact]
    public async Task Says_that_a_deleted_place_is_gone()
    {
        await adapter.SendAsync(A.Do("k1", A.Thread("#mock", "short", "ana")), Ct);
        A.Hands(server).RemovePlace("#mock/short");

        var failed = await Assert.ThrowsAsync<SendException>(() => adapter.SendAsync(A.Show("k2", "#mock/short", A.Message("hi")), Ct));

        Assert.Equal(SendFault.PlaceGone, failed.Fault);
    }

    [Fact]
    public async Task Answers_a_form_to_the_one_whose_command_it_answers()
    {
        await A.Hands(server).SayAsync("ana", "#mock", "/mock start minutes:20", Ct);
        var command = Take().Inbound;
        await adapter.SendAsync(A.Do("k1", new Effect.OpenForm(new("tok", "Scores", [new("impact", "Impact", true, 10)])), inReplyTo: command.From.DeliveryId), Ct);

        var complaint = A.Hands(server).Fill("ana", [new("Impact", "4")]);

        Assert.Null(complaint);
        Assert.Equal([new Argument("impact", "4")], Assert.IsType<Inbound.Form>(Take().Inbound).Fields);
        Assert.Equal("no form is open for ana", A.Hands(server).Fill("ana", []));
    }

    [Fact]
    public async Task Takes_no_text_in_a_closed_thread_and_says_so()
    {
        var whispers = new List<string>();
        server.Whispered += whisper => whispers.Add(whisper.Text);
        await adapter.SendAsync(A.Do("k1", A.Thread("#mock", "over", "ana")), Ct);
        await adapter.SendAsync(A.Do("k2", new Effect.ClosePlace(), "#mock/over"), Ct);

        A.Hands(server).Say("ana", "#mock/over", "one more thing");

        Assert.False(adapter.TryTake(out _));
        Assert.Contains("closed", Assert.Single(whispers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_a_command_from_a_closed_thread_to_its_channel()
    {
        await adapter.SendAsync(A.Do("k1", A.Thread("#mock", "over", "ana")), Ct);
        await adapter.SendAsync(A.Do("k2", new Effect.ClosePlace(), "#mock/over"), Ct);

        await A.Hands(server).SayAsync("ana", "#mock/over", "/mock start", Ct);

        Assert.Equal(A.Place("#mock"), Take().Inbound.From.Place);
    }

    [Fact]
    public void Sends_a_long_text_as_a_file()
    {
        A.Hands(server).Say("ana", "#mock", new string('x', TerminalHands.MaxText + 1));

        var attached = Assert.IsType<Inbound.Attached>(Take().Inbound);

        Assert.Equal("paste.txt", attached.FileName);
    }

    [Fact]
    public async Task Answers_look_ups_and_complaints_without_a_delivery()
    {
        await A.Hands(server).SayAsync("ana", "#mock", "/help", Ct);
        await A.Hands(server).SayAsync("ana", "#mock", "/hlep", Ct);

        Assert.False(adapter.TryTake(out _));
        Assert.Equal(["About help."], Texts("#mock"));
    }

    [Fact]
    public void Delivers_edits_and_deletions_of_the_last_message()
    {
        var hands = A.Hands(server);
        hands.Say("ana", "#mock", "frist");
        hands.Edit("ana", "first");
        hands.Delete("ana");

        Take();
        Assert.Equal("first", Assert.IsType<Inbound.Edited>(Take().Inbound).Body);
        Assert.Equal("m1", Assert.IsType<Inbound.Deleted>(Take().Inbound).MessageId);
        Assert.Equal("ana has no message to change", hands.Delete("ana"));
    }

    [Fact]
    public void Knows_a_person_in_a_direct_message_by_no_group()
    {
        A.Hands(server).Say("ana", "@ana", "hello");

        Assert.Null(Take().Inbound.From.Person.Group);
    }

    [Fact]
    public void Keeps_the_newest_messages_of_a_place_in_memory()
    {
        for (var at = 0; at < TerminalPlace.MaxMessages + 5; at++)
        {
            A.Hands(server).Say("ana", "#mock", $"message {at}");
            server.Record(state => new TerminalFact.Settled(server.Now, state.LastNumber));
        }

        Restart();

        Assert.Equal(TerminalPlace.MaxMessages, Texts("#mock").Count);
        Assert.Equal("message 5", Texts("#mock")[0]);
    }

    private Delivery Take()
    {
        Assert.True(adapter.TryTake(out var delivery));
        return delivery;
    }

    private List<string> Texts(string place) => server.Read(state => state.Places[place].Messages.Select(message => message.Sheet.Text).ToList());

    private void Restart()
    {
        Close();
        Open();
    }

    private void Close()
    {
        adapter.Dispose();
        server.Dispose();
    }

    private void Open()
    {
        server = TerminalServer.Open(folder.Path, time);
        adapter = new(server);
    }
}
