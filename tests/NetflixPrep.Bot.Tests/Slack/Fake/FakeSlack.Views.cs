using System.Text.Json.Nodes;

namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>Modals, home tabs, and the triggers that open them.</summary>
internal sealed partial class FakeSlack
{
    private const int DeepestStack = 3;

    public static readonly TimeSpan TriggerLife = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, Trigger> triggers = [];
    private readonly Dictionary<string, List<FakeView>> stacks = [];
    private readonly Dictionary<string, FakeView> homes = [];

    private string NewTrigger(string user, FakeView? from = null)
    {
        var id = NewKey("trigger.");
        triggers[id] = new(user, Time.GetUtcNow(), from);
        return id;
    }

    private JsonObject OpenView(JsonObject args)
    {
        if (View(args, "modal", out var content) is { } wrong) return wrong;
        if (Use(args, out var trigger) is { } refused) return refused;
        var view = NewView(trigger.User, content, null);
        stacks[trigger.User] = [view];
        return Ok(("view", view.ToJson()));
    }

    private JsonObject PushView(JsonObject args)
    {
        if (View(args, "modal", out var content) is { } wrong) return wrong;
        if (Use(args, out var trigger) is { } refused) return refused;
        if (trigger.From is null || stacks.GetValueOrDefault(trigger.User) is not { Count: > 0 } stack) return Error("invalid_arguments", "[ERROR] there is no view to push on");
        if (stack.Count >= DeepestStack) return Error("push_limit_reached");
        var view = NewView(trigger.User, content, stack[^1]);
        stack.Add(view);
        return Ok(("view", view.ToJson()));
    }

    private JsonObject UpdateView(JsonObject args)
    {
        if (View(args, null, out var content) is { } wrong) return wrong;
        var (id, external) = ((string?)args["view_id"], (string?)args["external_id"]);
        if (id is null == external is null) return Error("invalid_arguments", "[ERROR] one of view_id and external_id");
        var view = stacks.Values.SelectMany(stack => stack).Concat(homes.Values).FirstOrDefault(one => id is not null ? one.Id == id : (string?)one.Content["external_id"] == external);
        if (view is null) return Error("not_found");
        if (view.Type != (string?)content["type"]) return Error("invalid_arguments", "[ERROR] the type of a view cannot change");
        if (args["hash"] is { } hash && hash.ToString() != view.Hash) return Error("hash_conflict");
        Change(view, content);
        return Ok(("view", view.ToJson()));
    }

    private JsonObject PublishView(JsonObject args)
    {
        if (View(args, "home", out var content) is { } wrong) return wrong;
        var user = (string)args["user_id"]!;
        if (!People.TryGetValue(user, out var person) || person.Deleted) return Error("user_not_found");
        var known = homes.GetValueOrDefault(user);
        if (args["hash"] is { } hash && hash.ToString() != known?.Hash) return Error("hash_conflict");
        if (known is null) homes[user] = known = NewView(user, content, null);
        else Change(known, content);
        return Ok(("view", known.ToJson()));
    }

    private JsonObject? View(JsonObject args, string? type, out JsonObject content)
    {
        content = [];
        if (args["view"] is not JsonObject view) return Error("invalid_arguments", "[ERROR] missing required field: view");
        if (type is not null && (string?)view["type"] != type) return Error("invalid_arguments", $"[ERROR] must be of type {type} [json-pointer:/view/type]");
        var errors = BlockRules.View(view);
        if (errors.Count > 0)
        {
            Violate($"a view: {string.Join("; ", errors)}");
            return Error("invalid_arguments", [.. errors]);
        }
        content = view;
        return null;
    }

    private JsonObject? Use(JsonObject args, out Trigger trigger)
    {
        if (!triggers.TryGetValue((string)args["trigger_id"]!, out trigger!)) return Error("invalid_trigger_id");
        if (trigger.Used) return Error("exchanged_trigger_id");
        if (Time.GetUtcNow() - trigger.At >= TriggerLife) return Error("expired_trigger_id");
        trigger.Used = true;
        return null;
    }

    private FakeView NewView(string user, JsonObject content, FakeView? below) =>
        new(NewKey("V"), user, Whole(content)) { Hash = NewKey("hash."), Previous = below?.Id, Root = below?.Root ?? below?.Id };

    private void Change(FakeView view, JsonObject content) => view.Change(Whole(content), NewKey("hash."));

    private JsonObject Whole(JsonObject content)
    {
        var whole = (JsonObject)content.DeepClone();
        whole["blocks"] = BlockRules.Completed(content["blocks"]!.AsArray(), NewKey);
        return whole;
    }

    /// <summary>What a bot said with the acknowledgement of a form.</summary>
    private void AnswerForm(FakeEnvelope envelope, JsonObject answer)
    {
        if (Submitted(envelope) is not { } view) return;
        var stack = stacks[view.User];
        switch ((string?)answer["response_action"])
        {
            case "errors" when answer["errors"] is JsonObject { Count: > 0 } errors:
                foreach (var (block, said) in errors)
                {
                    if (view.Blocks.Any(one => (string?)one!["block_id"] == block && (string?)one["type"] == "input")) view.Errors[block] = (string)said!;
                    else Violate($"an error at {block}, where the form has no input");
                }
                break;
            case "clear":
                stack.Clear();
                break;
            case "update" or "push" when answer["view"] is JsonObject content:
                var broken = BlockRules.View(content);
                if (broken.Count > 0)
                {
                    Violate($"a view with an acknowledgement: {string.Join("; ", broken)}");
                    view.Troubled = true;
                }
                else if ((string?)answer["response_action"] == "update") Change(view, content);
                else if (stack.Count >= DeepestStack) Violate("more than three views on each other");
                else stack.Add(NewView(view.User, content, view));
                break;
            default:
                Violate($"an acknowledgement of a form that says {answer.ToJsonString()}");
                view.Troubled = true;
                break;
        }
    }

    private FakeView? Submitted(FakeEnvelope envelope) =>
        stacks.Values.SelectMany(stack => stack).FirstOrDefault(view => view.Id == (string?)envelope.Payload["view"]?["id"]);

    private void CloseSubmitted(FakeEnvelope envelope)
    {
        if (Submitted(envelope) is { } view) stacks[view.User].Remove(view);
    }

    /// <summary>Slack's handle of something a person just did.</summary>
    private sealed class Trigger(string user, DateTimeOffset at, FakeView? from)
    {
        public string User => user;

        public DateTimeOffset At => at;

        public FakeView? From => from;

        public bool Used { get; set; }
    }
}
