using System.Text.Json.Nodes;

namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>What people press, choose, fill in and open.</summary>
internal sealed partial class FakeSlack
{
    private readonly HashSet<string> atHome = [];

    /// <summary>A person uses a slash command, in a channel: Slack does not take them in threads.</summary>
    public async Task<FakeEnvelope> SlashAsync(string user, string channel, string text, string command = "/mock")
    {
        if (!BotIsAway) await LiveAsync();
        lock (gate)
        {
            if (Split(channel).Thread is not null) throw new InvalidOperationException($"{command} is not supported in threads. Sorry!");
            var where = In(channel);
            if (!where.IsSeenBy(user)) throw new InvalidOperationException($"{user} does not see {channel}.");
            atHome.Remove(user);
            return Raise("slash_commands", new()
            {
                ["token"] = "old-token-nobody-checks",
                ["team_id"] = TeamId,
                ["team_domain"] = "study-group",
                ["channel_id"] = where.Id,
                ["channel_name"] = where.Kind == FakeChannel.Direct ? "directmessage" : where.Name,
                ["user_id"] = Known(user).Id,
                ["user_name"] = Known(user).Name,
                ["command"] = command,
                ["text"] = Typed(text),
                ["api_app_id"] = AppId,
                ["is_enterprise_install"] = "false",
                ["response_url"] = NewUrl(user, where.Id),
                ["trigger_id"] = NewTrigger(user),
            });
        }
    }

    /// <summary>A person presses what they find under these words; see <see cref="Find"/>.</summary>
    public Task<FakeEnvelope> PressAsync(string user, string label) =>
        PressAsync(user, Find(user, label) ?? throw new InvalidOperationException($"{user} sees nothing called {label}."));

    /// <summary>A person presses a button or chooses an option outside of a form's inputs.</summary>
    public async Task<FakeEnvelope> PressAsync(string user, FakeControl control)
    {
        if (!BotIsAway) await LiveAsync();
        lock (gate)
        {
            var action = new JsonObject { ["type"] = control.Type, ["action_id"] = control.ActionId, ["block_id"] = control.BlockId, ["action_ts"] = NewTs() };
            if (control.Option is { } option)
            {
                var chosen = FakeControls.Chosen(control.Element, (string)option["value"]!);
                control.View?.Put((control.BlockId, control.ActionId), chosen);
                foreach (var (name, value) in chosen) action[name] = value?.DeepClone();
            }
            else
            {
                action["text"] = control.Element["text"]!.DeepClone();
                foreach (var name in (string[])["value", "style", "url"])
                {
                    if (control.Element[name] is { } value) action[name] = value.DeepClone();
                }
            }
            return Raise("interactive", Interaction("block_actions", user, control.View, control.Message, new() { ["actions"] = new JsonArray(action) }));
        }
    }

    /// <summary>A person opens the menu that says <paramref name="prompt"/> and takes an option; in a form's input that is only put in, and nothing is sent.</summary>
    public async Task<FakeEnvelope?> ChooseAsync(string user, string prompt, string option)
    {
        var control = Find(user, $"{prompt}={option}") ?? throw new InvalidOperationException($"{user} sees no {option} at {prompt}.");
        if (!control.IsInput) return await PressAsync(user, control);
        await FillAsync(user, prompt, option);
        return null;
    }

    /// <summary>Puts words into the open form; an input is named by its label, its block or its action.</summary>
    public Task FillAsync(string user, string name, string words)
    {
        lock (gate)
        {
            var form = Form(user) ?? throw new InvalidOperationException($"{user} has no form open.");
            var (key, _, element) = form.Inputs().FirstOrDefault(input => FakeControls.Same((string?)input.Block["label"]?["text"], name) || FakeControls.Same(input.Key.Block, name) || FakeControls.Same(input.Key.Action, name));
            if (element is null) throw new InvalidOperationException($"The form {form.Title} has no {name}.");
            form.Put(key, FakeControls.Chosen(element, words));
        }
        return Task.CompletedTask;
    }

    /// <summary>A person fills the open form and sends it; what is not named keeps what stands in it. Throws where Slack's window would not send.</summary>
    public async Task<FakeEnvelope> SubmitAsync(string user, params (string Name, string Words)[] fields)
    {
        if (!BotIsAway) await LiveAsync();
        foreach (var (name, words) in fields) await FillAsync(user, name, words);
        lock (gate)
        {
            var form = Form(user) ?? throw new InvalidOperationException($"{user} has no form open.");
            foreach (var (key, block, element) in form.Inputs().Where(input => (string?)input.Block["type"] == "input"))
            {
                var value = form.ValueOf(key, element);
                if (FakeControls.IsEmpty(value) && (bool?)block["optional"] != true) throw new InvalidOperationException($"The window asks for {block["label"]!["text"]}.");
                if ((string?)value["value"] is not { } text) continue;
                if (text.Length < ((int?)element["min_length"] ?? 0) || text.Length > ((int?)element["max_length"] ?? 3000)) throw new InvalidOperationException($"The window does not take {text.Length} characters.");
            }
            form.Errors.Clear();
            form.Troubled = false;
            return Raise("interactive", Interaction("view_submission", user, form, null, new() { ["response_urls"] = new JsonArray() }));
        }
    }

    /// <summary>A person closes the open form; the bot hears of it only where the form asked for that.</summary>
    /// <param name="all">The whole stack, by the cross.</param>
    public async Task CloseFormAsync(string user, bool all = false)
    {
        if (!BotIsAway) await LiveAsync();
        lock (gate)
        {
            var form = Form(user) ?? throw new InvalidOperationException($"{user} has no form open.");
            if (all) stacks[user].Clear();
            else stacks[user].Remove(form);
            if ((bool?)form.Content["notify_on_close"] == true) Raise("interactive", Interaction("view_closed", user, form, null, new() { ["is_cleared"] = all }));
        }
    }

    /// <summary>A person opens the app's home.</summary>
    /// <param name="tab">home, or messages.</param>
    public async Task OpenHomeAsync(string user, string tab = "home")
    {
        if (!BotIsAway) await LiveAsync();
        lock (gate)
        {
            var dm = Dm(Known(user).Id);
            if (tab == "home") atHome.Add(user);
            else atHome.Remove(user);
            if (!Subscriptions.Contains("app_home_opened")) return;
            var said = new JsonObject { ["type"] = "app_home_opened", ["user"] = user, ["channel"] = dm, ["tab"] = tab, ["event_ts"] = NewTs() };
            if (tab == "home" && homes.TryGetValue(user, out var view)) said["view"] = view.ToJson();
            RaiseEvent(said);
        }
    }

    public async Task<FakeEnvelope> GlobalShortcutAsync(string user, string callbackId)
    {
        if (!BotIsAway) await LiveAsync();
        lock (gate)
        {
            return Raise("interactive", Interaction("shortcut", Known(user).Id, null, null, new() { ["callback_id"] = callbackId, ["action_ts"] = NewTs() }));
        }
    }

    /// <summary>A person opens the menu of a message, anybody's, in a channel or thread.</summary>
    public async Task<FakeEnvelope> MessageShortcutAsync(string user, string place, string ts, string callbackId)
    {
        if (!BotIsAway) await LiveAsync();
        lock (gate)
        {
            var message = In(place).Find(ts) ?? throw new InvalidOperationException($"There is no {ts} in {place}.");
            return Raise("interactive", Interaction("message_action", Known(user).Id, null, message, new() { ["callback_id"] = callbackId, ["action_ts"] = NewTs(), ["message_ts"] = ts }));
        }
    }

    /// <summary>A person types into a menu whose options the bot supplies; they are in the envelope's answer.</summary>
    public async Task<FakeEnvelope> SuggestAsync(string user, string name, string typed)
    {
        if (!BotIsAway) await LiveAsync();
        lock (gate)
        {
            var form = Form(user) ?? throw new InvalidOperationException($"{user} has no form open.");
            var (key, _, _) = form.Inputs().First(input => FakeControls.Same((string?)input.Block["label"]?["text"], name) || FakeControls.Same(input.Key.Action, name));
            return Raise("interactive", Interaction("block_suggestion", user, form, null, new() { ["action_id"] = key.Action, ["block_id"] = key.Block, ["value"] = typed }));
        }
    }

    private JsonObject Interaction(string type, string user, FakeView? view, FakeMessage? message, JsonObject fields)
    {
        var json = new JsonObject
        {
            ["type"] = type,
            ["user"] = new JsonObject { ["id"] = user, ["username"] = Known(user).Name, ["name"] = Known(user).Name, ["team_id"] = TeamId },
            ["api_app_id"] = AppId,
            ["token"] = "old-token-nobody-checks",
            ["team"] = new JsonObject { ["id"] = TeamId, ["domain"] = "study-group" },
            ["enterprise"] = null,
            ["is_enterprise_install"] = false,
        };
        if (type is not ("block_suggestion" or "view_closed")) json["trigger_id"] = NewTrigger(user, view);
        if (view is not null)
        {
            json["view"] = view.ToJson();
            if (type is "block_actions" or "block_suggestion") json["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        }
        if (message is not null)
        {
            var channel = Channels[message.Channel];
            json["channel"] = new JsonObject { ["id"] = channel.Id, ["name"] = channel.Kind == FakeChannel.Direct ? "directmessage" : channel.Name };
            json["response_url"] = NewUrl(user, channel.Id, message);
            if (message.Only is null) json["message"] = WithThread(message, channel, withMetadata: false);
            if (type == "block_actions")
            {
                json["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = channel.Id, ["is_ephemeral"] = message.Only is not null };
                if (message.ThreadTs is { } thread) json["container"]!["thread_ts"] = thread;
                json["state"] = new JsonObject { ["values"] = new JsonObject() };
            }
        }
        foreach (var (name, value) in fields) json[name] = value?.DeepClone();
        return json;
    }
}
