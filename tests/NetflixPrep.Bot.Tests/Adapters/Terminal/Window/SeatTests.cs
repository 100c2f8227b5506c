using NetflixPrep.Bot.Adapters.Terminal;
using NetflixPrep.Bot.Adapters.Terminal.Script;
using NetflixPrep.Bot.Adapters.Terminal.Window;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Adapters.Terminal.Window;

public sealed class SeatTests : IDisposable
{
    private readonly TerminalFolder folder = new();
    private readonly TerminalServer server;
    private readonly TerminalAdapter adapter;
    private readonly List<string> said = [];
    private readonly Seat seat;

    public SeatTests()
    {
        server = TerminalServer.Open(folder.Path, new VirtualTime(VirtualTime.Beginning));
        adapter = new(server);
        seat = new(A.Hands(server), new() { Person = "ana", SampleCommand = "/mock start minutes:5" }, said.Add);
        server.Happened += notice => seat.Sees(notice);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        adapter.Dispose();
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Sends_the_sample_on_a_bare_enter_at_the_very_beginning_only()
    {
        await seat.EnterAsync("", Ct);
        await seat.EnterAsync("", Ct);

        Assert.Equal("mock start", Assert.IsType<Inbound.Command>(Assert.Single(Inbounds())).Verb);
    }

    [Fact]
    public async Task Presses_a_choice_by_its_number_and_sends_other_numbers_as_messages()
    {
        await adapter.SendAsync(A.Show("k1", "#mock", A.Message("Ready?", A.Button("Begin"), A.Button("Change"))), Ct);

        await seat.EnterAsync("2", Ct);
        await seat.EnterAsync("300", Ct);

        Assert.Equal(["token-Change", "300"], Inbounds().Select(inbound => (inbound as Inbound.Choice)?.Token ?? ((Inbound.Text)inbound).Body));
    }

    [Fact]
    public async Task What_somebody_else_presses_on_a_line_of_their_own_is_not_seen()
    {
        var seen = new List<string>();
        server.Happened += notice =>
        {
            if (notice.Fact is TerminalFact.Acted { Deed: Deed.Press press } && seat.Sees(notice)) seen.Add(press.Label);
        };
        await adapter.SendAsync(A.Show("k1", "#mock", A.Message("For all", A.Button("Begin"))), Ct);
        await adapter.SendAsync(A.Show("k2", "#mock", A.Message("For ben", A.Button("Held")), only: "ben"), Ct);

        foreach (var label in new[] { "Held", "Begin" })
        {
            var (message, control) = A.Hands(server).Find("ben", label)!.Value;
            A.Hands(server).Press("ben", message, control);
        }

        Assert.Equal(["Begin"], seen);
    }

    [Fact]
    public async Task Goes_to_the_thread_that_was_opened_for_the_person()
    {
        await adapter.SendAsync(A.Do("k1", A.Thread("#mock", "rows", "ana")), Ct);

        Assert.Equal("[09:00] #mock/rows ana> ", seat.Prompt);
    }

    [Fact]
    public async Task Counts_what_is_new_elsewhere_until_it_is_looked_at()
    {
        await adapter.SendAsync(A.Dm("k1", "ana", A.Message("one")), Ct);
        await adapter.SendAsync(A.Dm("k2", "ana", A.Message("two")), Ct);
        await adapter.SendAsync(A.Dm("k3", "bob", A.Message("not for ana")), Ct);
        var before = seat.Prompt;

        await seat.EnterAsync("/go @ana", Ct);

        Assert.Equal("[09:00 · 2 new in @ana] #mock ana> ", before);
        Assert.Equal("[09:00] @ana ana> ", seat.Prompt);
    }

    [Fact]
    public async Task Fills_a_form_one_input_at_a_time()
    {
        await OpenFormAsync();

        await seat.EnterAsync("7", Ct);
        await seat.EnterAsync("2", Ct);
        await seat.EnterAsync("", Ct);

        Assert.Equal([new("impact", "3"), new("note", "as before")], Assert.IsType<Inbound.Form>(Assert.Single(Inbounds())).Fields);
        Assert.Equal(
            ["Scores, 1 of 2: Impact", "  1 [vague]", "  2 [solid]", "Impact is one of vague, solid.", "Scores, 2 of 2: Note (optional)", "Enter keeps \"as before\"."], said);
    }

    [Fact]
    public async Task Leaves_a_form_without_sending_it()
    {
        await OpenFormAsync();

        await seat.EnterAsync("/cancel", Ct);

        Assert.Empty(Inbounds());
        Assert.Equal("[09:00] #mock ana> ", seat.Prompt);
    }

    [Fact]
    public async Task Stops_showing_a_clock_when_its_session_is_over()
    {
        var clock = A.Message("Question") with { Countdown = new(VirtualTime.Beginning.AddMinutes(20), TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(20)) };
        await adapter.SendAsync(A.Show("k1", "#mock", clock), Ct);
        var running = seat.Prompt;

        await adapter.SendAsync(A.Do("k2", new Effect.ClosePlace(), "#mock"), Ct);

        Assert.Equal("[09:00 · 20 min left] #mock ana> ", running);
        Assert.Equal("[09:00] #mock ana> ", seat.Prompt);
    }

    [Fact]
    public async Task Sits_down_as_somebody_else()
    {
        await seat.EnterAsync("/as Bob", Ct);
        await seat.EnterAsync("hello", Ct);

        Assert.Equal("bob", Assert.Single(Inbounds()).From.Person.User);
    }

    [Fact]
    public async Task Serves_a_pipe_with_the_same_words()
    {
        await adapter.SendAsync(A.Show("k1", "#mock", A.Message("Ready?", A.Button("Begin"))), Ct);
        await using var output = new StringWriter();
        using var input = new StringReader("1\n```\nx = 1\n```\n/hlep\n");

        await new PlainWindow(A.Hands(server), new() { Person = "ana", Greeting = "Welcome." }, input, output).RunAsync(Ct);

        Assert.Equal(
            """
            Welcome.
            -- Monday 5 January 2026 --
            09:00 #mock  ana: [Begin]
            09:00 #mock  ana: ```
                  x = 1
                  ```
            09:00 #mock  ana: /hlep
            09:00 #mock  bot (only ana): There is no /hlep. Did you mean /help?

            """.ReplaceLineEndings("\n"), output.ToString().ReplaceLineEndings("\n"));
    }

    private async Task OpenFormAsync()
    {
        A.Hands(server).Say("ana", "#mock", "x");
        var cause = Assert.Single(Inbounds()).From.DeliveryId;
        var form = new Form("tok", "Scores", [
            new("impact", "Impact", true, 10) { Options = [new("vague", "1"), new("solid", "3")] },
            new("note", "Note", false, 100) { Value = "as before" }]);
        await adapter.SendAsync(A.Do("form", new Effect.OpenForm(form), inReplyTo: cause), Ct);
    }

    private List<Inbound> Inbounds()
    {
        var all = new List<Inbound>();
        while (adapter.TryTake(out var delivery)) all.Add(delivery.Inbound);
        return all;
    }
}
