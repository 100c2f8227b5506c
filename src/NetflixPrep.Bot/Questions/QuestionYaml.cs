using NetflixPrep.Core;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Questions;

/// <summary>One question file as a record; the keys are those of prompts/README.md.</summary>
internal static class QuestionYaml
{
    internal static Question Question(Yaml yaml)
    {
        var map = yaml.Map("id", "version", "status", "title", "round", "topics", "levels", "difficulty", "minutes", "prompt", "context", "facts",
            "numbers", "signals", "pitfalls", "follow_ups", "curveballs", "incident", "hints", "outline", "anchors", "samples", "sources", "disputed");
        return new()
        {
            Id = map.Text("id"),
            Version = map.Number("version"),
            Status = map.Get("status", value => value.OneOf(
                ("draft", QuestionStatus.Draft), ("reviewed", QuestionStatus.Reviewed), ("retired", QuestionStatus.Retired), ("sample", QuestionStatus.Sample)), default),
            Title = map.Text("title"),
            Round = map.Text("round"),
            Topics = map.Texts("topics"),
            Levels = map.Texts("levels"),
            Difficulty = map.Get("difficulty", value => value.OneOf(("easy", Difficulty.Easy), ("medium", Difficulty.Medium), ("hard", Difficulty.Hard)), default),
            Minutes = map.Get("minutes", Minutes, new(0, 0, 0)),
            Prompt = Unfolding.Unfold(map.Text("prompt")),
            Context = map.Maybe("context", value => Unfolding.Unfold(value.Text())),
            Facts = map.MaybeMany("facts", Fact),
            Numbers = map.MaybeMany("numbers", Slot),
            Signals = map.Many("signals", Signal),
            Pitfalls = map.MaybeMany("pitfalls", Pitfall),
            FollowUps = map.Many("follow_ups", FollowUp),
            Curveballs = map.MaybeMany("curveballs", Curveball),
            Incident = map.Maybe("incident", IncidentYaml.Incident),
            Hints = map.Texts("hints"),
            Outline = map.Texts("outline"),
            Anchors = map.MaybeMany("anchors", QuestionAnchor),
            Samples = map.MaybeMany("samples", Sample),
            Sources = map.Many("sources", Source),
            Disputed = map.MaybeTexts("disputed"),
        };
    }

    internal static Pitfall Pitfall(Yaml yaml)
    {
        var map = yaml.Map("id", "label", "detect", "root_cause");
        return new(map.Text("id"), map.Text("label"), map.Maybe("detect", DetectorYaml.Detector), map.Text("root_cause"));
    }

    private static Minutes Minutes(Yaml yaml)
    {
        var map = yaml.Map("answer", "per_probe", "most_probes");
        return new(map.Number("answer"), map.Number("per_probe"), map.Number("most_probes"));
    }

    private static FactCard Fact(Yaml yaml)
    {
        var map = yaml.Map("id", "say", "ask", "must_ask");
        return new(map.Text("id"), map.Text("say"), map.Get("ask", DetectorYaml.Detector, new()), map.Maybe("must_ask", value => value.Flag(), false));
    }

    private static NumberSlot Slot(Yaml yaml)
    {
        var map = yaml.Map("id", "label", "units", "min", "max", "around", "check", "within");
        return new(map.Text("id"), map.Text("label"), map.Texts("units"), map.MaybeDecimal("min"), map.MaybeDecimal("max"))
        {
            Around = map.Maybe("around", DetectorYaml.Items, []),
            Check = map.Maybe("check", value => value.Text()),
            Within = map.MaybeNumber("within") ?? 10,
        };
    }

    private static Signal Signal(Yaml yaml)
    {
        var map = yaml.Map("id", "label", "must", "weight", "detect", "skill", "step", "root_cause");
        return new()
        {
            Id = map.Text("id"),
            Label = map.Text("label"),
            Must = map.Get("must", value => value.Flag(), false),
            Weight = map.Number("weight"),
            Detect = map.Maybe("detect", DetectorYaml.Detector),
            Skill = map.Text("skill"),
            Step = map.Text("step"),
            RootCause = map.Maybe("root_cause", value => value.Text()),
        };
    }

    private static FollowUp FollowUp(Yaml yaml)
    {
        var map = yaml.Map("id", "kind", "when", "priority", "ask", "hint", "listens_for", "seconds");
        return new()
        {
            Id = map.Text("id"),
            Kind = map.Get("kind", value => value.OneOf(
                ("guided", FollowUpKind.Guided), ("deep", FollowUpKind.Deep), ("foundation", FollowUpKind.Foundation), ("fixed", FollowUpKind.Fixed)), default),
            When = map.Get("when", When, new()),
            Priority = map.Number("priority"),
            Ask = map.Text("ask"),
            Hint = map.Maybe("hint", value => value.Text()),
            ListensFor = map.MaybeTexts("listens_for"),
            Seconds = map.Number("seconds"),
        };
    }

    private static When When(Yaml yaml)
    {
        var map = yaml.Map("always", "missing", "found", "all_found", "found_at_most", "pitfall", "number_empty", "fact_not_asked",
            "time_left_over", "time_left_under", "hint_used");
        return new()
        {
            Always = map.Maybe("always", value => value.Flag(), false),
            Missing = map.MaybeTexts("missing"),
            Found = map.MaybeTexts("found"),
            AllFound = map.Maybe("all_found", value => value.Flag(), false),
            FoundAtMost = map.MaybeNumber("found_at_most"),
            Pitfall = map.MaybeTexts("pitfall"),
            NumberEmpty = map.MaybeTexts("number_empty"),
            FactNotAsked = map.MaybeTexts("fact_not_asked"),
            TimeLeftOver = map.MaybeNumber("time_left_over"),
            TimeLeftUnder = map.MaybeNumber("time_left_under"),
            HintUsed = map.Maybe<bool?>("hint_used", value => value.Flag(), null),
        };
    }

    private static Curveball Curveball(Yaml yaml)
    {
        var map = yaml.Map("id", "minute", "say", "touches");
        return new(map.Text("id"), map.Number("minute"), map.Text("say"), map.Texts("touches"));
    }

    private static Anchor QuestionAnchor(Yaml yaml)
    {
        var map = yaml.Map("dimension", "score", "short", "long");
        return new(map.Text("dimension"), map.Number("score"), map.Text("short"), map.Text("long"));
    }

    private static Sample Sample(Yaml yaml)
    {
        var map = yaml.Map("kind", "text", "gold");
        return new(
            map.Get("kind", value => value.OneOf(("weak", SampleKind.Weak), ("fair", SampleKind.Fair), ("strong", SampleKind.Strong)), default),
            map.Text("text"),
            map.Many("gold", Gold));
    }

    private static GoldScore Gold(Yaml yaml)
    {
        var map = yaml.Map("dimension", "score");
        return new(map.Text("dimension"), map.Number("score"));
    }

    private static Source Source(Yaml yaml)
    {
        var map = yaml.Map("name", "kind", "date");
        return new(map.Text("name"), map.Text("kind"), map.Text("date"));
    }
}
