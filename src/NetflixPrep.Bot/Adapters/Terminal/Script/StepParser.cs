using System.Globalization;
using System.Text.RegularExpressions;

namespace NetflixPrep.Bot.Adapters.Terminal.Script;

/// <summary>Reads the step language of script mode; one step a line, <c>#</c> begins a comment line.</summary>
internal static partial class StepParser
{
    /// <exception cref="StepException">A line makes no sense; it carries the line and the reason.</exception>
    public static IReadOnlyList<Step> Parse(string script)
    {
        var lines = script.ReplaceLineEndings("\n").Split('\n');
        var steps = new List<Step>();
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at].Trim().TrimStart('\uFEFF');
            if (line.Length == 0 || line[0] == '#') continue;
            var number = at + 1;
            steps.Add(line[0] switch
            {
                '@' => Person(number, line, Heredoc),
                '+' => new Step.Wait(number, Duration(number, line[1..])),
                '!' => Machine(number, line),
                _ => throw new StepException(number, $"a step starts with @name, +time or !; to say \"{MessageText.Short(line, 20)}\" write @name {MessageText.Short(line, 20)}"),
            });

            // <<END … END: the lines between are one message, as they stand.
            string Heredoc(string end)
            {
                var from = at + 1;
                for (at = from; at < lines.Length; at++)
                {
                    if (lines[at].Trim() == end) return string.Join('\n', lines[from..at]);
                }
                throw new StepException(number, $"<<{end} is not closed: no line says {end}");
            }
        }
        return steps;
    }

    /// <summary>Fields such as <c>a=1; b="x; y"</c>.</summary>
    public static IReadOnlyList<Pair> Fields(int line, string text)
    {
        if (text.Trim().Length == 0) return [];
        var fields = new List<Pair>();
        foreach (Match match in Field().Matches(text))
        {
            var piece = match.Value.Trim().TrimEnd(';').Trim();
            if (piece.Length == 0) continue;
            var equals = piece.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) throw new StepException(line, $"a field is written name=value; \"{piece}\" is not");
            var value = piece[(equals + 1)..].Trim();
            if (value is ['"', .., '"'] && value.Length >= 2) value = value[1..^1];
            fields.Add(new(piece[..equals].Trim(), value));
        }
        return fields;
    }

    private static Step Person(int line, string text, Func<string, string> heredoc)
    {
        var match = Named().Match(text);
        if (!match.Success) throw new StepException(line, "after @ comes a name and then what the person does, such as @ana hello");
        var person = Name(line, match.Groups["name"].Value);
        var rest = match.Groups["rest"].Value.Trim();
        if (rest.Length == 0) throw new StepException(line, $"say what {person} does");
        if (rest is ['[', .., ']']) return new Step.Press(line, person, rest[1..^1].Trim());
        if (rest is ['{', .., '}']) return new Step.Fill(line, person, Fields(line, rest[1..^1]));
        if (rest == "!delete") return new Step.Delete(line, person);
        if (rest == "!member") return new Step.Demote(line, person);
        if (rest.StartsWith("!edit ", StringComparison.Ordinal)) return new Step.Edit(line, person, Body(line, rest[6..].Trim(), heredoc).Text);
        if (rest[0] == '!') throw new StepException(line, $"a person has !edit, !delete and !member; to say \"{MessageText.Short(rest, 20)}\" write text:{MessageText.Short(rest, 20)}");

        string? place = null;
        var placed = Placed().Match(rest);
        if (placed.Success && (placed.Groups["place"].Value[0] == '#' || Same(placed.Groups["place"].Value, "@" + person)))
        {
            place = placed.Groups["place"].Value.ToLowerInvariant();
            rest = placed.Groups["rest"].Value.Trim();
            if (rest.Length == 0) throw new StepException(line, $"say what {person} says in {place}");
        }
        var (said, literal) = Body(line, rest, heredoc);
        return new Step.Say(line, person, place, said, literal);
    }

    private static (string Text, bool Literal) Body(int line, string rest, Func<string, string> heredoc)
    {
        if (rest.StartsWith("text:", StringComparison.Ordinal))
        {
            var literal = rest[5..].Trim();
            return literal.Length > 0 ? (literal, true) : throw new StepException(line, "nothing stands after text:");
        }
        if (!Opening().IsMatch(rest)) return (rest, false);
        var block = heredoc(rest[2..]);
        return block.Trim().Length > 0 ? (block, true) : throw new StepException(line, $"nothing stands between {rest} and {rest[2..]}");
    }

    private static Step Machine(int line, string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["!restart"] => new Step.Restart(line, TimeSpan.Zero),
        ["!down", var away] => new Step.Restart(line, Duration(line, away)),
        ["!dm-closed", var name] => new Step.CloseDms(line, Name(line, name.TrimStart('@'))),
        ["!gone", ['#', ..] place] => new Step.Remove(line, place.ToLowerInvariant()),
        ["!dm-closed"] => throw new StepException(line, "say whose direct messages are closed: !dm-closed name"),
        ["!down"] => throw new StepException(line, "say how long the process is away: !down 10m"),
        _ => throw new StepException(line, $"there is no step {text}; there are !restart, !down, !dm-closed and !gone"),
    };

    private static string Name(int line, string name) => name.ToLowerInvariant() is not ("bot" or "clock") and var lower
        ? lower
        : throw new StepException(line, $"{name} is not a person");

    private static TimeSpan Duration(int line, string text)
    {
        var match = Time().Match(text.TrimStart('+'));
        if (!match.Success) throw new StepException(line, $"\"{text}\" is not a time; write +90s, +5m, +2h or +1d");
        var total = TimeSpan.Zero;
        foreach (Capture capture in match.Groups["part"].Captures)
        {
            if (!int.TryParse(capture.Value[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 100_000)
            {
                throw new StepException(line, $"\"{text}\" is too long a time");
            }
            total += capture.Value[^1] switch
            {
                's' => TimeSpan.FromSeconds(count),
                'm' => TimeSpan.FromMinutes(count),
                'h' => TimeSpan.FromHours(count),
                _ => TimeSpan.FromDays(count),
            };
        }
        return total <= TimeSpan.FromDays(3_660) ? total : throw new StepException(line, $"\"{text}\" is too long a time");
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^@(?<name>[\p{L}\p{Nd}_\-]+)(?:\s+(?<rest>.*))?$", RegexOptions.Singleline)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?<place>[#@][\p{L}\p{Nd}_\-/]+):(?:\s+(?<rest>.*))?$", RegexOptions.Singleline)]
    private static partial Regex Placed();

    [GeneratedRegex(@"^<<\w+$")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?<part>\d+[smhd])+$")]
    private static partial Regex Time();

    [GeneratedRegex("(?:[^;\"]|\"[^\"]*\"|\")+;?|;")]
    private static partial Regex Field();
}
