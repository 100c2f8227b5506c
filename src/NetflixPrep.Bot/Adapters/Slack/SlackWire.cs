using System.Text.Json.Serialization;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>What stands in a block: a text, something interactive, or a piece of rich text.</summary>
[JsonDerivedType(typeof(TextObject))]
[JsonDerivedType(typeof(Interactive))]
[JsonDerivedType(typeof(Rich))]
[JsonDerivedType(typeof(RichList))]
internal abstract record Element(string Type);

/// <summary>A text object: plain_text shows to the letter, mrkdwn is Slack's markup.</summary>
internal sealed record TextObject(string Type, string Text) : Element(Type)
{
    public bool? Emoji { get; init; }

    public static TextObject Plain(string text) => new("plain_text", text) { Emoji = false };

    public static TextObject Markup(string text) => new("mrkdwn", text);
}

/// <summary>A button, a menu or an input; each kind uses its own fields.</summary>
internal sealed record Interactive(string Type) : Element(Type)
{
    public string? ActionId { get; init; }

    public TextObject? Text { get; init; }

    public string? Value { get; init; }

    public string? Style { get; init; }

    public TextObject? Placeholder { get; init; }

    public IReadOnlyList<OptionObject>? Options { get; init; }

    public OptionObject? InitialOption { get; init; }

    public string? InitialValue { get; init; }

    public bool? Multiline { get; init; }

    public int? MaxLength { get; init; }

    public const string Button = "button";
    public const string Select = "static_select";
    public const string Input = "plain_text_input";
}

/// <summary>One option of a menu.</summary>
internal sealed record OptionObject(TextObject Text, string Value)
{
    public TextObject? Description { get; init; }
}

/// <summary>A run of rich text (text, user, channel, date, link) or a section of such runs.</summary>
internal sealed record Rich(string Type) : Element(Type)
{
    public string? Text { get; init; }

    public RichStyle? Style { get; init; }

    public string? Url { get; init; }

    public string? UserId { get; init; }

    public string? ChannelId { get; init; }

    public long? Timestamp { get; init; }

    public string? Format { get; init; }

    public string? Fallback { get; init; }

    public IReadOnlyList<Element>? Elements { get; init; }

    public const string Run = "text";
    public const string User = "user";
    public const string Channel = "channel";
    public const string Date = "date";
    public const string Link = "link";
    public const string Section = "rich_text_section";
    public const string Preformatted = "rich_text_preformatted";
    public const string Quote = "rich_text_quote";
}

/// <summary>A list; each element is a section.</summary>
internal sealed record RichList(string Style, int Indent, IReadOnlyList<Element> Elements) : Element("rich_text_list")
{
    /// <summary>How many numbers were used before it, in an ordered list that goes on.</summary>
    public int? Offset { get; init; }

    public const string Bullet = "bullet";
    public const string Ordered = "ordered";
}

/// <summary>How a run looks.</summary>
internal sealed record RichStyle
{
    public bool? Bold { get; init; }

    public bool? Italic { get; init; }

    public bool? Strike { get; init; }

    public bool? Code { get; init; }
}

/// <summary>Any block; each kind uses its own fields.</summary>
internal sealed record Block(string Type)
{
    public string? BlockId { get; init; }

    public TextObject? Text { get; init; }

    public IReadOnlyList<Element>? Elements { get; init; }

    public TextObject? Label { get; init; }

    public TextObject? Hint { get; init; }

    public Element? Element { get; init; }

    public bool? Optional { get; init; }

    public const string Header = "header";
    public const string RichText = "rich_text";
    public const string Context = "context";
    public const string Actions = "actions";
    public const string Divider = "divider";
    public const string Input = "input";
}

/// <summary>One message as it is rendered: complete text for screen readers and notifications, and the blocks that are shown.</summary>
internal sealed record MessageBody(string Text, IReadOnlyList<Block> Blocks)
{
    /// <summary>As it is sent: no blocks rather than an empty list.</summary>
    public IReadOnlyList<Block>? SentBlocks => Blocks.Count > 0 ? Blocks : null;

    /// <summary>A plain sentence of our own.</summary>
    public static MessageBody Of(string sentence) => new(SlackText.Escape(sentence), []);
}

/// <summary>A form or an App Home.</summary>
internal sealed record ViewBody(string Type, IReadOnlyList<Block> Blocks)
{
    public TextObject? Title { get; init; }

    public TextObject? Submit { get; init; }

    public TextObject? Close { get; init; }

    public string? CallbackId { get; init; }

    public string? PrivateMetadata { get; init; }
}

/// <summary>Lets a message be found again by its outbox key; anybody in the workspace can read it, so nothing else stands in it.</summary>
internal sealed record Metadata(string EventType, MetadataKey EventPayload);

internal sealed record MetadataKey(string Key);

internal sealed record PostArguments(string Channel, string Text, IReadOnlyList<Block>? Blocks)
{
    public string? ThreadTs { get; init; }

    public Metadata? Metadata { get; init; }

    /// <summary>For a line that one person sees.</summary>
    public string? User { get; init; }

    public bool? UnfurlLinks { get; init; }

    public bool? UnfurlMedia { get; init; }
}

internal sealed record UpdateArguments(string Channel, string Ts, string Text, IReadOnlyList<Block>? Blocks);

internal sealed record MessageArguments(string Channel, string Ts);

internal sealed record ReactionArguments(string Channel, string Timestamp, string Name);

internal sealed record OpenDmArguments(string Users);

internal sealed record CompleteUploadArguments(IReadOnlyList<UploadedFile> Files, string ChannelId);

internal sealed record UploadedFile(string Id, string Title);

internal sealed record OpenViewArguments(string TriggerId, ViewBody View);

internal sealed record PublishArguments(string UserId, ViewBody View);

/// <summary>An answer to a slash command or a press, sent with the acknowledgement or to its response URL.</summary>
internal sealed record ResponseBody
{
    public string? ResponseType { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<Block>? Blocks { get; init; }

    public bool? ReplaceOriginal { get; init; }

    public bool? DeleteOriginal { get; init; }

    public string? ThreadTs { get; init; }
}

/// <summary>An acknowledgement that keeps a form open and says what to mend, by block.</summary>
internal sealed record FormErrors(string ResponseAction, IReadOnlyDictionary<string, string> Errors);

internal sealed record Acknowledgement<T>(string EnvelopeId, T? Payload) where T : class;

/// <summary>Everything this program writes to Slack.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PostArguments))]
[JsonSerializable(typeof(UpdateArguments))]
[JsonSerializable(typeof(MessageArguments))]
[JsonSerializable(typeof(ReactionArguments))]
[JsonSerializable(typeof(OpenDmArguments))]
[JsonSerializable(typeof(CompleteUploadArguments))]
[JsonSerializable(typeof(OpenViewArguments))]
[JsonSerializable(typeof(PublishArguments))]
[JsonSerializable(typeof(ResponseBody))]
[JsonSerializable(typeof(Acknowledgement<ResponseBody>), TypeInfoPropertyName = "AckWithMessage")]
[JsonSerializable(typeof(Acknowledgement<FormErrors>), TypeInfoPropertyName = "AckWithErrors")]
internal sealed partial class SlackJson : JsonSerializerContext;
