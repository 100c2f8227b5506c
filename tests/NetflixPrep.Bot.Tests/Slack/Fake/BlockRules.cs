using System.Text.Json.Nodes;

namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>What Slack accepts as blocks and views: the limits that its types do not tell. Errors are worded as Slack words them, with a JSON pointer.</summary>
internal sealed partial class BlockRules
{
    private const int MessageBlocks = 50;
    private const int ViewBlocks = 100;
    private const int Id = 255;

    private readonly List<string> errors = [];
    private readonly string surface;

    private BlockRules(string surface) => this.surface = surface;

    /// <summary>Errors of a message's blocks; empty when Slack takes them.</summary>
    public static List<string> Message(JsonArray blocks)
    {
        var rules = new BlockRules("message");
        rules.Most(blocks.Count, MessageBlocks, "items", "/blocks");
        rules.Blocks(blocks, "/blocks");
        var markdown = blocks.Where(block => (string?)block?["type"] == "markdown").Sum(block => ((string?)block!["text"])?.Length ?? 0);
        rules.Most(markdown, 12_000, "characters", "/blocks");
        return rules.errors;
    }

    /// <summary>Errors of a modal or home view.</summary>
    public static List<string> View(JsonObject view)
    {
        var type = (string?)view["type"];
        var rules = new BlockRules(type ?? "");
        if (type is not ("modal" or "home")) rules.Wrong("unsupported type", "/view/type");
        string[] known = type == "home" ? ["type", "blocks", "private_metadata", "callback_id", "external_id"] : ["type", "blocks", "private_metadata", "callback_id", "external_id", "title", "submit", "close", "clear_on_close", "notify_on_close", "submit_disabled"];
        foreach (var (name, _) in view.Where(field => !known.Contains(field.Key))) rules.Wrong($"no more than the known fields: {name}", "/view");
        if (view["blocks"] is not JsonArray { Count: > 0 } blocks)
        {
            rules.Wrong("missing required field: blocks", "/view");
            return rules.errors;
        }
        rules.Most(blocks.Count, ViewBlocks, "items", "/view/blocks");
        rules.Blocks(blocks, "/view/blocks");
        rules.Longest(view, "private_metadata", 3000, "/view");
        rules.Longest(view, "callback_id", Id, "/view");
        rules.Longest(view, "external_id", Id, "/view");
        rules.Most(view.ToJsonString().Length, 250_000, "characters", "/view");
        if (type != "modal") return rules.errors;
        rules.Plain(view["title"], 24, "/view/title");
        if (view["submit"] is { } submit) rules.Plain(submit, 24, "/view/submit");
        if (view["close"] is { } close) rules.Plain(close, 24, "/view/close");
        if (view["submit"] is null && blocks.Any(block => (string?)block?["type"] == "input")) rules.Wrong("missing required field: submit", "/view");
        return rules.errors;
    }

    /// <summary>All objects inside, depth first.</summary>
    public static IEnumerable<JsonObject> Elements(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(field => Elements(field.Value)).Prepend(map),
        JsonArray list => list.SelectMany(Elements),
        _ => [],
    };

    /// <summary>The texts in which angle brackets act.</summary>
    public static IEnumerable<string> Pinging(JsonObject args)
    {
        if (args["text"] is JsonValue text) yield return text.ToString();
        if (args["markdown_text"] is JsonValue markdown) yield return markdown.ToString();
        foreach (var element in Elements(args["blocks"]).Concat(Elements(args["attachments"])).Where(element => (string?)element["type"] is "mrkdwn" or "markdown"))
        {
            if (element["text"] is JsonValue said) yield return said.ToString();
        }
    }

    /// <summary>Gives ids to what has none, as Slack does.</summary>
    public static JsonArray Completed(JsonArray? blocks, Func<string, string> newKey)
    {
        var completed = (JsonArray?)blocks?.DeepClone() ?? [];
        foreach (var block in completed.OfType<JsonObject>())
        {
            block["block_id"] ??= newKey("b");
            foreach (var element in Interactive(block)) element["action_id"] ??= newKey("a");
        }
        return completed;
    }

    /// <summary>What can be pressed or filled in a block.</summary>
    public static IEnumerable<JsonObject> Interactive(JsonObject block)
    {
        IEnumerable<JsonNode?> all = [.. (string?)block["type"] is "actions" or "context_actions" ? block["elements"] as JsonArray ?? [] : [], block["accessory"], block["element"]];
        return all.OfType<JsonObject>().Where(element => (string?)element["type"] is not ("image" or null));
    }

    private void Blocks(JsonArray blocks, string path)
    {
        var ids = new HashSet<string>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var at = $"{path}/{i}";
            if (blocks[i] is not JsonObject block)
            {
                Wrong("must be an object", at);
                continue;
            }
            Longest(block, "block_id", Id, at);
            if ((string?)block["block_id"] is { } id && !ids.Add(id)) Wrong($"block_id {id} already exists", at);
            Block(block, at);
            var actions = Interactive(block).Select(element => (string?)element["action_id"]).OfType<string>().ToList();
            if (actions.Distinct().Count() < actions.Count) Wrong("action_id already exists in the block", at);
        }
    }

    private void Block(JsonObject block, string at)
    {
        switch ((string?)block["type"])
        {
            case "section":
                Section(block, at);
                break;
            case "header":
                Fields(block, at, "text");
                Plain(block["text"], 150, $"{at}/text");
                break;
            case "divider":
                Fields(block, at);
                break;
            case "context":
                Fields(block, at, "elements");
                foreach (var (element, where) in Items(block, "elements", 1, 10, at))
                {
                    if ((string?)element["type"] == "image") Image(element, where);
                    else Text(element, 1, 2000, where);
                }
                break;
            case "actions":
                Fields(block, at, "elements");
                foreach (var (element, where) in Items(block, "elements", 1, 25, at)) Element(element, "actions", where);
                if (Interactive(block).Count(element => (string?)element["style"] == "primary") > 1) Wrong("more than one primary button", at);
                break;
            case "input":
                Input(block, at);
                break;
            case "image":
                Fields(block, at, "image_url", "slack_file", "alt_text", "title");
                Image(block, at);
                if (block["title"] is { } title) Plain(title, 2000, $"{at}/title");
                break;
            case "markdown" when surface == "message":
                Fields(block, at, "text");
                if (((string?)block["text"] ?? "").Length == 0) Wrong("must be more than 0 characters", $"{at}/text");
                break;
            case "rich_text":
                Fields(block, at, "elements");
                foreach (var (element, where) in Items(block, "elements", 1, int.MaxValue, at)) RichText(element, where);
                break;
            case var other:
                Wrong($"unsupported block: {other}", at);
                break;
        }
    }

    private void Section(JsonObject block, string at)
    {
        Fields(block, at, "text", "fields", "accessory", "expand");
        if (block["text"] is null && block["fields"] is null) Wrong("missing required field: text", at);
        if (block["text"] is { } text) Text(text, 1, 3000, $"{at}/text");
        if (block["fields"] is not null)
        {
            foreach (var (field, where) in Items(block, "fields", 1, 10, at)) Text(field, 1, 2000, where);
        }
        if (block["accessory"] is JsonObject accessory) Element(accessory, "section", $"{at}/accessory");
    }

    private void Input(JsonObject block, string at)
    {
        Fields(block, at, "label", "element", "hint", "optional", "dispatch_action");
        Plain(block["label"], 2000, $"{at}/label");
        if (block["hint"] is { } hint) Plain(hint, 2000, $"{at}/hint");
        if (block["element"] is JsonObject element) Element(element, "input", $"{at}/element");
        else Wrong("missing required field: element", at);
    }

    private void Image(JsonObject image, string at)
    {
        if (image["image_url"] is null && image["slack_file"] is null) Wrong("missing required field: image_url", at);
        Longest(image, "image_url", 3000, at);
        if (image["alt_text"] is null) Wrong("missing required field: alt_text", at);
        Longest(image, "alt_text", 2000, at);
    }

    private void Fields(JsonObject block, string at, params string[] known)
    {
        foreach (var (name, _) in block.Where(field => field.Key is not ("type" or "block_id") && !known.Contains(field.Key))) Wrong($"no more than the known fields: {name}", at);
    }

    private IEnumerable<(JsonObject Item, string At)> Items(JsonObject of, string name, int least, int most, string at)
    {
        if (of[name] is not JsonArray items)
        {
            Wrong($"missing required field: {name}", at);
            yield break;
        }
        if (items.Count < least) Wrong($"must have at least {least} items", $"{at}/{name}");
        Most(items.Count, most, "items", $"{at}/{name}");
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is JsonObject item) yield return (item, $"{at}/{name}/{i}");
            else Wrong("must be an object", $"{at}/{name}/{i}");
        }
    }

    private void Plain(JsonNode? text, int most, string at)
    {
        if ((string?)text?["type"] is { } type && type != "plain_text") Wrong("must be plain_text", at);
        Text(text, 1, most, at);
    }

    private void Text(JsonNode? text, int least, int most, string at)
    {
        if (text is not JsonObject of)
        {
            Wrong("missing required field: text", at);
            return;
        }
        var type = (string?)of["type"];
        if (type is not ("plain_text" or "mrkdwn")) Wrong("unsupported type", $"{at}/type");
        foreach (var (name, _) in of.Where(field => !(field.Key is "type" or "text" || (field.Key == "emoji" && type == "plain_text") || (field.Key == "verbatim" && type == "mrkdwn")))) Wrong($"no more than the known fields: {name}", at);
        var said = (string?)of["text"] ?? "";
        if (said.Length < least) Wrong($"must be more than {least - 1} characters", $"{at}/text");
        Most(said.Length, most, "characters", $"{at}/text");
    }

    private void Longest(JsonObject of, string name, int most, string at)
    {
        if (of[name] is JsonValue value) Most(value.ToString().Length, most, "characters", $"{at}/{name}");
    }

    private void Most(int size, int most, string what, string at)
    {
        if (size > most) Wrong($"must be less than {most + 1} {what}", at);
    }

    private void Wrong(string what, string at) => errors.Add($"[ERROR] {what} [json-pointer:{at}]");
}
