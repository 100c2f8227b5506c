using System.Text.RegularExpressions;

namespace NetflixPrep.Core.Questions.Reading;

/// <summary>Finds code that was typed without a fence: a header such as <c>def f(x):</c> with its indented lines. Prose is never taken for code.</summary>
internal static partial class CodeLines
{
    /// <summary>The end of the code that begins with the line at <paramref name="at"/>, or 0 when none does.</summary>
    internal static int EndFrom(string text, int at)
    {
        var line = LineAt(text, at);
        if (!MayStart(line)) return 0;
        var next = Next(text, at);
        var starts = Sure().IsMatch(line) || (Header().IsMatch(line) && next < text.Length && IsIndented(text, next));
        if (!starts) return 0;
        var end = LineEnd(text, at);
        for (var from = next; from < text.Length; from = Next(text, from))
        {
            var current = LineAt(text, from);
            if (current.IsWhiteSpace()) continue;
            if (!IsIndented(text, from) && !GoesOn().IsMatch(current) && !Sure().IsMatch(current) && !Header().IsMatch(current)) break;
            end = LineEnd(text, from);
        }
        return end;
    }

    /// <summary>Cheap: nearly all lines of prose end here.</summary>
    private static bool MayStart(ReadOnlySpan<char> line) => line.Length > 3 && line[0] is 'd' or 'c' or 'f' or 'i' or 'w' or 'a' or '@' or 't';

    private static bool IsIndented(string text, int at) => at < text.Length && (text[at] == '\t' || (text[at] == ' ' && at + 1 < text.Length && text[at + 1] == ' '));

    private static int Next(string text, int at) => Math.Min(text.Length, LineEnd(text, at) + 1);

    private static int LineEnd(string text, int at) => text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;

    private static ReadOnlySpan<char> LineAt(string text, int at) => text.AsSpan(at, LineEnd(text, at) - at).TrimEnd('\r');

    /// <summary>Lines that nobody writes in prose.</summary>
    [GeneratedRegex(@"^(async )?def \w+\(|^from [\w.]+ import [\w*]|^import [\w.]+( as \w+)?(, [\w.]+( as \w+)?)*\s*$|^@\w+(\.\w+)*(\(.*\))?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Sure();

    /// <summary>Lines that are code when an indented one follows.</summary>
    [GeneratedRegex(@"^(class \w+|for .+ in .+|while .+|with .+|if .+|try|async (for|with) .+)(\(.*\))?:\s*(#.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Header();

    /// <summary>Lines between the indented ones.</summary>
    [GeneratedRegex(@"^(return\b|else:|elif .+:|except\b.*:|finally:|print\(|assert |#|[\w.\[\], ]+ ?[-+*/|&]?= ?\S|\w+(\.\w+)*\(.*\)\s*$|[)\]}])", RegexOptions.CultureInvariant)]
    private static partial Regex GoesOn();
}
