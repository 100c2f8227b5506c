using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Suggestions;

/// <summary>The form in which a question is proposed: five inputs, as many as every platform has room for.</summary>
internal static class ProposalForm
{
    private const int LongestTitle = 60;
    private const int LongestPrompt = 600;
    private const int LongestMentions = 1000;
    private const int LongestLabel = 40;
    private const int LongestFollowUp = 400;
    private const int LongestSource = 200;
    private const int MostMentions = 8;

    public static Form For(StreamId stream, string round) => new(new Token(stream, SuggestionAct.Proposed, 0, round).ToString(), "Propose a question",
    [
        new("title", "Title, a few words", Required: true, LongestTitle),
        new("prompt", "What the interviewer asks", Required: true, LongestPrompt) { Paragraph = true },
        new("mentions", "What a strong answer mentions, a line each", Required: true, LongestMentions) { Paragraph = true },
        new("follow-up", "One follow-up", Required: true, LongestFollowUp) { Paragraph = true },
        new("source", "Where the idea is from", Required: false, LongestSource) { Hint = "Empty: your own" },
    ]);

    /// <summary>Null when title, prompt, follow-up or everything that is to be mentioned is missing.</summary>
    public static Proposal? Read(Seq<Argument> fields, string round)
    {
        var (title, prompt, followUp) = (Line("title", LongestTitle), Text("prompt", LongestPrompt), Line("follow-up", LongestFollowUp));
        Seq<string> mentions =
        [
            .. Text("mentions", LongestMentions).Split('\n').Select(line => Cut(line.Trim().TrimStart('-', '*', '•').Trim(), LongestLabel)).Where(line => line.Length > 0).Distinct().Take(MostMentions),
        ];
        return title.Length == 0 || prompt.Length == 0 || followUp.Length == 0 || mentions.Count == 0 ? null : new(round, title, prompt, mentions, followUp, Line("source", LongestSource));

        string Text(string name, int longest) => Cut((fields.FirstOrDefault(field => field.Name == name)?.Value ?? "").ReplaceLineEndings("\n").Trim(), longest);

        string Line(string name, int longest) => Cut(string.Join(' ', Text(name, int.MaxValue).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), longest);
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest].TrimEnd();
}
