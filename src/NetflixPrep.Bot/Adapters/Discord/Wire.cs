using System.Text.Json.Serialization;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>A message to create or change. What is null is not sent.</summary>
internal sealed record MessageBody
{
    public string? Content { get; init; }

    /// <summary>An empty list takes the controls away.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    public int? Flags { get; init; }

    public AllowedMentions? AllowedMentions { get; init; }

    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }

    /// <summary>What the files that go with it are called.</summary>
    public IReadOnlyList<AttachmentBody>? Attachments { get; init; }

    /// <summary>The bytes of the one file, sent beside the body.</summary>
    [JsonIgnore]
    public UploadedFile? Upload { get; init; }
}

/// <summary>A file of a message by its place among them.</summary>
internal sealed record AttachmentBody(string Id, string Filename);

/// <summary>A file on its way.</summary>
internal sealed record UploadedFile(string Name, byte[] Bytes);

/// <summary>Who a message may ping: nobody but those listed.</summary>
internal sealed record AllowedMentions(IReadOnlyList<string> Parse, IReadOnlyList<string>? Users);

/// <summary>Any component; each kind uses its own fields.</summary>
internal sealed record Component(int Type)
{
    public string? CustomId { get; init; }

    public string? Label { get; init; }

    public string? Description { get; init; }

    public int? Style { get; init; }

    public string? Placeholder { get; init; }

    public string? Value { get; init; }

    public bool? Required { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public IReadOnlyList<SelectOption>? Options { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    [JsonPropertyName("component")]
    public Component? Inner { get; init; }

    public const int Row = 1;
    public const int Button = 2;
    public const int Select = 3;
    public const int TextInput = 4;
    public const int LabelOf = 18;
}

internal sealed record SelectOption(string Label, string Value)
{
    public string? Description { get; init; }

    public bool? Default { get; init; }
}

/// <summary>A form.</summary>
internal sealed record ModalBody(string CustomId, string Title, IReadOnlyList<Component> Components);

/// <summary>The first answer to an interaction. <see cref="Data"/> is a message, a form or choices.</summary>
internal sealed record Callback<TData>(int Type, TData? Data) where TData : class;

/// <summary>Types of a first answer (Discord docs, Interaction Callback Type).</summary>
internal static class CallbackType
{
    public const int Message = 4;
    public const int DeferredMessage = 5;
    public const int DeferredUpdate = 6;
    public const int Choices = 8;
    public const int Modal = 9;
}

internal static class MessageFlag
{
    /// <summary>No previews of links that somebody typed.</summary>
    public const int SuppressEmbeds = 1 << 2;
    public const int Ephemeral = 1 << 6;
}

internal sealed record ChoicesBody(IReadOnlyList<CommandChoice> Choices);

internal sealed record CommandChoice(string Name, string Value);

/// <summary>A command as it is registered.</summary>
internal sealed record CommandBody(string Name, string Description)
{
    public int Type { get; init; } = 1;

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public IReadOnlyList<CommandOption>? Options { get; init; }

    public IReadOnlyList<int>? Contexts { get; init; }

    public IReadOnlyList<int>? IntegrationTypes { get; init; }
}

/// <summary>An option, a sub-command or a group of them.</summary>
internal sealed record CommandOption(int Type, string Name, string Description)
{
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public bool? Required { get; init; }

    public bool? Autocomplete { get; init; }

    public int? MinValue { get; init; }

    public int? MaxValue { get; init; }

    public int? MaxLength { get; init; }

    public IReadOnlyList<CommandChoice>? Choices { get; init; }

    public IReadOnlyList<CommandOption>? Options { get; init; }

    public const int SubCommand = 1;
    public const int Group = 2;
    public const int Text = 3;
    public const int Whole = 4;
}

internal sealed record ThreadBody(string Name)
{
    public int? Type { get; init; }

    public int? AutoArchiveDuration { get; init; }

    public bool? Invitable { get; init; }
}

internal sealed record ThreadChange
{
    public bool? Archived { get; init; }

    public bool? Locked { get; init; }
}

internal sealed record DmBody(string RecipientId);

/// <summary>Everything this program writes to Discord's API.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(Callback<MessageBody>))]
[JsonSerializable(typeof(Callback<ModalBody>))]
[JsonSerializable(typeof(Callback<ChoicesBody>))]
[JsonSerializable(typeof(IReadOnlyList<CommandBody>))]
[JsonSerializable(typeof(ThreadBody))]
[JsonSerializable(typeof(ThreadChange))]
[JsonSerializable(typeof(DmBody))]
internal sealed partial class WireJson : JsonSerializerContext;
