namespace NetflixPrep.Core.Questions.Reading;

/// <summary>Whether a text holds a number, in digits or spelled; "one" alone is a word, and code or quoted lines are not read.</summary>
internal static class AnyNumber
{
    private static readonly HashSet<string> Fractions = ["half", "halved", "doubled", "tripled", "twice", "third", "quarter"];

    internal static bool In(string text)
    {
        var tokens = Tokens.Of(text);
        var number = new NumberAt();
        return Enumerable.Range(0, tokens.Count).Any(at => Fractions.Contains(tokens.Word(at).ToString()) || (tokens.Word(at) is not "one" && number.Look(tokens, at)));
    }
}
