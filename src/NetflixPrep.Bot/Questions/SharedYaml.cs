using NetflixPrep.Core;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Questions;

/// <summary>The files that all questions share.</summary>
internal static class SharedYaml
{
    internal static Ladder Ladder(Yaml yaml)
    {
        var map = yaml.Map("id", "rounds", "steps");
        return new(map.Text("id"), map.Texts("rounds"), map.Many("steps", Step));
    }

    internal static Dimension Dimension(Yaml yaml)
    {
        var map = yaml.Map("id", "label", "why", "anchors", "rounds");
        var id = map.Text("id");
        return new(id, map.Text("label"), map.Text("why"), map.Many("anchors", anchor => Anchor(anchor, id)), map.Many("rounds", Wording));
    }

    internal static RootCause RootCause(Yaml yaml)
    {
        var map = yaml.Map("id", "label", "fix", "skills", "behaviour");
        return new(map.Text("id"), map.Text("label"), map.Text("fix"), map.MaybeTexts("skills"), map.Maybe("behaviour", value => value.OneOf(
            ("ran_out_of_time", Behaviour.RanOutOfTime), ("long_silence", Behaviour.LongSilence), ("monologue", Behaviour.Monologue),
            ("many_hints", Behaviour.ManyHints), ("asked_nothing", Behaviour.AskedNothing), ("no_number", Behaviour.NoNumber)), Behaviour.None));
    }

    internal static RoundPitfall Pitfall(Yaml yaml)
    {
        var map = yaml.Map("rounds", "id", "label", "detect", "root_cause");
        return new(map.Texts("rounds"), new(map.Text("id"), map.Text("label"), map.Maybe("detect", DetectorYaml.Detector), map.Text("root_cause")));
    }

    internal static Term Term(Yaml yaml)
    {
        var map = yaml.Map("id", "means", "items");
        return new(map.Text("id"), map.Text("means"), map.Texts("items"));
    }

    internal static LoopPreset Loop(Yaml yaml)
    {
        var map = yaml.Map("id", "label", "source", "rounds", "covers", "most_per_topic");
        return new(map.Text("id"), map.Text("label"), map.Text("source"), map.Many("rounds", LoopRound), map.MaybeTexts("covers"), map.MaybeNumber("most_per_topic") ?? 2);
    }

    internal static Topic Topic(Yaml yaml)
    {
        var map = yaml.Map("id", "label");
        return new(map.Text("id"), map.Text("label"));
    }

    internal static Skill Skill(Yaml yaml)
    {
        var map = yaml.Map("id", "label");
        return new(map.Text("id"), map.Text("label"));
    }

    private static LadderStep Step(Yaml yaml)
    {
        var map = yaml.Map("id", "label");
        return new(map.Text("id"), map.Text("label"));
    }

    private static Anchor Anchor(Yaml yaml, string dimension)
    {
        var map = yaml.Map("score", "short", "long");
        return new(dimension, map.Number("score"), map.Text("short"), map.Text("long"));
    }

    private static RoundWording Wording(Yaml yaml)
    {
        var map = yaml.Map("round", "text");
        return new(map.Text("round"), map.Text("text"));
    }

    private static LoopRound LoopRound(Yaml yaml)
    {
        var map = yaml.Map("round", "minutes", "minutes_from");
        return new(map.Text("round"), map.Number("minutes"), map.Text("minutes_from"));
    }
}
