using System.Globalization;

namespace NetflixPrep.Core.Chat;

/// <summary>Holds typed arguments against the spec of their command.</summary>
internal static class CommandArguments
{
    public static CommandLine Read(CommandSpec spec, IEnumerable<CommandWord> words)
    {
        var read = new List<Argument>();
        var bare = new List<string>();
        foreach (var word in words)
        {
            if (word.Name is null)
            {
                bare.Add(word.Value);
                continue;
            }

            var name = word.Name.Replace('_', '-');
            if (spec.Arguments.FirstOrDefault(each => Same(each.Name.Replace('_', '-'), name)) is not { } argument)
            {
                // A value with a colon of its own (a title, a code) for the one thing the command takes.
                if (spec.Arguments is [{ Kind: ArgumentKind.Text or ArgumentKind.Question } one] && Nearest.Of(name, [one.Name]) is null)
                {
                    bare.Add(word.Text);
                    continue;
                }
                return UnknownOption(spec, word.Name);
            }
            if (read.Any(each => each.Name == argument.Name)) return Complain($"{argument.Name}: stands there twice. Keep one.");
            if (Value(argument, word.Value) is not { } value) return Complain(Mend(argument, word.Value));
            read.Add(new(argument.Name, value));
        }

        if (bare.Count > 0)
        {
            // A command that takes one thing needs no name for it: /question search cold start.
            // A word of a closed list needs none either: /plan today.
            // What is typed without a name is the text of a command that says so, after the question it is about: /question report coding.rows the hint ...
            if (spec.Arguments.FirstOrDefault(each => each.TakesRest && read.All(argument => argument.Name != each.Name)) is { } rest)
            {
                if (bare.Count > 1 && spec.Arguments.FirstOrDefault(each => each is { Kind: ArgumentKind.Question, Required: true } && read.All(argument => argument.Name != each.Name)) is { } about)
                {
                    read.Add(new(about.Name, bare[0]));
                    bare.RemoveAt(0);
                }
                if (Value(rest, string.Join(' ', bare)) is not { } text) return Complain(Mend(rest, string.Join(' ', bare)));
                read.Add(new(rest.Name, text));
                bare.Clear();
            }
        }
        if (bare.Count > 0)
        {
            var all = string.Join(' ', bare);
            var only = spec.Arguments is [var one] ? one : spec.Arguments.FirstOrDefault(each => each.Bare && Value(each, all) is not null);
            if (only is null || read.Count > 0) return Stray(spec, read, bare);
            if (Value(only, all) is not { } value) return Complain(Mend(only, all));
            read.Add(new(only.Name, value));
        }

        var missing = spec.Arguments.FirstOrDefault(each => each.Required && read.All(argument => argument.Name != each.Name));
        return missing is null
            ? new CommandLine.Parsed(spec, read.ToSeq())
            : Complain($"/{spec.Verb} needs {missing.Name}: ({missing.Help.TrimEnd('.')}). Type /{spec.Verb} {missing.Name}:{Example(missing)}");
    }

    private static string? Value(ArgumentSpec argument, string typed)
    {
        typed = typed.Trim();
        if (argument.Choices.Count > 0)
        {
            return (argument.Choices.FirstOrDefault(each => Same(each.Value, typed)) ?? argument.Choices.FirstOrDefault(each => Same(each.Label, typed)))?.Value;
        }
        if (argument.Kind == ArgumentKind.Number)
        {
            return int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= argument.Min && number <= argument.Max
                    ? number.ToString(CultureInfo.InvariantCulture)
                    : null;
        }
        return typed.Length > 0 && typed.Length <= argument.MaxLength ? typed : null;
    }

    private static string Mend(ArgumentSpec argument, string typed)
    {
        if (argument.Choices.Count > 0)
        {
            var meant = Nearest.Of(typed, argument.Choices.Select(each => each.Value));
            return $"{argument.Name}: is one of {string.Join(", ", argument.Choices.Select(each => each.Value))}." + (meant is null ? "" : $" Did you mean {argument.Name}:{meant}?");
        }
        if (argument.Kind == ArgumentKind.Number)
        {
            return argument.Max == int.MaxValue
                ? $"{argument.Name}: is a whole number from {argument.Min} up, such as {argument.Name}:{Example(argument)}."
                : $"{argument.Name}: is a whole number from {argument.Min} to {argument.Max}, such as {argument.Name}:{Example(argument)}.";
        }
        return typed.Trim().Length == 0
            ? $"{argument.Name}: has no value. Type it right after the colon, such as {argument.Name}:{Example(argument)}."
            : $"{argument.Name}: holds at most {argument.MaxLength} characters, these are {typed.Trim().Length}.";
    }

    private static CommandLine.Complaint Stray(CommandSpec spec, List<Argument> read, List<string> bare)
    {
        if (spec.Arguments.Count == 0) return Complain($"/{spec.Verb} takes no options: leave out \"{string.Join(' ', bare)}\".");
        if (spec.Arguments.FirstOrDefault(each => Same(each.Name, bare[0])) is { } forgotten)
        {
            return Complain($"Write a colon after {forgotten.Name}, such as {forgotten.Name}:{Example(forgotten)}.");
        }
        return read is [.., var last]
            ? Complain($"Put a value with spaces in quotes: {last.Name}:\"{last.Value} {string.Join(' ', bare)}\".")
            : Complain($"Options are written name:value, such as {spec.Arguments[0].Name}:{Example(spec.Arguments[0])}. /{spec.Verb} takes {Names(spec)}.");
    }

    private static CommandLine.Complaint UnknownOption(CommandSpec spec, string name)
    {
        if (spec.Arguments.Count == 0) return Complain($"/{spec.Verb} takes no options: leave out {name}:.");
        var meant = Nearest.Of(name, spec.Arguments.Select(each => each.Name));
        return Complain(meant is null
            ? $"/{spec.Verb} has no {name}:. It takes {Names(spec)}."
            : $"/{spec.Verb} has no {name}:. Did you mean {meant}:?");
    }

    private static string Names(CommandSpec spec) => string.Join(", ", spec.Arguments.Select(each => each.Name + ":"));

    private static string Example(ArgumentSpec argument) => argument switch
    {
        { Example: { } example } => example,
        { Choices: [var first, ..] } => first.Value,
        { Kind: ArgumentKind.Number } => Math.Max(argument.Min, Math.Min(argument.Max, 20)).ToString(CultureInfo.InvariantCulture),
        { Kind: ArgumentKind.Round } => "coding",
        { Kind: ArgumentKind.Level } => "L5",
        _ => "\"some words\"",
    };

    private static CommandLine.Complaint Complain(string sentence) => new(sentence);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
