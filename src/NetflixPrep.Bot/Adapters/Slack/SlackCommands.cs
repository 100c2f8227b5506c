using System.Text.RegularExpressions;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>
/// All verbs of the command table under one slash command. A verb whose first word is <c>mock</c> is typed without it:
/// <c>/mock start</c>; every other verb in full: <c>/mock help</c>. Pure.
/// </summary>
/// <param name="root">The slash command with its slash.</param>
internal sealed partial class SlackCommands(string root, Seq<CommandSpec> table)
{
    private const string Family = "mock";

    public string Root => root;

    /// <summary>The verb as it is typed after the root word.</summary>
    public static string Typed(string verb) => verb.StartsWith(Family + " ", StringComparison.Ordinal) ? verb[(Family.Length + 1)..] : verb;

    /// <summary>A command as people type it here. A private place is named to those whom direct messages do not reach, but is one of those here: they are shown the public one.</summary>
    public string Show(CommandRef command) => $"{root} {Typed(command.Verb)}{(command.Arguments is { Length: > 0 } more ? " " + more.Replace("place:private", "place:public", StringComparison.Ordinal) : "")}";

    /// <summary>What stands after the root word, as the table has it. Nothing typed means help.</summary>
    public CommandLine Read(string text)
    {
        var typed = text.Trim();
        if (typed.Length == 0) typed = CommandTable.Help;
        var full = CommandLine.Read(typed, table);
        if (full is CommandLine.Parsed) return full;
        var shorter = CommandLine.Read($"{Family} {typed}", table);
        if (shorter is CommandLine.Parsed) return shorter;
        // Whichever of the two knows what was meant.
        var (one, other) = ((CommandLine.Complaint)full, (CommandLine.Complaint)shorter);
        return new CommandLine.Complaint(Here(IsOfFamily(typed) || (!Guesses(one) && Guesses(other)) ? other.Sentence : one.Sentence));
    }

    /// <summary>A sentence with the commands in it written as they are typed here.</summary>
    public string Here(string sentence) =>
        Mentioned().Replace(sentence, match => match.Groups["first"].Value is var first && first == Family ? root : $"{root} {first}");

    /// <summary>The first word is a verb of the family, so what is wrong is in its arguments.</summary>
    private bool IsOfFamily(string typed) => typed.Split(' ', 2)[0].ToLowerInvariant() is var first && table.Any(spec => spec.Verb == $"{Family} {first}");

    private static bool Guesses(CommandLine.Complaint complaint) => complaint.Sentence.Contains("Did you mean", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<![\w/])/(?<first>[a-z][\w-]*)")]
    private static partial Regex Mentioned();
}
