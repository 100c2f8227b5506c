using NetflixPrep.Core;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Questions;

/// <summary>The detector grammar as it stands in YAML.</summary>
internal static class DetectorYaml
{
    internal static Detector Detector(Yaml yaml)
    {
        var map = yaml.Map("any", "all", "near", "count", "number", "first", "asking", "not");
        return new()
        {
            Any = map.Maybe("any", Items, []),
            All = map.MaybeMany("all", Items),
            Near = map.MaybeMany("near", Near),
            Count = map.Maybe("count", Count),
            Number = map.Maybe("number", Number),
            First = map.Maybe("first", First),
            Asking = map.Maybe("asking", value => value.Flag(), false),
            Not = map.Maybe("not", Items, []),
        };
    }

    /// <summary>Words as they stand, and each term of the lexicon as its words. What a term has said already is not said again.</summary>
    internal static Seq<string> Items(Yaml yaml)
    {
        var written = yaml.Many(item => item);
        var (items, from, known) = (new List<string>(), new List<Yaml>(), new HashSet<string>());
        foreach (var item in written)
        {
            var text = item.Text();
            if (!IsTerm(text))
            {
                if (!known.Contains(text)) Put(text, item);
                continue;
            }
            foreach (var word in item.Term(text[1..^1]))
            {
                if (!items.Contains(word)) Put(word, item);
                known.Add(word);
            }
        }
        if (known.Count > 0) yaml.Renumber(from);
        return items.ToSeq();

        void Put(string word, Yaml item)
        {
            items.Add(word);
            from.Add(item);
        }
    }

    private static bool IsTerm(string text) => text != Core.Questions.Detector.AnyNumber && text.StartsWith('<') && text.EndsWith('>');

    private static Near Near(Yaml yaml)
    {
        var map = yaml.Map("left", "right", "within", "also", "not");
        return new(map.Get("left", Items, []), map.Get("right", Items, []), map.Number("within"))
        {
            Also = map.Maybe("also", Items, []),
            Not = map.Maybe("not", Items, []),
        };
    }

    private static AtLeast Count(Yaml yaml)
    {
        var map = yaml.Map("items", "least");
        return new(map.Get("items", Items, []), map.Number("least"));
    }

    private static NumberRule Number(Yaml yaml)
    {
        var map = yaml.Map("units", "min", "max", "around");
        return new(map.Texts("units"), map.MaybeDecimal("min"), map.MaybeDecimal("max"), map.Maybe("around", Items, []));
    }

    private static First First(Yaml yaml)
    {
        var map = yaml.Map("earlier", "later");
        return new(map.Text("earlier"), map.Text("later"));
    }
}
