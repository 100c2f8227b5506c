using System.Net;
using System.Text.Json.Nodes;
using NetflixPrep.Bot.Tests.Slack.Fake;

namespace NetflixPrep.Bot.Tests.Slack;

/// <summary>Buttons, forms, home tabs and the handles that they give: each for as long, and as often, as Slack says.</summary>
public sealed class FakeSlackHandsTests
{
    private const string Ana = "U0ANA";
    private const string Room = FakeSlack.ChannelId;

    private const string AForm = """
        {"type":"modal","callback_id":"f","title":{"type":"plain_text","text":"A form"},"submit":{"type":"plain_text","text":"Send"},"notify_on_close":true,"blocks":[
        {"type":"input","block_id":"why","label":{"type":"plain_text","text":"Why"},"element":{"type":"plain_text_input","action_id":"text","max_length":10}},
        {"type":"input","block_id":"round","optional":true,"label":{"type":"plain_text","text":"Round"},"element":{"type":"static_select","action_id":"pick","options":[{"text":{"type":"plain_text","text":"Coding"},"value":"c"},{"text":{"type":"plain_text","text":"Design"},"value":"d"}]}}]}
        """;

    [Fact(Timeout = 60_000)]
    public async Task A_trigger_opens_one_form_within_three_seconds()
    {
        var time = new ManualTime();
        await using var slack = await FakeSlack.StartAsync(time);
        using var bot = new BareBot(slack);
        var socket = await bot.ConnectAsync();
        var first = await OpenAsync(slack, bot, socket);
        var again = await bot.AskAsync("views.open", $$"""{"trigger_id":"{{first}}","view":{{AForm}}}""");
        var late = await slack.SlashAsync(Ana, Room, "start");
        await socket.AckAsync(await socket.NextAsync());
        await slack.SettledAsync();

        time.Advance(FakeSlack.TriggerLife);

        Assert.Equal(("exchanged_trigger_id", "A form"), (again, slack.Form(Ana)!.Title));
        Assert.Equal("expired_trigger_id", await bot.AskAsync("views.open", $$"""{"trigger_id":"{{late.Payload["trigger_id"]}}","view":{{AForm}}}"""));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(null, 0, "")]
    [InlineData("""{"response_action":"errors","errors":{"why":"Longer."}}""", 1, "A form")]
    [InlineData("""{"response_action":"clear"}""", 0, "")]
    [InlineData("""{"response_action":"update","view":{"type":"modal","title":{"type":"plain_text","text":"Next"},"blocks":[{"type":"divider"}]}}""", 0, "Next")]
    [InlineData("""{"response_action":"push","view":{"type":"modal","title":{"type":"plain_text","text":"On top"},"blocks":[{"type":"divider"}]}}""", 0, "On top")]
    public async Task A_form_goes_where_its_acknowledgement_says(string? answer, int errors, string title)
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        using var bot = new BareBot(slack);
        var socket = await bot.ConnectAsync();
        await OpenAsync(slack, bot, socket);

        await slack.SubmitAsync(Ana, ("Why", "because"), ("Round", "Design"));
        var frame = await socket.NextAsync();
        await socket.AckAsync(frame, answer);
        await slack.SettledAsync();

        var values = frame!["payload"]!["view"]!["state"]!["values"]!;
        Assert.Equal(("because", "d"), ((string?)values["why"]!["text"]!["value"], (string?)values["round"]!["pick"]!["selected_option"]!["value"]));
        Assert.Equal((title, errors), (slack.Form(Ana)?.Title ?? "", slack.Form(Ana)?.Errors.Count ?? 0));
        Assert.Empty(slack.Violations);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("""{"response_action":"errors","errors":{"elsewhere":"No."}}""")]
    [InlineData("""{"response_action":"shout"}""")]
    [InlineData("""{"response_action":"update","view":{"type":"modal"}}""")]
    public async Task A_form_cannot_be_answered_with_nonsense(string answer)
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        using var bot = new BareBot(slack);
        var socket = await bot.ConnectAsync();
        await OpenAsync(slack, bot, socket);

        await slack.SubmitAsync(Ana, ("Why", "because"));
        await socket.AckAsync(await socket.NextAsync(), answer);
        await slack.SettledAsync();

        Assert.Single(slack.Violations);
        Assert.NotNull(slack.Form(Ana));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("")]
    [InlineData("more than ten")]
    public async Task A_window_does_not_send_what_its_inputs_do_not_take(string why)
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        using var bot = new BareBot(slack);
        await OpenAsync(slack, bot, await bot.ConnectAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() => slack.SubmitAsync(Ana, ("Why", why)));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_unanswered_form_stays_and_says_that_something_went_wrong()
    {
        var time = new ManualTime();
        await using var slack = await FakeSlack.StartAsync(time);
        slack.Sockets.ChecksAcks = false;
        using var bot = new BareBot(slack);
        await OpenAsync(slack, bot, await bot.ConnectAsync());

        await slack.SubmitAsync(Ana, ("Why", "because"));
        time.Advance(FakeSlack.AckWithin);

        Assert.True(slack.Form(Ana)!.Troubled);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_update_with_an_old_hash_is_refused_and_what_was_typed_stays()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        using var bot = new BareBot(slack);
        await OpenAsync(slack, bot, await bot.ConnectAsync());
        var (id, old) = (slack.Form(Ana)!.Id, slack.Form(Ana)!.Hash);
        await slack.FillAsync(Ana, "Why", "because");
        string With(string hash) => $$"""{"view_id":"{{id}}","hash":"{{hash}}","view":{{AForm}}}""";

        var fresh = await bot.AskAsync("views.update", With(old));
        var stale = await bot.AskAsync("views.update", With(old));

        Assert.Equal(("ok", "hash_conflict"), (fresh, stale));
        Assert.Equal("because", (string?)slack.Form(Ana)!.State()["values"]!["why"]!["text"]!["value"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Three_forms_lie_on_each_other_and_no_more()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        using var bot = new BareBot(slack);
        var socket = await bot.ConnectAsync();
        const string Pushing = """{"type":"modal","title":{"type":"plain_text","text":"More"},"blocks":[{"type":"actions","elements":[{"type":"button","action_id":"p","text":{"type":"plain_text","text":"Push"}}]}]}""";
        await slack.GlobalShortcutAsync(Ana, "start");
        var trigger = (string)await TriggerAsync(socket);
        var said = new List<string> { await bot.AskAsync("views.open", $$"""{"trigger_id":"{{trigger}}","view":{{Pushing}}}""") };
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await slack.PressAsync(Ana, "Push");
            said.Add(await bot.AskAsync("views.push", $$"""{"trigger_id":"{{await TriggerAsync(socket)}}","view":{{Pushing}}}"""));
        }

        Assert.Equal(["ok", "ok", "ok", "push_limit_reached"], said);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_closed_form_tells_the_bot_when_it_asked_for_that()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        using var bot = new BareBot(slack);
        var socket = await bot.ConnectAsync();
        await OpenAsync(slack, bot, socket);

        await slack.CloseFormAsync(Ana);

        Assert.Equal("view_closed", (string?)(await socket.NextAsync())!["payload"]!["type"]);
        Assert.Null(slack.Form(Ana));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_home_is_published_for_one_person_and_pressed_while_it_is_open()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        using var bot = new BareBot(slack);
        var socket = await bot.ConnectAsync();
        await slack.OpenHomeAsync(Ana);
        var opened = await socket.NextAsync();
        await bot.AskAsync("views.publish", $$"""{"user_id":"{{Ana}}","view":{"type":"home","blocks":[{"type":"actions","elements":[{"type":"button","action_id":"s","value":"v","text":{"type":"plain_text","text":"Start"} }]}]} }""");

        await slack.PressAsync(Ana, "Start");
        var pressed = await socket.NextAsync();

        Assert.Equal(("app_home_opened", "home"), ((string?)opened!["payload"]!["event"]!["type"], (string?)opened["payload"]!["event"]!["tab"]));
        Assert.Equal(("view", "v", null), ((string?)pressed!["payload"]!["container"]!["type"], (string?)pressed["payload"]!["actions"]![0]!["value"], pressed["payload"]!["response_url"]));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_response_url_works_five_times()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        using var bot = new BareBot(slack);
        await bot.ConnectAsync();
        var url = (string)(await slack.SlashAsync(Ana, Room, "help")).Payload["response_url"]!;
        var said = new List<HttpStatusCode>();
        foreach (var number in Enumerable.Range(1, 6))
        {
            using var answer = await bot.PostAsync(url, $$"""{"response_type":"ephemeral","text":"{{number}}"}""");
            said.Add(answer.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.OK, 5), HttpStatusCode.NotFound], said);
        Assert.Equal(["1", "2", "3", "4", "5"], slack.Ephemerals(Ana).Select(message => message.Text));
        Assert.Empty(slack.Sees("U0BEN", Room));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_response_url_works_for_half_an_hour()
    {
        var time = new ManualTime();
        await using var slack = await FakeSlack.StartAsync(time);
        slack.Sockets.ChecksAcks = false;
        using var bot = new BareBot(slack);
        await bot.ConnectAsync();
        var url = (string)(await slack.SlashAsync(Ana, Room, "help")).Payload["response_url"]!;

        time.Advance(FakeSlack.UrlLife);
        using var answer = await bot.PostAsync(url, """{"response_type":"ephemeral","text":"Late."}""");

        Assert.Contains("expired_url", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_menu_on_a_message_sends_its_option()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        using var bot = new BareBot(slack);
        var socket = await bot.ConnectAsync();
        await bot.CallAsync("chat.postMessage", (JsonObject)JsonNode.Parse("""{"channel":"C0PRACTICE","text":"Choose.","blocks":[{"type":"actions","elements":[{"type":"static_select","action_id":"r","placeholder":{"type":"plain_text","text":"Round"},"options":[{"text":{"type":"plain_text","text":"Coding"},"value":"c"}]}]}]}""")!);
        await socket.NextAsync(); // the bot hears itself

        await slack.ChooseAsync(Ana, "Round", "Coding");
        var action = (await socket.NextAsync())!["payload"]!["actions"]![0]!;

        Assert.Equal(("static_select", "c"), ((string?)action["type"], (string?)action["selected_option"]!["value"]));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_command_cannot_be_used_in_a_thread()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        slack.BotIsAway = true;
        var parent = await slack.SayAsync(Ana, Room, "parent");

        await Assert.ThrowsAsync<InvalidOperationException>(() => slack.SlashAsync(Ana, $"{Room}:{parent}", "start"));
    }

    private static async Task<string> OpenAsync(FakeSlack slack, BareBot bot, BareSocket socket)
    {
        var command = await slack.SlashAsync(Ana, Room, "start");
        await socket.AckAsync(await socket.NextAsync());
        await slack.SettledAsync();
        var trigger = (string)command.Payload["trigger_id"]!;
        Assert.Equal("ok", await bot.AskAsync("views.open", $$"""{"trigger_id":"{{trigger}}","view":{{AForm}}}"""));
        return trigger;
    }

    private static async Task<string> TriggerAsync(BareSocket socket)
    {
        var frame = await socket.NextAsync();
        await socket.AckAsync(frame);
        return (string)frame!["payload"]!["trigger_id"]!;
    }
}
