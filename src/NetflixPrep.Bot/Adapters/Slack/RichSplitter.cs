namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>Packs rich text into as few messages as hold it, splitting what is too long between lines or words. Pure; nothing is lost.</summary>
internal static class RichSplitter
{
    /// <summary>The pieces in order, each at most <paramref name="limit"/> characters after escaping.</summary>
    public static List<List<Element>> Split(IEnumerable<Element> blocks, int limit)
    {
        var parts = new List<List<Element>>();
        var current = new List<Element>();
        var length = 0;
        foreach (var block in blocks.SelectMany(block => Fit(block, limit)))
        {
            var size = Length(block);
            if (current.Count > 0 && length + size > limit)
            {
                parts.Add(current);
                current = [];
                length = 0;
            }
            current.Add(block);
            length += size;
        }
        if (current.Count > 0) parts.Add(current);
        return parts;
    }

    /// <summary>As many characters as its text takes in a message's top-level text, its line end included.</summary>
    private static int Length(Element block) => SlackFallback.Of([block]).Length + 2;

    private static IEnumerable<Element> Fit(Element block, int limit) => Length(block) <= limit ? [block] : block switch
    {
        RichList list => Items(list, limit),
        Rich { Elements: { } runs } rich => Runs(runs.Cast<Rich>(), limit - 2, rich.Type == Rich.Preformatted ? '\n' : ' ').Select(some => rich with { Elements = some }),
        _ => [block],
    };

    private static IEnumerable<Element> Items(RichList list, int limit)
    {
        var number = list.Offset ?? 0;
        foreach (var item in list.Elements.Cast<Rich>())
        {
            // Each on its own; one that is too long goes on without a bullet.
            foreach (var (some, first) in Runs(item.Elements!.Cast<Rich>(), limit - 8, ' ').Select((some, at) => (some, at == 0)))
            {
                var section = item with { Elements = some };
                yield return first ? list with { Elements = [section], Offset = list.Style == RichList.Ordered && number > 0 ? number : null } : section;
            }
            number++;
        }
    }

    private static IEnumerable<List<Element>> Runs(IEnumerable<Rich> runs, int limit, char at)
    {
        var current = new List<Element>();
        var left = limit;
        foreach (var run in runs)
        {
            var rest = run;
            while (SlackFallback.Run(rest).Length > left)
            {
                if (rest.Type == Rich.Run && Cut(rest.Text!, left, at, force: current.Count == 0) is var cut and > 0)
                {
                    current.Add(rest with { Text = rest.Text![..cut] });
                    // What separates two messages need not stand at the beginning of the second.
                    rest = rest with { Text = rest.Text![cut..].TrimStart(at) };
                }
                else if (current.Count == 0)
                {
                    break; // a single run that cannot be split
                }
                yield return current;
                current = [];
                left = limit;
            }
            if (rest is { Type: Rich.Run, Text.Length: 0 }) continue;
            current.Add(rest);
            left -= SlackFallback.Run(rest).Length;
        }
        if (current.Count > 0) yield return current;
    }

    /// <summary>Where to cut so that the first piece fits: at the last separator, or anywhere when it must be; 0 when not at all.</summary>
    private static int Cut(string text, int limit, char at, bool force)
    {
        var fits = 0;
        for (var size = 0; fits < text.Length; fits++)
        {
            size += text[fits] switch { '&' => 5, '<' or '>' => 4, _ => 1 };
            if (size > limit) break;
        }
        if (fits == text.Length) return fits;
        var cut = fits > 0 ? text.LastIndexOf(at, fits - 1) : -1;
        if (cut <= 0 && at == '\n' && fits > 0) cut = text.LastIndexOf(' ', fits - 1);
        if (cut > 0) return cut;
        if (!force || fits == 0) return 0;
        return fits > 1 && char.IsHighSurrogate(text[fits - 1]) ? fits - 1 : fits;
    }
}
