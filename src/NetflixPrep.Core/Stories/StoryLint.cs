using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Stories;

/// <summary>What a remark is about.</summary>
public enum RemarkKind
{
    NoNumber,
    NoTension,
    MoreWeThanI,
}

/// <summary>Something that a story does not say, with the words it was seen in.</summary>
public sealed record StoryRemark(RemarkKind Kind, Prose Text);

/// <summary>
/// Looks for what stories often lack: a number, a tension, the person's own part (S1, S2). It counts words and judges nothing;
/// which words it looks for is ours.
/// </summary>
public static class StoryLint
{
    private const int WordsAround = 2;
    private const int MostQuotes = 3;

    private static readonly HashSet<string> We = ["we", "our", "ours", "us"];
    private static readonly HashSet<string> I = ["i", "me", "my", "mine", "myself"];

    private static readonly HashSet<string> TensionWords =
    [
        "but", "however", "although", "though", "despite", "yet", "while", "whereas", "instead", "unless", "until", "only", "without", "against", "versus", "vs", "or", "nobody", "no", "not", "never",
        "too", "late", "deadline", "pressure", "risk", "risky", "cost", "costs", "costly", "unclear", "ambiguous", "trade", "tradeoff", "hard", "limited", "few", "less", "wrong", "old", "slow", "slower",
        "didnt", "couldnt", "wouldnt", "cant", "cannot", "dont", "wasnt", "werent", "hadnt", "wont", "isnt", "arent", "doesnt", "still", "already", "between", "halfway", "short", "stuck", "angry", "afraid", "tired",
    ];

    private static readonly string[] TensionStems =
    [
        "disagree", "conflict", "refus", "reject", "object", "push", "block", "fail", "broke", "break", "lost", "lose", "losing", "miss", "drop", "concern", "worr", "doubt", "escalat", "outage", "incident",
        "argu", "insist", "oppos", "resist", "threat", "cancel", "regress", "complain", "demand", "depend", "delay", "postpone", "wanted", "preferred", "demanded", "stood",
    ];

    private static readonly string[] FailureStems =
        ["fail", "mistake", "cancel", "abandon", "rolled", "rollback", "wrong", "missed", "shelved", "scrapped", "killed", "regress", "outage", "underestimat", "overestimat"];

    /// <summary>The remarks on one story, in the order of its lines.</summary>
    public static Seq<StoryRemark> Of(Story story) =>
    [
        .. Tension(story),
        .. Part(story),
        .. Number(story),
    ];

    /// <summary>Whether one of them tells of something that failed: by its theme, or by its words.</summary>
    public static bool HasFailure(Seq<Story> stories) =>
        stories.Any(story => story.Themes.Contains(Themes.Failure) || story.Lines().Any(line => Words(line.Text).Any(word => StartsWith(word, FailureStems))));

    private static IEnumerable<StoryRemark> Tension(Story story)
    {
        if (story.Tension.Length == 0) yield return new(RemarkKind.NoTension, Prose.Of($"Tension is empty. What stood against it: a person, a deadline, a cost, a doubt?"));
        else if (!Words($"{story.Tension}\n{story.Situation}").Any(word => TensionWords.Contains(word) || StartsWith(word, TensionStems)))
            yield return new(RemarkKind.NoTension, Prose.Of($"In \"{story.Tension}\" I see no tension. What stood against it: a person, a deadline, a cost, a doubt?"));
    }

    private static IEnumerable<StoryRemark> Part(Story story)
    {
        var tokens = Tokens.Of(story.Action);
        var we = Enumerable.Range(0, tokens.Count).Where(at => We.Contains(Person(tokens, at)) && story.Action[tokens[at].Start..tokens[at].End] != "US").ToList();
        var own = Enumerable.Range(0, tokens.Count).Count(at => I.Contains(Person(tokens, at)));
        if (we.Count <= own) yield break;
        var quotes = Prose.Join(", ", we.Take(MostQuotes).Select(at => Prose.Of($"\"{story.Action[tokens[at].Start..tokens[Math.Min(at + WordsAround, tokens.Count - 1)].End]}\"")));
        yield return new(RemarkKind.MoreWeThanI, Prose.Of($"Action says we {Prose.Markdown(Times(we.Count))} ({quotes}) and I {Prose.Markdown(own == 0 ? "never" : Times(own))}. What did you do yourself?"));
    }

    private static IEnumerable<StoryRemark> Number(Story story)
    {
        if (story.Metric.Length == 0) yield return new(RemarkKind.NoNumber, Prose.Of($"Metric is empty. Which number changed, from what to what?"));
        else if (!AnyNumber.In(story.Metric)) yield return new(RemarkKind.NoNumber, Prose.Of($"In \"{story.Metric}\" I see no number. From what to what, in how long?"));
    }

    /// <summary>The word before an apostrophe: the "we" of "we've".</summary>
    private static string Person(Tokens tokens, int at)
    {
        var typed = tokens.Text[tokens[at].Start..tokens[at].End];
        var end = typed.AsSpan().IndexOfAny('\'', '’');
        return end > 0 ? typed[..end].ToLowerInvariant() : tokens.Word(at).ToString();
    }

    private static IEnumerable<string> Words(string text)
    {
        var tokens = Tokens.Of(text);
        return Enumerable.Range(0, tokens.Count).Select(at => tokens.Word(at).ToString());
    }

    private static bool StartsWith(string word, string[] stems) => stems.Any(stem => word.StartsWith(stem, StringComparison.Ordinal));

    private static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{count} times",
    };
}
