using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Questions;

/// <summary>Says which word of a closed list was probably meant.</summary>
public static class Spelling
{
    /// <summary>"Did you mean 'x'?", or the list of what there is.</summary>
    public static string Mend(string written, IEnumerable<string> known)
    {
        var names = known.ToSeq();
        return Nearest.Of(written, names) is { } nearest
            ? $"Did you mean '{nearest}'?"
            : names.Count <= 30 ? $"Known: {string.Join(", ", names)}." : "See prompts/topics.yaml for the list.";
    }
}
