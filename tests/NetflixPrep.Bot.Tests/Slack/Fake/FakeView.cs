using System.Text.Json.Nodes;

namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>A modal or a home tab of the fake, with what a person has put in.</summary>
internal sealed class FakeView(string id, string user, JsonObject content)
{
    private readonly Dictionary<(string Block, string Action), JsonObject> values = [];

    public string Id => id;

    public string User => user;

    public string Hash { get; set; } = "";

    public string? Root { get; init; }

    public string? Previous { get; init; }

    /// <summary>As the bot sent it, with ids where it gave none.</summary>
    public JsonObject Content { get; private set; } = content;

    public string Type => (string)Content["type"]!;

    public string Title => (string?)Content["title"]?["text"] ?? "";

    public string CallbackId => (string?)Content["callback_id"] ?? "";

    public JsonArray Blocks => Content["blocks"]!.AsArray();

    /// <summary>What the bot said about the last submission, by block id.</summary>
    public Dictionary<string, string> Errors { get; } = [];

    /// <summary>The bot did not answer the submission in time: the person reads that something went wrong.</summary>
    public bool Troubled { get; set; }

    /// <summary>New content; what was put in stays where block and action are the same.</summary>
    public void Change(JsonObject changed, string hash)
    {
        (Content, Hash) = (changed, hash);
        var standing = Inputs().Select(input => input.Key).ToHashSet();
        foreach (var gone in values.Keys.Where(key => !standing.Contains(key)).ToList()) values.Remove(gone);
        Errors.Clear();
    }

    public void Put((string Block, string Action) input, JsonObject value) => values[input] = value;

    public IEnumerable<((string Block, string Action) Key, JsonObject Block, JsonObject Element)> Inputs() => from block in Blocks.OfType<JsonObject>()
                                                                                                              from element in BlockRules.Interactive(block)
                                                                                                              where (string?)element["type"] is not ("button" or "overflow")
                                                                                                              select (((string)block["block_id"]!, (string)element["action_id"]!), block, element);

    public JsonObject ValueOf((string Block, string Action) key, JsonObject element) => (JsonObject)(values.GetValueOrDefault(key) ?? FakeControls.Initial(element)).DeepClone();

    public JsonObject State()
    {
        var state = new JsonObject();
        foreach (var (key, _, element) in Inputs())
        {
            state[key.Block] ??= new JsonObject();
            state[key.Block]![key.Action] = ValueOf(key, element);
        }
        return new() { ["values"] = state };
    }

    public JsonObject ToJson() => new()
    {
        ["id"] = id,
        ["team_id"] = FakeSlack.TeamId,
        ["type"] = Type,
        ["blocks"] = Blocks.DeepClone(),
        ["private_metadata"] = (string?)Content["private_metadata"] ?? "",
        ["callback_id"] = CallbackId,
        ["state"] = State(),
        ["hash"] = Hash,
        ["title"] = Content["title"]?.DeepClone() ?? new JsonObject { ["type"] = "plain_text", ["text"] = "View Title", ["emoji"] = true },
        ["clear_on_close"] = (bool?)Content["clear_on_close"] ?? false,
        ["notify_on_close"] = (bool?)Content["notify_on_close"] ?? false,
        ["close"] = Content["close"]?.DeepClone(),
        ["submit"] = Content["submit"]?.DeepClone(),
        ["previous_view_id"] = Previous,
        ["root_view_id"] = Root ?? id,
        ["app_id"] = FakeSlack.AppId,
        ["external_id"] = (string?)Content["external_id"] ?? "",
        ["app_installed_team_id"] = FakeSlack.TeamId,
        ["bot_id"] = FakeSlack.BotId,
    };
}
