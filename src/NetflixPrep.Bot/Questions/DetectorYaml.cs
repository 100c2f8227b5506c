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
            Any = map.MaybeTexts("any"),
            All = map.MaybeMany("all", list => list.Texts()),
            Near = map.MaybeMany("near", Near),
            Count = map.Maybe("count", Count),
            Number = map.Maybe("number", Number),
            First = map.Maybe("first", First),
            Asking = map.Maybe("asking", value => value.Flag(), false),
            Not = map.MaybeTexts("not"),
        };
    }

    private static Near Near(Yaml yaml)
    {
        var map = yaml.Map("left", "right", "within");
        return new(map.Texts("left"), map.Texts("right"), map.Number("within"));
    }

    private static AtLeast Count(Yaml yaml)
    {
        var map = yaml.Map("items", "least");
        return new(map.Texts("items"), map.Number("least"));
    }

    private static NumberRule Number(Yaml yaml)
    {
        var map = yaml.Map("units", "min", "max", "around");
        return new(map.Texts("units"), map.MaybeDecimal("min"), map.MaybeDecimal("max"), map.MaybeTexts("around"));
    }

    private static First First(Yaml yaml)
    {
        var map = yaml.Map("earlier", "later");
        return new(map.Text("earlier"), map.Text("later"));
    }
}
