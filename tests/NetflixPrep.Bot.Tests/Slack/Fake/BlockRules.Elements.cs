using System.Globalization;
using System.Text.Json.Nodes;

namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>What stands inside blocks.</summary>
internal sealed partial class BlockRules
{
    private static readonly string[] Selects = ["static_select", "external_select", "users_select", "conversations_select", "channels_select"];
    private static readonly string[] Texts = ["plain_text_input", "email_text_input", "url_text_input", "number_input"];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["section"] = ["image", "button", "checkboxes", "datepicker", "overflow", "radio_buttons", "timepicker", .. Selects, .. Selects.Select(one => "multi_" + one)],
        ["actions"] = ["button", "checkboxes", "datepicker", "datetimepicker", "overflow", "radio_buttons", "timepicker", .. Selects],
        ["input"] = [.. Texts, "checkboxes", "datepicker", "datetimepicker", "radio_buttons", "timepicker", "file_input", "rich_text_input", .. Selects, .. Selects.Select(one => "multi_" + one)],
    };

    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["button"] = ["text", "value", "url", "style", "confirm", "accessibility_label"],
        ["image"] = ["image_url", "slack_file", "alt_text"],
        ["overflow"] = ["options", "confirm"],
        ["checkboxes"] = ["options", "initial_options", "confirm", "focus_on_load"],
        ["radio_buttons"] = ["options", "initial_option", "confirm", "focus_on_load"],
        ["datepicker"] = ["initial_date", "placeholder", "confirm", "focus_on_load"],
        ["timepicker"] = ["initial_time", "placeholder", "confirm", "focus_on_load", "timezone"],
        ["datetimepicker"] = ["initial_date_time", "confirm", "focus_on_load"],
        ["plain_text_input"] = ["initial_value", "multiline", "min_length", "max_length", "placeholder", "focus_on_load", "dispatch_action_config"],
        ["email_text_input"] = ["initial_value", "placeholder", "focus_on_load", "dispatch_action_config"],
        ["url_text_input"] = ["initial_value", "placeholder", "focus_on_load", "dispatch_action_config"],
        ["number_input"] = ["is_decimal_allowed", "initial_value", "min_value", "max_value", "placeholder", "focus_on_load", "dispatch_action_config"],
        ["file_input"] = ["filetypes", "max_files"],
        ["rich_text_input"] = ["initial_value", "placeholder", "focus_on_load", "dispatch_action_config"],
    };

    private void Element(JsonObject element, string block, string at)
    {
        var type = (string?)element["type"] ?? "";
        if (!Allowed[block].Contains(type))
        {
            Wrong($"unsupported element in {block}: {type}", at);
            return;
        }
        var known = Known.GetValueOrDefault(type) ?? SelectFields(type);
        foreach (var (name, _) in element.Where(field => field.Key is not ("type" or "action_id") && !known.Contains(field.Key))) Wrong($"no more than the known fields: {name}", at);
        Longest(element, "action_id", Id, at);
        if (element["placeholder"] is { } placeholder) Plain(placeholder, 150, $"{at}/placeholder");
        if (element["confirm"] is JsonObject confirm) Confirm(confirm, $"{at}/confirm");
        switch (type)
        {
            case "button": Button(element, at); break;
            case "image": Image(element, at); break;
            case "overflow": Options(element, 1, 5, at); break;
            case "checkboxes" or "radio_buttons": Options(element, 1, 10, at); break;
            case "static_select" or "multi_static_select": Select(element, at); break;
            case "plain_text_input": TextInput(element, at); break;
            case "number_input" when element["is_decimal_allowed"] is null: Wrong("missing required field: is_decimal_allowed", at); break;
            case "datepicker": Shaped(element, "initial_date", "yyyy-MM-dd", at); break;
            case "timepicker": Shaped(element, "initial_time", "HH:mm", at); break;
        }
    }

    private static string[] SelectFields(string type)
    {
        var many = type.StartsWith("multi_", StringComparison.Ordinal);
        var kind = many ? type["multi_".Length..] : type;
        string[] own = kind switch
        {
            "static_select" => ["options", "option_groups", many ? "initial_options" : "initial_option"],
            "external_select" => ["min_query_length", many ? "initial_options" : "initial_option"],
            "users_select" => [many ? "initial_users" : "initial_user"],
            "conversations_select" => ["default_to_current_conversation", "filter", "response_url_enabled", many ? "initial_conversations" : "initial_conversation"],
            _ => ["response_url_enabled", many ? "initial_channels" : "initial_channel"],
        };
        return [.. own, "placeholder", "confirm", "focus_on_load", .. many ? ["max_selected_items"] : Array.Empty<string>()];
    }

    private void Button(JsonObject button, string at)
    {
        Plain(button["text"], 75, $"{at}/text");
        Longest(button, "value", 2000, at);
        Longest(button, "url", 3000, at);
        Longest(button, "accessibility_label", 75, at);
        if ((string?)button["style"] is { } style and not ("primary" or "danger")) Wrong($"style is {style}", at);
    }

    private void Confirm(JsonObject confirm, string at)
    {
        Plain(confirm["title"], 100, $"{at}/title");
        Text(confirm["text"], 1, 300, $"{at}/text");
        if (confirm["confirm"] is { } yes) Plain(yes, 30, $"{at}/confirm");
        if (confirm["deny"] is { } no) Plain(no, 30, $"{at}/deny");
    }

    private void Select(JsonObject select, string at)
    {
        if (select["options"] is null == select["option_groups"] is null)
        {
            Wrong("one of options and option_groups", at);
            return;
        }
        if (select["options"] is not null)
        {
            Options(select, 1, 100, at);
            return;
        }
        foreach (var (group, where) in Items(select, "option_groups", 1, 100, at))
        {
            Plain(group["label"], 75, $"{where}/label");
            Options(group, 1, 100, where);
        }
    }

    private void Options(JsonObject of, int least, int most, string at)
    {
        var values = new HashSet<string>();
        foreach (var (option, where) in Items(of, "options", least, most, at))
        {
            Option(option, (string?)of["type"], where);
            values.Add(option.ToJsonString());
        }
        foreach (var initial in (of["initial_options"] as JsonArray ?? []).Append(of["initial_option"]).OfType<JsonObject>())
        {
            if (!values.Contains(initial.ToJsonString())) Wrong("the initial option is none of the options", at);
        }
    }

    private void Option(JsonObject option, string? type, string at)
    {
        if (type is "checkboxes" or "radio_buttons") Text(option["text"], 1, 75, $"{at}/text");
        else Plain(option["text"], 75, $"{at}/text");
        if (((string?)option["value"] ?? "").Length == 0) Wrong("missing required field: value", at);
        Longest(option, "value", 150, at);
        if (option["description"] is { } description) Text(description, 1, 75, $"{at}/description");
        Longest(option, "url", 3000, at);
        if (option["url"] is not null && type != "overflow") Wrong("url only in an overflow menu", at);
    }

    private void TextInput(JsonObject input, string at)
    {
        var (least, most) = ((int?)input["min_length"] ?? 0, (int?)input["max_length"] ?? 3000);
        if (least is < 0 or > 3000) Wrong("must be less than 3001", $"{at}/min_length");
        if (most is < 1 or > 3000) Wrong("must be less than 3001", $"{at}/max_length");
        if (least > most) Wrong("min_length above max_length", at);
        Longest(input, "initial_value", most, at);
    }

    private void Shaped(JsonObject element, string name, string format, string at)
    {
        if ((string?)element[name] is { } value && !DateTime.TryParseExact(value, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) Wrong($"must be {format}", $"{at}/{name}");
    }

    private void RichText(JsonObject element, string at)
    {
        var type = (string?)element["type"];
        if (type is not ("rich_text_section" or "rich_text_list" or "rich_text_preformatted" or "rich_text_quote"))
        {
            Wrong($"unsupported rich text element: {type}", at);
            return;
        }
        if (type == "rich_text_list" && (string?)element["style"] is not ("bullet" or "ordered")) Wrong("style must be bullet or ordered", at);
        foreach (var (inner, where) in Items(element, "elements", 0, int.MaxValue, at))
        {
            if (type == "rich_text_list") RichText(inner, where);
            else Inline(inner, type == "rich_text_preformatted", where);
        }
    }

    private void Inline(JsonObject inline, bool preformatted, string at)
    {
        var needed = (string?)inline["type"] switch
        {
            "text" => "text",
            "link" => "url",
            "user" when !preformatted => "user_id",
            "channel" when !preformatted => "channel_id",
            "usergroup" when !preformatted => "usergroup_id",
            "emoji" when !preformatted => "name",
            "broadcast" when !preformatted => "range",
            "date" when !preformatted => "timestamp",
            "color" when !preformatted => "value",
            _ => null,
        };
        if (needed is null) Wrong($"unsupported rich text element: {inline["type"]}", at);
        else if (inline[needed] is null || inline[needed]!.ToString().Length == 0) Wrong($"missing required field: {needed}", at);
        if ((string?)inline["type"] == "date" && inline["format"] is null) Wrong("missing required field: format", at);
        foreach (var (style, _) in inline["style"] as JsonObject ?? [])
        {
            if (style is not ("bold" or "italic" or "strike" or "code" or "underline" or "highlight" or "client_highlight" or "unlink")) Wrong($"unsupported style: {style}", at);
        }
    }
}
