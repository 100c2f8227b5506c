using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Questions;

/// <summary>The key <c>incident</c> of a question file.</summary>
internal static class IncidentYaml
{
    internal static Incident Incident(Yaml yaml)
    {
        var map = yaml.Map("symptoms", "evidence", "mitigation");
        return new(map.Many("symptoms", Symptom), map.Many("evidence", Evidence), map.Get("mitigation", Mitigation, new("", new(), "", [])));
    }

    private static Symptom Symptom(Yaml yaml)
    {
        var map = yaml.Map("id", "minute", "say");
        return new(map.Text("id"), map.Number("minute"), map.Text("say"));
    }

    private static Evidence Evidence(Yaml yaml)
    {
        var map = yaml.Map("id", "label", "ask", "say", "dead_end");
        return new(map.Text("id"), map.Text("label"), map.Get("ask", DetectorYaml.Detector, new()), map.Text("say"), map.Maybe("dead_end", value => value.Flag(), false));
    }

    private static Mitigation Mitigation(Yaml yaml)
    {
        var map = yaml.Map("label", "detect", "say", "needs");
        return new(map.Text("label"), map.Get("detect", DetectorYaml.Detector, new()), map.Text("say"), map.MaybeTexts("needs"));
    }
}
