using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NetflixPrep.Bot.Tests.Discord.Fake;

/// <summary>Limits of the documentation that the official file misses.</summary>
internal static class FakeLimits
{
    public static IReadOnlyList<string> Check(string path, JsonNode body)
    {
        var errors = new List<string>();
        if (path.EndsWith("/commands", StringComparison.Ordinal)) Commands(body.AsArray(), errors);
        else if (path.EndsWith("/callback", StringComparison.Ordinal)) Callback(body.AsObject(), errors);
        else if (path.Contains("/messages", StringComparison.Ordinal) && !path.EndsWith("/threads", StringComparison.Ordinal)) Message(body.AsObject(), errors, mayBeEmpty: path.Split('/') is [.., "messages", _]);
        return errors;
    }

    private static void Message(JsonObject body, List<string> errors, bool mayBeEmpty)
    {
        var content = (string?)body["content"];
        if (content?.Length > 2000) errors.Add($"content of {content.Length} characters");
        var rows = body["components"] as JsonArray ?? [];
        if (!mayBeEmpty && string.IsNullOrWhiteSpace(content) && rows.Count == 0 && body["embeds"] is null) errors.Add("an empty message");
        if (rows.Count > 5) errors.Add($"{rows.Count} rows");
        var inside = rows.SelectMany(row => row!["components"]!.AsArray()).ToList();
        foreach (var row in rows)
        {
            var kinds = row!["components"]!.AsArray().Select(one => (int)one!["type"]!).ToList();
            if (kinds.Count == 0 || (kinds.Contains(3) && kinds.Count > 1) || kinds.Count > 5) errors.Add("a row is up to five buttons or one menu");
        }
        Unique(inside, errors);
        if ((((int?)body["flags"] ?? 0) & (1 << 15)) != 0 && content is not null) errors.Add("components of version 2 together with content");
    }

    private static void Unique(List<JsonNode?> components, List<string> errors)
    {
        if (components.Any(one => (int?)one!["style"] != 5 && string.IsNullOrEmpty((string?)one["custom_id"]))) errors.Add("a component without custom_id");
        if (components.Select(one => (string?)one!["custom_id"]).Distinct().Count() < components.Count) errors.Add("a custom_id twice");
    }

    private static void Callback(JsonObject body, List<string> errors)
    {
        var data = body["data"] as JsonObject;
        switch ((int)body["type"]!)
        {
            case 4:
                Message(data!, errors, mayBeEmpty: false);
                break;
            case 5 when ((int?)data?["flags"] ?? 0) is not (0 or 64):
                errors.Add("a deferred answer takes no flag but ephemeral");
                break;
            case 9:
                var labels = data!["components"]!.AsArray();
                if (labels.Count is < 1 or > 5) errors.Add($"a form with {labels.Count} inputs");
                Unique([.. labels.Select(label => label!["component"])], errors);
                break;
        }
    }

    private static void Commands(JsonArray commands, List<string> errors)
    {
        if (commands.Count > 100) errors.Add($"{commands.Count} commands");
        foreach (var command in commands)
        {
            if (string.IsNullOrEmpty((string?)command!["description"])) errors.Add("a command without a description");
            if (Size(command) > 8000) errors.Add("a command over 8000 characters");
            Options(command, errors);
        }
    }

    private static void Options(JsonNode of, List<string> errors)
    {
        var name = (string)of["name"]!;
        if (!Regex.IsMatch(name, @"^[-_'\p{L}\p{N}]{1,32}$") || name.Any(char.IsUpper)) errors.Add($"the name {name}");
        var optional = false;
        foreach (var option in of["options"] as JsonArray ?? [])
        {
            var required = (bool?)option!["required"] == true;
            if (required && optional) errors.Add($"{name}: required after optional");
            optional |= !required;
            if (option["choices"] is not null && (bool?)option["autocomplete"] == true) errors.Add($"{name}: choices and autocomplete");
            Options(option, errors);
        }
    }

    private static int Size(JsonNode node) => ((string?)node["name"])!.Length + ((string?)node["description"] ?? "").Length
        + (node["options"] as JsonArray ?? []).Sum(option => Size(option!)) + (node["choices"] as JsonArray ?? []).Sum(choice => ((string)choice!["name"]!).Length + ((string)choice["value"]!).Length);
}
