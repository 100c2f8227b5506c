namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>Discord's limits, from its documentation. Characters are counted as UTF-16 units, the safe reading.</summary>
internal static class DiscordLimits
{
    public const int Content = 2000;
    public const int ActionRows = 5;
    public const int ButtonsInRow = 5;
    public const int ButtonLabel = 80;
    public const int CustomId = 100;
    public const int SelectOptions = 25;
    public const int OptionText = 100;
    public const int Placeholder = 150;
    public const int ModalTitle = 45;
    public const int ModalInputs = 5;
    public const int LabelText = 45;
    public const int LabelDescription = 100;
    public const int InputText = 4000;
    public const int CommandName = 32;
    public const int CommandDescription = 100;
    public const int CommandOptions = 25;
    public const int CommandChoices = 25;
    public const int CommandChoiceText = 100;
    public const int CommandTextOption = 6000;
    public const int CommandTotal = 8000;
    public const int ChatCommands = 100;
    public const int Nonce = 25;
    public const int ThreadName = 100;
    public const int AllowedMentions = 100;

    /// <summary>Minutes; the longest that Discord offers.</summary>
    public const int LongestAutoArchive = 10080;

    public static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan InteractionLife = TimeSpan.FromMinutes(15);

    /// <summary>The text, cut to the limit with an ellipsis, never through a surrogate pair.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit) return text;
        var end = limit - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end] + "…";
    }
}
