namespace NetflixPrep.Core.Chat;

/// <summary>What a typed command turned out to be.</summary>
public abstract record CommandLine
{
    private CommandLine() { }

    /// <summary>A command with arguments that its spec allows; values of closed choices are the option's value.</summary>
    public sealed record Parsed(CommandSpec Spec, Seq<Argument> Arguments) : CommandLine;

    /// <summary>It cannot be carried out: one sentence that says what to type instead.</summary>
    public sealed record Complaint(string Sentence) : CommandLine;

    /// <summary>Reads a command such as <c>/mock start round:coding question:"homepage rows"</c>; the slash may be missing. The longest verb wins.</summary>
    public static CommandLine Read(string text, Seq<CommandSpec> table)
    {
        var words = CommandWords.Split(text.Trim().TrimStart('/'));
        if (words is null) return new Complaint("A quotation mark is open: close it with another \".");
        var spec = table.Where(each => Fits(each, words)).MaxBy(each => VerbLength(each));
        return spec is null ? Unknown(words, table) : CommandArguments.Read(spec, words.Skip(VerbLength(spec)));
    }

    private static int VerbLength(CommandSpec spec) => spec.Verb.Count(letter => letter == ' ') + 1;

    private static bool Fits(CommandSpec spec, IReadOnlyList<CommandWord> words) =>
        spec.Verb.Split(' ') is var verb && verb.Length <= words.Count
        && verb.Select((word, at) => words[at].Is(word)).All(same => same);

    private static Complaint Unknown(IReadOnlyList<CommandWord> words, Seq<CommandSpec> table)
    {
        if (words.Count == 0) return new("Type a command after the slash; /help lists them.");
        var family = table.Where(each => words[0].Is(each.Verb.Split(' ')[0])).ToSeq();
        if (family.Count > 0)
        {
            var next = family.Select(each => each.Verb.Split(' ').ElementAtOrDefault(1)).OfType<string>().Distinct().ToSeq();
            var meant = words.Count > 1 ? Nearest.Of(words[1].Text, next) : null;
            return meant is not null
                ? new($"There is no /{words[0].Text} {words[1].Text}. Did you mean /{words[0].Text} {meant}?")
                : new($"Say what about {words[0].Text}: {string.Join(", ", next.Select(each => $"/{words[0].Text.ToLowerInvariant()} {each}"))}.");
        }

        var typed = string.Join(' ', words.Take(2).Where(word => word.Name is null).Select(word => word.Text));
        var near = Nearest.Of(typed, table.Select(each => each.Verb)) ?? Nearest.Of(words[0].Text, table.Select(each => each.Verb));
        near ??= Nearest.Of(words[0].Text, table.Select(each => each.Verb.Split(' ')[0]).Distinct());
        return near is not null
            ? new($"There is no /{words[0].Text}. Did you mean /{near}?")
            : new($"There is no /{words[0].Text}. /help lists the commands.");
    }
}
