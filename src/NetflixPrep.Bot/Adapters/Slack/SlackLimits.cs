namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>Slack's limits, from its documentation. Characters are counted as UTF-16 units after escaping, the safe reading.</summary>
internal static class SlackLimits
{
    /// <summary>Of a message's top-level text: what chat.update still takes; chat.postMessage advises the same.</summary>
    public const int Text = 4000;

    /// <summary>Of one message's rich text here: below <see cref="Text"/>, so that title, fields and clock fit as well.</summary>
    public const int Body = 3000;
    public const int SectionText = 3000;
    public const int MessageBlocks = 50;
    public const int ViewBlocks = 100;
    public const int Header = 150;
    public const int ContextElements = 10;
    public const int ActionElements = 25;
    public const int ButtonText = 75;
    public const int ButtonValue = 2000;
    public const int SelectOptions = 100;
    public const int OptionText = 75;
    public const int OptionValue = 150;
    public const int OptionDescription = 75;
    public const int Placeholder = 150;
    public const int Id = 255;
    public const int ViewTitle = 24;
    public const int ViewButton = 24;
    public const int PrivateMetadata = 3000;
    public const int InputLabel = 2000;
    public const int InputHint = 2000;
    public const int InputText = 3000;
    public const int CommandName = 32;
    public const int UsageHint = 1000;
    public const int ShortcutName = 24;
    public const int Description = 140;

    /// <summary>Within this an envelope must be acknowledged.</summary>
    public static readonly TimeSpan Ack = TimeSpan.FromSeconds(3);

    /// <summary>A trigger opens one form within this.</summary>
    public static readonly TimeSpan Trigger = TimeSpan.FromSeconds(3);

    /// <summary>A response URL works this long, and <see cref="ResponseUses"/> times.</summary>
    public static readonly TimeSpan ResponseLife = TimeSpan.FromMinutes(30);
    public const int ResponseUses = 5;

    /// <summary>The text, cut to the limit with an ellipsis, never through a surrogate pair.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit) return text;
        var end = limit - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end] + "…";
    }
}
