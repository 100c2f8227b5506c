using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Stories;

/// <summary>A story that an answer seems to tell, and the words that both share, as they were said.</summary>
public sealed record ToldStory(string Id, string Title, Seq<string> Words);

/// <summary>
/// Says which of somebody's stories an answer tells: by words that stand in one story alone, in no question, and seldom elsewhere.
/// Rather silent than mistaken: the numbers below are ours, on the careful side.
/// </summary>
public static class StoryTold
{
    private const int LeastShared = 5;

    /// <summary>Numbers are rarer than words: with one of them a word less is enough.</summary>
    private const int LeastSharedWithNumber = 4;

    /// <summary>Percent of the story's own words that must be shared.</summary>
    private const int LeastPercent = 15;

    private const int ShortestWord = 5;
    private const int MostQuoted = 6;

    /// <param name="said">What the person said in one round.</param>
    /// <param name="asked">What was asked there: its words tell nothing.</param>
    public static Seq<ToldStory> In(Seq<Story> stories, IEnumerable<string> said, IEnumerable<string> asked)
    {
        var heard = new Dictionary<string, string>();
        foreach (var (stem, typed, _) in said.SelectMany(Rare)) heard.TryAdd(stem, typed);
        var known = asked.SelectMany(Rare).Select(word => word.Stem).ToHashSet();
        var own = stories.Select(story => (story, words: story.Lines().Select(line => line.Text).Append(story.Title).SelectMany(Rare).DistinctBy(word => word.Stem).ToList())).ToList();
        return
        [
            .. from each in own
               let alone = each.words.Where(word => !known.Contains(word.Stem) && own.All(other => other.story == each.story || other.words.All(theirs => theirs.Stem != word.Stem))).ToList()
               let shared = alone.Where(word => heard.ContainsKey(word.Stem)).ToList()
               where shared.Count >= (shared.Any(word => word.IsNumber) ? LeastSharedWithNumber : LeastShared) && shared.Count * 100 >= alone.Count * LeastPercent
               select new ToldStory(each.story.Id, each.story.Title, [.. shared.Take(MostQuoted).Select(word => heard[word.Stem])]),
        ];
    }

    private static IEnumerable<(string Stem, string Typed, bool IsNumber)> Rare(string text)
    {
        var tokens = Tokens.Of(text);
        for (var at = 0; at < tokens.Count; at++)
        {
            var word = tokens.Word(at).ToString();
            var isNumber = tokens[at].IsNumber;
            if (isNumber ? word.Count(char.IsAsciiDigit) < 2 : word.Length < ShortestWord) continue;
            var stem = isNumber ? word : Stem(word);
            if (!CommonWords.Stems.Contains(stem)) yield return (stem, text[tokens[at].Start..tokens[at].End], isNumber);
        }
    }

    /// <summary>Enough of a stem for "rollbacks" and "rollback", "migrated" and "migrating" to meet.</summary>
    internal static string Stem(string word)
    {
        foreach (var ending in (string[])["ing", "ed", "es", "s", "e"])
            if (word.Length - ending.Length >= ShortestWord - 1 && word.EndsWith(ending, StringComparison.Ordinal) && !word.EndsWith("ss", StringComparison.Ordinal)) return word[..^ending.Length];
        return word;
    }
}
