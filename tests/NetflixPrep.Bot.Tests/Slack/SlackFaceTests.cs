using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Adapters.Slack;
using NetflixPrep.Bot.Tests.Slack.Fake;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Slack;

/// <summary>What people meet: App Home, shortcuts, forms, private lines, places, files.</summary>
public sealed class SlackFaceTests
{
    private const string Ana = SlackRig.Ana;

    private static readonly PersonId AnaHere = SlackRig.Person(Ana);

    [Fact(Timeout = 60_000)]
    public async Task App_Home_shows_the_session_and_is_current()
    {
        await using var rig = await SlackRig.LiveAsync();
        rig.Lookups.Status = new(Prose.Markdown("Coding: 12 minutes left.")) { Controls = [new Control.Button("Done", "done-token", Tone.Main)] };
        await rig.Fake.OpenHomeAsync(Ana);
        await rig.Fake.UntilAsync(() => rig.Fake.Home(Ana) is not null);
        var first = SlackEyes.Read(rig.Fake.Home(Ana)!);

        rig.Lookups.Status = new(Prose.Markdown("Coding: 2 minutes left."));
        await rig.ShowAsync(new(Prose.Markdown("Two minutes left.")), only: null, place: (await rig.SendAsync(new Effect.OpenPlace(SlackRig.Practice, "Mock", Openness.Dm, [AnaHere]), "k")).Place);
        await rig.Fake.UntilAsync(() => SlackEyes.Read(rig.Fake.Home(Ana)!).Contains("2 minutes left", StringComparison.Ordinal));

        Assert.Contains("12 minutes left", first, StringComparison.Ordinal);
        Assert.Contains("What I can do", first, StringComparison.Ordinal);
        Assert.Contains("/mock start", first, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_button_in_App_Home_acts_in_the_direct_messages()
    {
        await using var rig = await SlackRig.LiveAsync();
        rig.Lookups.Status = new(Prose.Markdown("Coding.")) { Controls = [new Control.Button("Done", "done-token")] };
        await rig.Fake.OpenHomeAsync(Ana);
        await rig.Fake.UntilAsync(() => rig.Fake.Home(Ana) is not null);

        await rig.Fake.PressAsync(Ana, "Done");
        var press = Assert.IsType<Inbound.Choice>(await rig.NextAsync());

        Assert.Equal(("done-token", rig.Fake.Dm(Ana)), (press.Token, press.From.Place.Place));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mock_begins_from_App_Home_or_a_shortcut_by_a_form(bool home)
    {
        await using var rig = await SlackRig.LiveAsync();
        if (home)
        {
            await rig.Fake.OpenHomeAsync(Ana);
            await rig.Fake.UntilAsync(() => rig.Fake.Home(Ana) is not null);
            await rig.Fake.PressAsync(Ana, "Begin a Mock");
        }
        else
        {
            await rig.Fake.GlobalShortcutAsync(Ana, "mi_start");
        }
        await rig.Fake.UntilAsync(() => rig.Fake.Form(Ana) is not null);

        await rig.Fake.SubmitAsync(Ana, ("round", "Coding"), ("minutes", "500"));
        await rig.Fake.UntilAsync(() => rig.Fake.Form(Ana)!.Errors.ContainsKey("minutes"));
        await rig.Fake.SubmitAsync(Ana, ("minutes", "20"));
        var command = Assert.IsType<Inbound.Command>(await rig.NextAsync());
        await rig.Fake.UntilAsync(() => rig.Fake.Form(Ana) is null);

        Assert.Equal("mock start", command.Verb);
        Assert.Equal([new("round", "coding"), new("minutes", "20")], command.Arguments);
        Assert.Equal((rig.Fake.Dm(Ana), null), (command.From.Place.Place, command.From.Person.Group));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_message_shortcut_shows_the_controls_in_its_thread()
    {
        await using var rig = await SlackRig.LiveAsync();
        var home = (await rig.SendAsync(new Effect.OpenPlace(SlackRig.Practice, "Mock", Openness.Public, [AnaHere]), "k")).Place!.Value;
        var shown = await rig.ShowAsync(new(Prose.Markdown("Question")), "k-2", home);
        rig.Lookups.Status = new(Prose.Markdown("Coding: 12 minutes left.")) { Controls = [new Control.Button("Done", "done-token")] };

        await rig.Fake.MessageShortcutAsync(Ana, home.Place, shown.MessageIds[0], "mi_controls");
        await rig.Fake.UntilAsync(() => rig.Fake.Ephemerals(Ana).Count == 1);

        var line = rig.Fake.Ephemerals(Ana)[0];
        Assert.Equal((home.Place.Split(':')[1], "Done"), (line.ThreadTs, FakeControls.Of(line).Single().Label));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_press_on_a_private_line_is_answered_in_its_place()
    {
        await using var rig = await SlackRig.LiveAsync();
        await rig.ShowAsync(new(Prose.Markdown("Card")) { Controls = [new Control.Button("More", "more-token")] });
        await rig.Fake.PressAsync(Ana, "More");
        var more = await rig.NextAsync(answered: true);
        await rig.ShowAsync(new(Prose.Markdown("What else")) { Controls = [new Control.Button("Stop", "stop-token", Tone.Danger)] }, "k-2", inReplyTo: more.From.DeliveryId, only: AnaHere);
        await rig.Fake.PressAsync(Ana, "Stop");
        var stop = await rig.NextAsync(answered: true);

        await rig.ShowAsync(new(Prose.Markdown("Sure?")), "k-3", inReplyTo: stop.From.DeliveryId, only: AnaHere);

        Assert.Equal("Sure?", SlackEyes.Read(Assert.Single(rig.Fake.Ephemerals(Ana))));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_private_line_whose_step_is_over_goes_away()
    {
        await using var rig = await SlackRig.LiveAsync();
        await rig.ShowAsync(new(Prose.Markdown("What else")) { Controls = [new Control.Button("Pause", "pause-token")] }, only: AnaHere);
        await rig.Fake.PressAsync(Ana, "Pause");

        await rig.NextAsync();

        await rig.Fake.UntilAsync(() => rig.Fake.Ephemerals(Ana).Count == 0);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_form_that_comes_too_late_waits_behind_a_button()
    {
        await using var rig = await SlackRig.LiveAsync();
        await rig.ShowAsync(new(Prose.Markdown("Card")) { Controls = [new Control.Button("Change", "change-token")] });
        await rig.Fake.PressAsync(Ana, "Change");
        var press = await rig.NextAsync(answered: true);
        await rig.Fake.SettledAsync();
        rig.Time.Advance(SlackLimits.Trigger);

        await rig.SendAsync(new Effect.OpenForm(new("form-token", "Change it", [new("why", "Why", true, 100)])), "k-2", SlackRig.Practice, press.From.DeliveryId);
        await rig.Fake.PressAsync(Ana, "Change it");
        await rig.Fake.UntilAsync(() => rig.Fake.Form(Ana) is not null);
        await rig.Fake.SubmitAsync(Ana, ("why", "because"));

        Assert.Equal("form-token", Assert.IsType<Inbound.Form>(await rig.NextAsync()).Token);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_form_that_was_not_kept_stays_open_and_says_so()
    {
        await using var rig = await SlackRig.LiveAsync();
        await rig.ShowAsync(new(Prose.Markdown("Card")) { Controls = [new Control.Button("Ask", "ask-token")] });
        await rig.Fake.PressAsync(Ana, "Ask");
        var press = await rig.NextAsync(answered: true);
        await rig.SendAsync(new Effect.OpenForm(new("form-token", "Ask", [new("question", "Question", true, 100)])), "k-2", SlackRig.Practice, press.From.DeliveryId);
        await rig.Fake.SubmitAsync(Ana, ("question", "How many?"));

        await (await rig.DeliveryAsync()).Settle(Settlement.NotKept("The disk is full."));

        await rig.Fake.UntilAsync(() => rig.Fake.Form(Ana)!.Errors.GetValueOrDefault("question") == "The disk is full.");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_slow_turn_is_acknowledged_within_two_seconds_and_answered_later()
    {
        await using var rig = await SlackRig.LiveAsync();
        await rig.Fake.SlashAsync(Ana, FakeSlack.ChannelId, "stop");
        var slow = await rig.DeliveryAsync();
        rig.Time.Advance(SlackDesk.AckAfter);
        await rig.Fake.SettledAsync();
        await slow.Settle(Settlement.Done(answered: true));

        await rig.ShowAsync(new(Prose.Markdown("You have no open session.")), inReplyTo: slow.Inbound.From.DeliveryId, only: AnaHere);

        Assert.Equal(["One moment, please.", "You have no open session."], rig.Fake.Ephemerals(Ana).Select(SlackEyes.Read));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_command_says_whether_its_sender_manages_the_workspace(bool admin)
    {
        await using var rig = await SlackRig.LiveAsync(fake => fake.People[Ana].IsAdmin = admin);

        await rig.Fake.SlashAsync(Ana, FakeSlack.ChannelId, "settings zone:Europe/Berlin");
        var change = await rig.NextAsync();
        await rig.Fake.SlashAsync(Ana, FakeSlack.ChannelId, "settings");
        await rig.Fake.UntilAsync(() => !rig.Lookups.Asked.IsEmpty);

        Assert.Equal(("settings", admin), (Assert.IsType<Inbound.Command>(change).Verb, change.From.Admin));
        Assert.Equal(admin, Assert.Single(rig.Lookups.Asked).From.Admin);
        Assert.Single(rig.Fake.Calls, call => call.Method == "users.info");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("hide-token", true, true)]
    [InlineData("hide-token", false, false)]
    [InlineData("done-token", true, false)]
    public async Task A_press_says_it_where_it_matters(string token, bool admin, bool said)
    {
        await using var rig = await SlackRig.LiveAsync(fake => fake.People[Ana].IsAdmin = admin);
        await rig.ShowAsync(new(Prose.Markdown("One review waits.")) { Title = "Card", Controls = [new Control.Button("Look", token)] }, "k-1", SlackRig.Practice);

        await rig.Fake.PressAsync(Ana, "Look");
        var press = Assert.IsType<Inbound.Choice>(await rig.NextAsync());

        Assert.Equal((token, said), (press.Token, press.From.Admin));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_command_does_not_wait_long_to_learn_who_sent_it_nor_hold_up_others()
    {
        await using var rig = await SlackRig.LiveAsync(fake =>
        {
            fake.People[Ana].IsAdmin = true;
            fake.Faults.Add(FakeFault.Slow("users.info", TimeSpan.FromSeconds(5)));
        });

        await rig.Fake.SlashAsync(Ana, FakeSlack.ChannelId, "settings zone:Europe/Berlin");
        await rig.Fake.SlashAsync(SlackRig.Ben, FakeSlack.ChannelId, "stop");
        var first = Assert.IsType<Inbound.Command>(await rig.NextAsync());
        await rig.Fake.UntilAsync(() => rig.Fake.Calls.Exists(call => call.Method == "users.info"));
        rig.Time.Advance(await rig.Time.WaitsAsync(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)));
        var second = Assert.IsType<Inbound.Command>(await rig.NextAsync());

        Assert.Equal(("mock stop", "settings", false), (first.Verb, second.Verb, second.From.Admin));
        await rig.Fake.SettledAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task Commands_that_mind_nobody_ask_for_no_profile()
    {
        await using var rig = await SlackRig.LiveAsync();

        await rig.Fake.SlashAsync(Ana, FakeSlack.ChannelId, "stop");
        await rig.NextAsync();
        await rig.Fake.SlashAsync(Ana, rig.Fake.Dm(Ana), "settings zone:Europe/Berlin");
        await rig.NextAsync();

        Assert.DoesNotContain(rig.Fake.Calls, call => call.Method == "users.info");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_command_that_makes_no_sense_is_answered_at_once()
    {
        await using var rig = await SlackRig.LiveAsync();

        await rig.Fake.SlashAsync(Ana, FakeSlack.ChannelId, "strat");
        await rig.Fake.SettledAsync();

        Assert.Contains("Did you mean /mock start?", SlackEyes.Read(Assert.Single(rig.Fake.Ephemerals(Ana))), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_channel_without_the_bot_leads_to_the_direct_messages_and_says_how_to_mend_it()
    {
        await using var rig = await SlackRig.LiveAsync(fake => fake.AddChannel("quiet", withBot: false, people: Ana));
        await rig.Fake.SlashAsync(Ana, "C0QUIET", "start place:public");
        var command = await rig.NextAsync();

        var place = (await rig.SendAsync(new Effect.OpenPlace(command.From.Place, "Mock", Openness.Public, [AnaHere]), "k", inReplyTo: command.From.DeliveryId)).Place!.Value;

        Assert.StartsWith(rig.Fake.Dm(Ana) + ":", place.Place, StringComparison.Ordinal);
        Assert.Contains("invite me with /invite", SlackEyes.Read(Assert.Single(rig.Fake.Ephemerals(Ana))), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Words_beside_the_thread_in_direct_messages_count_as_said_in_it()
    {
        await using var rig = await SlackRig.LiveAsync();
        var home = (await rig.SendAsync(new Effect.OpenPlace(SlackRig.Practice, "Mock", Openness.Private, [AnaHere]), "k")).Place!.Value;
        rig.ListensTo.Add(home.Place);
        rig.Conversations.Add(new(home, null, null));

        await rig.Fake.SayAsync(Ana, rig.Fake.Dm(Ana), "my answer");

        Assert.Equal(home, (await rig.NextAsync()).From.Place);
    }

    [Fact(Timeout = 60_000)]
    public async Task Other_peoples_chat_is_not_read()
    {
        await using var rig = await SlackRig.LiveAsync(fake => fake.AddChannel("lunch", people: Ana));

        await rig.Fake.SayAsync(Ana, "C0LUNCH", "pizza?");
        await rig.Fake.SettledAsync();

        Assert.True(rig.IsQuiet);
    }

    [Fact(Timeout = 60_000)]
    public async Task Who_addresses_the_bot_in_a_channel_is_told_what_it_can_do()
    {
        await using var rig = await SlackRig.LiveAsync(fake => fake.AddChannel("lunch", people: Ana));

        await rig.Fake.SayAsync(Ana, "C0LUNCH", $"{FakeSlack.Mention} hello");
        await rig.Fake.UntilAsync(() => rig.Fake.Ephemerals(Ana).Count == 1);
        await rig.Fake.SayAsync(Ana, "C0LUNCH", $"{FakeSlack.Mention} start round:coding");

        Assert.Equal("mock start", Assert.IsType<Inbound.Command>(await rig.NextAsync()).Verb);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_file_without_the_scope_gets_one_kind_sentence()
    {
        await using var rig = await SlackRig.LiveAsync(fake => fake.Scopes.Remove("files:read"));

        await rig.Fake.UploadAsync(Ana, FakeSlack.ChannelId, "answer.txt", "a long answer");
        await rig.Fake.UntilAsync(() => rig.Fake.Ephemerals(Ana).Count == 1);

        Assert.Contains("paste the text", SlackEyes.Read(rig.Fake.Ephemerals(Ana)[0]), StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("lost")]
    [InlineData("fatal")]
    [InlineData("broken")]
    public async Task A_message_whose_answer_was_lost_is_shown_once(string how)
    {
        await using var rig = await SlackRig.LiveAsync(fake => fake.Faults.Add(how switch
        {
            "lost" => FakeFault.LostAnswer("chat.postMessage"),
            "fatal" => FakeFault.Fatal("chat.postMessage"),
            _ => FakeFault.Broken("chat.postMessage", afterEffect: true),
        }));

        var doubt = await Assert.ThrowsAsync<SendException>(() => rig.ShowAsync(new(Prose.Markdown("once"))));
        var receipt = await rig.ShowAsync(new(Prose.Markdown("once")));

        Assert.Equal((SendFault.Transient, true), (doubt.Fault, doubt.MayHaveArrived));
        Assert.Equal(Assert.Single(rig.Fake.Sees(Ana, FakeSlack.ChannelId)).Ts, receipt.MessageIds[0]);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("channel_not_found")]
    [InlineData("msg_too_long")]
    public async Task A_refused_message_has_not_arrived(string code)
    {
        await using var rig = await SlackRig.LiveAsync(fake => fake.Faults.Add(FakeFault.Error("chat.postMessage", code)));

        var refused = await Assert.ThrowsAsync<SendException>(() => rig.ShowAsync(new(Prose.Markdown("never"))));

        Assert.False(refused.MayHaveArrived);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_limit_is_waited_for()
    {
        await using var rig = await SlackRig.LiveAsync(fake => fake.Faults.Add(FakeFault.Limited("chat.postMessage", retryAfter: 1)));

        var sending = rig.ShowAsync(new(Prose.Markdown("patient")));
        await rig.PassUntilAsync(() => rig.Fake.Sees(Ana, FakeSlack.ChannelId).Count == 1);
        await sending;

        var posts = rig.Fake.Calls.Where(call => call.Method == "chat.postMessage").Select(call => call.At).ToList();
        Assert.Equal(2, posts.Count);
        Assert.True(posts[1] - posts[0] >= TimeSpan.FromSeconds(1));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_changed_message_that_is_gone_is_posted_anew()
    {
        await using var rig = await SlackRig.LiveAsync();
        var first = await rig.ShowAsync(new(Prose.Markdown("before")));
        await rig.Fake.RemoveAsync(FakeSlack.ChannelId, first.MessageIds[0]);

        var second = await rig.ShowAsync(new(Prose.Markdown("after")), "k-2", replaces: first.MessageIds);

        Assert.Equal("after", SlackEyes.Read(rig.Shown(second)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Nothing_but_the_key_stands_in_metadata()
    {
        await using var rig = await SlackRig.LiveAsync();

        var receipt = await rig.ShowAsync(new(Prose.Markdown("secret answer")), "abc-7");

        Assert.Equal("""{"event_type":"mock_interview_message","event_payload":{"key":"abc-7"}}""", rig.Shown(receipt).Metadata!.ToJsonString());
    }
}
