using System.Globalization;
using System.Text.Json.Nodes;

namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>A button, or one option of a menu, as a person finds it on a message or a view.</summary>
/// <param name="Prompt">What stands at the menu; null for a button.</param>
/// <param name="Option">The option, for a menu.</param>
internal sealed record FakeControl(string Label, string? Prompt, JsonObject Block, JsonObject Element, JsonObject? Option, FakeMessage? Message, FakeView? View)
{
    public string Type => (string)Element["type"]!;

    public string ActionId => (string)Element["action_id"]!;

    public string BlockId => (string)Block["block_id"]!;

    /// <summary>What a bot would read.</summary>
    public string? Value => (string?)(Option ?? Element)["value"];

    /// <summary>Inside a form's input block: it is sent with the form, unless it asked to be told at once.</summary>
    public bool IsInput => (string?)Block["type"] == "input" && (bool?)Block["dispatch_action"] != true;
}

/// <summary>Finds controls, and says in Slack's words what a person did with them.</summary>
internal static class FakeControls
{
    public static IEnumerable<FakeControl> Of(FakeMessage message) => Of(message.Blocks, message, null);

    public static IEnumerable<FakeControl> Of(FakeView view) => Of(view.Blocks, null, view);

    /// <summary>The state of an element that nobody has touched.</summary>
    public static JsonObject Initial(JsonObject element)
    {
        var json = new JsonObject { ["type"] = (string)element["type"]! };
        var (field, initial) = Field(json["type"]!.ToString());
        json[field] = element[initial]?.DeepClone() ?? (field.EndsWith('s') ? new JsonArray() : null);
        return json;
    }

    /// <summary>What a person means by words for an element: an option's label, or what is typed.</summary>
    public static JsonObject Chosen(JsonObject element, string words)
    {
        var type = (string)element["type"]!;
        var (field, _) = Field(type);
        JsonNode? value = field switch
        {
            "selected_option" => words.Length == 0 ? null : Option(element, words),
            "selected_options" => new JsonArray([.. Split(words).Select(one => Option(element, one))]),
            "selected_date_time" => words.Length == 0 ? null : int.Parse(words, CultureInfo.InvariantCulture),
            "selected_users" or "selected_conversations" or "selected_channels" => new JsonArray([.. Split(words).Select(one => (JsonNode)one)]),
            _ => words.Length == 0 ? null : words,
        };
        return new() { ["type"] = type, [field] = value };
    }

    public static bool IsEmpty(JsonObject value) => value.All(field => field.Key == "type" || field.Value is null or JsonArray { Count: 0 });

    public static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<FakeControl> Of(JsonArray blocks, FakeMessage? message, FakeView? view) =>
        from block in blocks.OfType<JsonObject>()
        from element in BlockRules.Interactive(block)
        from control in Of(block, element, message, view)
        select control;

    private static IEnumerable<FakeControl> Of(JsonObject block, JsonObject element, FakeMessage? message, FakeView? view)
    {
        if ((string?)element["type"] == "button") return [new((string)element["text"]!["text"]!, null, block, element, null, message, view)];
        var prompt = (string?)block["label"]?["text"] ?? (string?)element["placeholder"]?["text"] ?? (string?)block["text"]?["text"] ?? "";
        return Options(element).Select(option => new FakeControl((string)option["text"]!["text"]!, prompt, block, element, option, message, view));
    }

    private static IEnumerable<JsonObject> Options(JsonObject element) =>
        (element["options"] as JsonArray ?? []).Concat((element["option_groups"] as JsonArray ?? []).SelectMany(group => group!["options"]!.AsArray())).OfType<JsonObject>();

    private static JsonNode Option(JsonObject element, string words) => Options(element).FirstOrDefault(option => Same((string?)option["text"]?["text"], words))?.DeepClone()
        ?? Options(element).FirstOrDefault(option => Same((string?)option["value"], words))?.DeepClone()
        ?? throw new InvalidOperationException($"There is no option {words} in {element.ToJsonString()}.");

    private static string[] Split(string words) => words.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static (string Field, string Initial) Field(string type) => type switch
    {
        "static_select" or "external_select" or "radio_buttons" or "overflow" => ("selected_option", "initial_option"),
        "multi_static_select" or "multi_external_select" or "checkboxes" => ("selected_options", "initial_options"),
        "users_select" => ("selected_user", "initial_user"),
        "multi_users_select" => ("selected_users", "initial_users"),
        "conversations_select" => ("selected_conversation", "initial_conversation"),
        "multi_conversations_select" => ("selected_conversations", "initial_conversations"),
        "channels_select" => ("selected_channel", "initial_channel"),
        "multi_channels_select" => ("selected_channels", "initial_channels"),
        "datepicker" => ("selected_date", "initial_date"),
        "timepicker" => ("selected_time", "initial_time"),
        "datetimepicker" => ("selected_date_time", "initial_date_time"),
        _ => ("value", "initial_value"),
    };
}
