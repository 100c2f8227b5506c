using System.Globalization;
using System.Text;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Suggestions;

/// <summary>A proposal as a question file with the status draft: lint takes it, and says what is still to be written.</summary>
public static class DraftFile
{
    private const int LongestSlug = 40;
    private const int PerProbe = 5;
    private const int MostProbes = 3;

    /// <param name="prefix">What the names of the group's own questions begin with; null for none.</param>
    /// <param name="year">In which it was proposed.</param>
    public static Attachment Of(QuestionBank bank, Proposal proposal, int number, int year, string? prefix = null)
    {
        var slug = (prefix is null ? "" : prefix + "-") + Slug(proposal.Title, number);
        return new($"{slug}.yaml", Text(bank, proposal, slug, year));
    }

    private static string Text(QuestionBank bank, Proposal proposal, string slug, int year)
    {
        var round = Rounds.Find(proposal.Round) ?? Rounds.All[0];
        var step = bank.Contents.Ladders.FirstOrDefault(ladder => ladder.Rounds.Contains(round.Id))?.Steps[0].Id ?? "";
        var text = new StringBuilder();
        Line("# yaml-language-server: $schema=../../schema/question.schema.json");
        Line($"# Save it as questions/{round.Id}/{slug}.yaml and run lint: its warnings say what a whole question still needs.");
        Line($"id: {round.Id}.{slug}");
        Line("version: 1");
        Line("status: draft");
        Line($"title: {Quoted(proposal.Title)}");
        Line($"round: {round.Id}");
        Line("topics: []");
        Line("levels: [L5]");
        Line("difficulty: medium");
        Line($"minutes: {{answer: {Math.Max(10, round.Minutes - (PerProbe * MostProbes))}, per_probe: {PerProbe}, most_probes: {MostProbes}}}");
        Line($"prompt: {Quoted(proposal.Prompt)}");
        Line("signals:");
        for (var i = 0; i < proposal.Mentions.Count; i++)
        {
            Line($"  - {{id: {MentionId(i)}, label: {Quoted(proposal.Mentions[i])}, must: true, weight: 3, skill: reason-aloud, step: {step}}}");
        }
        Line("follow_ups:");
        Line($"  - {{id: first, kind: fixed, when: {{always: true}}, priority: 10, ask: {Quoted(proposal.FollowUp)}, seconds: 240}}");
        Line("hints: []");
        Line("outline: []");
        Line("anchors: []");
        Line("samples: []");
        Line("sources:");
        Line($"  - {{name: {Quoted(proposal.Source.Length == 0 ? "own" : proposal.Source)}, kind: proposal, date: \"{year}\"}}");
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static string MentionId(int at) => "mention-" + (at + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>In double quotes, as YAML reads it back.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (letter is '"' or '\\') quoted.Append('\\').Append(letter);
            else if (letter == '\n') quoted.Append("\\n");
            else if (char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF') quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            else quoted.Append(letter);
        }
        return quoted.Append('"').ToString();
    }

    private static string Slug(string title, int number)
    {
        var slug = new StringBuilder();
        foreach (var letter in title.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var cut = slug.ToString(0, Math.Min(slug.Length, LongestSlug)).Trim('-');
        return cut.Length > 0 ? cut : "proposal-" + number.ToString(CultureInfo.InvariantCulture);
    }
}
