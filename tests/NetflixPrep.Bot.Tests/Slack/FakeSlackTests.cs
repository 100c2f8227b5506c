using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using NetflixPrep.Bot.Tests.Slack.Fake;

namespace NetflixPrep.Bot.Tests.Slack;

/// <summary>The fake refuses what Slack refuses; otherwise what passes on it would prove nothing.</summary>
public sealed class FakeSlackTests
{
    private const string Ana = "U0ANA";
    private const string Room = FakeSlack.ChannelId;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [InlineData("chat.postMessage", """{"channel":"C0PRACTICE","text":"Hello."}""", "ok")]
    [InlineData("chat.postMessage", """{"channel":"C0NOWHERE","text":"Hello."}""", "channel_not_found")]
    [InlineData("chat.postMessage", """{"channel":"C0OUTSIDE","text":"Hello."}""", "not_in_channel")]
    [InlineData("chat.postMessage", """{"channel":"G0SECRET","text":"Hello."}""", "channel_not_found")]
    [InlineData("chat.postMessage", """{"channel":"U0ROBOT","text":"Hello."}""", "cannot_dm_bot")]
    [InlineData("chat.postMessage", """{"channel":"U0ANA","text":"Hello."}""", "ok")]
    [InlineData("chat.postMessage", """{"channel":"C0PRACTICE"}""", "no_text")]
    [InlineData("chat.postMessage", """{"text":"Hello."}""", "invalid_arguments")]
    [InlineData("chat.postMessage", """{"channel":"C0PRACTICE","text":"Hello.","thread_ts":"1.000001"}""", "thread_not_found")]
    [InlineData("chat.postMessage", """{"channel":"C0PRACTICE","text":"Hello.","markdown_text":"Hello."}""", "markdown_text_conflict")]
    [InlineData("chat.postMessage", """{"channel":"C0PRACTICE","text":"Hello.","blocks":"[{"}""", "invalid_blocks_format")]
    [InlineData("chat.postMessage", """{"channel":"C0PRACTICE","text":"Hello.","blocks":[{"type":"section"}]}""", "invalid_blocks")]
    [InlineData("chat.postMessage", """{"channel":"C0PRACTICE","text":"Hello.","metadata":{"event_type":"a"}}""", "invalid_metadata_format")]
    [InlineData("chat.update", """{"channel":"C0PRACTICE","ts":"1.000001","text":"Hello."}""", "message_not_found")]
    [InlineData("chat.update", """{"channel":"U0ANA","ts":"1.000001","text":"Hello."}""", "channel_not_found")]
    [InlineData("chat.delete", """{"channel":"C0PRACTICE","ts":"1.000001"}""", "message_not_found")]
    [InlineData("chat.postEphemeral", """{"channel":"C0PRACTICE","user":"U0NOBODY","text":"Hello."}""", "user_not_found")]
    [InlineData("conversations.open", """{"users":"U0NOBODY"}""", "user_not_found")]
    [InlineData("conversations.open", """{"users":"U0ROBOT"}""", "cannot_dm_bot")]
    [InlineData("conversations.replies", """{"channel":"C0PRACTICE","ts":"1.000001"}""", "thread_not_found")]
    [InlineData("users.info", """{"user":"U0NOBODY"}""", "user_not_found")]
    [InlineData("reactions.add", """{"channel":"C0PRACTICE","timestamp":"1.000001","name":"tick"}""", "message_not_found")]
    [InlineData("reactions.add", """{"channel":"C0PRACTICE","timestamp":"1.000001","name":"✅"}""", "invalid_name")]
    [InlineData("views.open", """{"trigger_id":"x","view":{"type":"modal","title":{"type":"plain_text","text":"A"},"blocks":[{"type":"divider"}]}}""", "invalid_trigger_id")]
    [InlineData("views.publish", """{"user_id":"U0ANA","view":{"type":"modal"}}""", "invalid_arguments")]
    [InlineData("views.update", """{"view_id":"V1","view":{"type":"home","blocks":[{"type":"divider"}]}}""", "not_found")]
    [InlineData("files.completeUploadExternal", """{"files":[{"id":"F1"}]}""", "file_not_found")]
    [InlineData("chat.shout", "{}", "unknown_method")]
    public async Task A_call_is_answered_in_slacks_words(string method, string args, string said)
    {
        await using var slack = await WithPeopleAsync();
        using var bot = new BareBot(slack);

        Assert.Equal(said, await bot.AskAsync(method, args));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("auth.test", "xoxb-wrong", "invalid_auth")]
    [InlineData("auth.test", "xapp-fake-for-tests", "not_allowed_token_type")]
    [InlineData("apps.connections.open", "xoxb-fake-for-tests", "not_allowed_token_type")]
    public async Task A_call_needs_the_right_token(string method, string token, string said)
    {
        await using var slack = await WithPeopleAsync();
        using var bot = new BareBot(slack);

        Assert.Equal(said, (string?)(await bot.CallAsync(method, token: token))["error"]);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("chat:write", "chat.postMessage", """{"channel":"C0PRACTICE","text":"Hello."}""")]
    [InlineData("im:write", "conversations.open", """{"users":"U0ANA"}""")]
    [InlineData("channels:history", "conversations.history", """{"channel":"C0PRACTICE"}""")]
    [InlineData("im:history", "conversations.history", """{"channel":"D00ANA"}""")]
    [InlineData("users:read", "users.info", """{"user":"U0ANA"}""")]
    [InlineData("reactions:write", "reactions.add", """{"channel":"C0PRACTICE","timestamp":"1.1","name":"tick"}""")]
    [InlineData("files:write", "files.getUploadURLExternal", """{"filename":"a.txt","length":"1"}""")]
    public async Task What_the_app_has_no_scope_for_is_refused(string scope, string method, string args)
    {
        await using var slack = await WithPeopleAsync();
        slack.Dm(Ana);
        slack.Scopes.Remove(scope);
        using var bot = new BareBot(slack);

        var answer = await bot.CallAsync(method, (JsonObject)JsonNode.Parse(args)!);

        Assert.Equal(("missing_scope", scope), ((string?)answer["error"], (string?)answer["needed"]));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("""{"channel":"C0PRACTICE","text":"Hello.","colour":"red"}""", "does not know")]
    [InlineData("""{"channel":"C0PRACTICE","blocks":[{"type":"divider"}]}""", "screen reader")]
    [InlineData("""{"channel":"C0PRACTICE","text":"Hello <!channel>"}""", "pings everybody")]
    [InlineData("""{"channel":"C0PRACTICE","text":"Hello.","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"<!here>"}}]}""", "pings everybody")]
    [InlineData("""{"channel":"C0PRACTICE","text":"Hello.","blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"broadcast","range":"here"}]}]}]}""", "pings everybody")]
    [InlineData("""{"channel":"C0PRACTICE","text":"Hello.","parse":"full"}""", "plain words")]
    [InlineData("""{"channel":"C0PRACTICE","text":"You said: go and ask <@U0BEN> about it"}""", "somebody typed")]
    public async Task What_slack_lets_pass_but_people_mind_is_written_down(string args, string violation)
    {
        await using var slack = await WithPeopleAsync();
        slack.AddPerson("ben");
        slack.BotIsAway = true;
        await slack.SayAsync(Ana, Room, "go and ask @ben about it");
        using var bot = new BareBot(slack);

        Assert.Equal("ok", await bot.AskAsync("chat.postMessage", args));

        Assert.Contains(violation, Assert.Single(slack.Violations), StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("You said: go and ask &lt;@U0BEN&gt; about it")]
    [InlineData("<@U0ANA> it is your turn")]
    [InlineData("&lt;!channel&gt;")]
    public async Task What_pings_nobody_by_accident_is_not(string text)
    {
        await using var slack = await WithPeopleAsync();
        slack.AddPerson("ben");
        slack.BotIsAway = true;
        await slack.SayAsync(Ana, Room, "go and ask @ben about it");
        using var bot = new BareBot(slack);

        await bot.CallAsync("chat.postMessage", new() { ["channel"] = Room, ["text"] = text });

        Assert.Empty(slack.Violations);
    }

    [Fact(Timeout = 60_000)]
    public async Task More_than_a_message_a_second_for_long_is_written_down()
    {
        var time = new ManualTime();
        await using var slack = await FakeSlack.StartAsync(time);
        using var bot = new BareBot(slack);
        Task Post() => bot.CallAsync("chat.postMessage", new() { ["channel"] = Room, ["text"] = "Hello." });
        foreach (var _ in Enumerable.Range(0, slack.PostBurst)) await Post();
        time.Advance(TimeSpan.FromSeconds(1));
        await Post();
        var calm = slack.Violations.Count;

        await Post();

        Assert.Equal((0, 1), (calm, slack.Violations.Count));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_update_keeps_metadata_loses_blocks_and_takes_4000_characters()
    {
        await using var slack = await WithPeopleAsync();
        using var bot = new BareBot(slack);
        var posted = await bot.CallAsync("chat.postMessage", (JsonObject)JsonNode.Parse("""{"channel":"C0PRACTICE","text":"Hello.","blocks":[{"type":"divider"}],"metadata":{"event_type":"a","event_payload":{"key":"b"}}}""")!);
        JsonObject With(int length) => new() { ["channel"] = Room, ["ts"] = (string)posted["ts"]!, ["text"] = new string('x', length) };

        var fits = await bot.CallAsync("chat.update", With(4000));
        var over = await bot.CallAsync("chat.update", With(4001));

        var message = slack.Sees(Ana, Room).Single();
        Assert.Equal((true, "msg_too_long"), ((bool)fits["ok"]!, (string?)over["error"]));
        Assert.Equal((4000, 0, "b", true), (message.Text.Length, message.Blocks.Count, (string?)message.Metadata!["event_payload"]!["key"], message.Edited));
    }

    [Fact(Timeout = 60_000)]
    public async Task Only_its_own_messages_can_be_changed_by_the_bot()
    {
        await using var slack = await WithPeopleAsync();
        slack.BotIsAway = true;
        using var bot = new BareBot(slack);
        var ts = await slack.SayAsync(Ana, Room, "mine");

        Assert.Equal("cant_update_message", await bot.AskAsync("chat.update", $$"""{"channel":"{{Room}}","ts":"{{ts}}","text":"a"}"""));
        Assert.Equal("cant_delete_message", await bot.AskAsync("chat.delete", $$"""{"channel":"{{Room}}","ts":"{{ts}}"}"""));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_reaction_stands_once()
    {
        await using var slack = await WithPeopleAsync();
        slack.BotIsAway = true;
        using var bot = new BareBot(slack);
        var reaction = $$"""{"channel":"{{Room}}","timestamp":"{{await slack.SayAsync(Ana, Room, "hello")}}","name":"white_check_mark"}""";

        Assert.Equal("ok", await bot.AskAsync("reactions.add", reaction));
        Assert.Equal("already_reacted", await bot.AskAsync("reactions.add", reaction));
        Assert.Equal("ok", await bot.AskAsync("reactions.remove", reaction));
        Assert.Equal("no_reaction", await bot.AskAsync("reactions.remove", reaction));
    }

    [Fact(Timeout = 60_000)]
    public async Task Replies_show_metadata_when_asked_and_ephemerals_never()
    {
        await using var slack = await WithPeopleAsync();
        using var bot = new BareBot(slack);
        var parent = (string)(await bot.CallAsync("chat.postMessage", new() { ["channel"] = Room, ["text"] = "Parent." }))["ts"]!;
        await bot.CallAsync("chat.postMessage", (JsonObject)JsonNode.Parse($$"""{"channel":"{{Room}}","thread_ts":"{{parent}}","text":"Reply.","metadata":{"event_type":"a","event_payload":{"key":"b"} } }""")!);
        await bot.CallAsync("chat.postEphemeral", new() { ["channel"] = Room, ["thread_ts"] = parent, ["user"] = Ana, ["text"] = "For you." });

        var asked = (await bot.CallAsync("conversations.replies", new() { ["channel"] = Room, ["ts"] = parent, ["include_all_metadata"] = true }))["messages"]!.AsArray();
        var unasked = (await bot.CallAsync("conversations.replies", new() { ["channel"] = Room, ["ts"] = parent }))["messages"]!.AsArray();

        Assert.Equal(["Parent.", "Reply."], asked.Select(message => (string)message!["text"]!));
        Assert.Equal(("b", null), ((string?)asked[1]!["metadata"]!["event_payload"]!["key"], (string?)unasked[1]!["metadata"]));
        Assert.Equal(["Parent.", "Reply.", "For you."], slack.Sees(Ana, $"{Room}:{parent}").Select(message => message.Text));
        Assert.Equal(["Parent."], slack.Sees("U0BEN", Room).Select(message => message.Text));
    }

    [Fact(Timeout = 60_000)]
    public async Task Reads_do_not_take_json()
    {
        await using var slack = await WithPeopleAsync();
        using var http = new HttpClient { BaseAddress = slack.ApiBaseUrl };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", slack.BotToken);
        using var json = new StringContent("""{"user":"U0ANA"}""", Encoding.UTF8, "application/json");

        var posted = await (await http.PostAsync("users.info", json, Ct)).Content.ReadAsStringAsync(Ct);
        var got = await http.GetStringAsync("users.info?user=U0ANA", Ct);

        Assert.Contains("invalid_arguments", posted, StringComparison.Ordinal);
        Assert.Contains("Europe/Berlin", got, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_file_goes_up_in_three_steps_and_comes_down_for_who_may_read_it()
    {
        await using var slack = await WithPeopleAsync();
        using var bot = new BareBot(slack);
        using var http = new HttpClient();
        var step = await bot.CallAsync("files.getUploadURLExternal", new() { ["filename"] = "notes.txt", ["length"] = 5 });
        await http.PostAsync((string)step["upload_url"]!, new ByteArrayContent("notes"u8.ToArray()), Ct);
        var done = await bot.CallAsync("files.completeUploadExternal", (JsonObject)JsonNode.Parse($$"""{"files":[{"id":"{{step["file_id"]}}"}],"channel_id":"{{Room}}","initial_comment":"Here."}""")!);
        var url = (string)done["files"]![0]!["url_private"]!;

        var stranger = await http.GetStringAsync(url, Ct);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", slack.BotToken);
        var reader = await http.GetStringAsync(url, Ct);
        slack.Scopes.Remove("files:read");
        var withoutScope = await http.GetStringAsync(url, Ct);

        Assert.Equal("notes", reader);
        Assert.All([stranger, withoutScope], page => Assert.StartsWith("<html>", page, StringComparison.Ordinal));
        Assert.Equal(("Here.", 1), (slack.Sees(Ana, Room).Single().Text, slack.Sees(Ana, Room).Single().Files.Count));
    }

    [Fact(Timeout = 60_000)]
    public async Task Above_its_tier_a_method_is_limited_when_a_test_asks_for_it()
    {
        await using var slack = await WithPeopleAsync();
        slack.KeepsTiers = true;
        using var bot = new BareBot(slack);
        foreach (var _ in Enumerable.Range(0, 20)) await bot.CallAsync("apps.connections.open");

        using var over = await bot.SendAsync("apps.connections.open");
        using var other = await bot.SendAsync("auth.test");

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(60), HttpStatusCode.OK), (over.StatusCode, over.Headers.RetryAfter!.Delta, other.StatusCode));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_was_deleted_under_its_replies_stays_as_a_tombstone()
    {
        await using var slack = await WithPeopleAsync();
        slack.BotIsAway = true;
        var parent = await slack.SayAsync(Ana, Room, "parent");
        await slack.SayAsync(Ana, $"{Room}:{parent}", "reply");

        await slack.DeleteAsync(Ana, Room, parent);

        var said = slack.Envelopes[^1].Payload["event"]!;
        Assert.Equal(("message_changed", "tombstone"), ((string?)said["subtype"], (string?)said["message"]!["subtype"]));
        Assert.True(slack.Sees(Ana, Room).Single().IsTombstone);
    }

    private static async Task<FakeSlack> WithPeopleAsync()
    {
        var slack = await FakeSlack.StartAsync(new ManualTime());
        slack.AddPerson("ana", "Europe/Berlin");
        slack.AddPerson("robot", bot: true);
        slack.AddChannel("outside", withBot: false);
        slack.AddChannel("secret", isPrivate: true, withBot: false);
        return slack;
    }
}
