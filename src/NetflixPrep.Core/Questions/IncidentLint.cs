using NetflixPrep.Core.Questions.Formulas;

namespace NetflixPrep.Core.Questions;

/// <summary>Lint for the parts that act while the answer runs: an incident's drip, and the sums behind numbers.</summary>
internal static class IncidentLint
{
    private const int FewestDeadEnds = 2;

    internal static void Check(Question question, string path, LintNotes notes)
    {
        if (question.Incident is not { } incident) return;
        var at = $"{path}.incident";
        notes.Unique($"{at}.symptoms", "symptom", incident.Symptoms.Select(symptom => symptom.Id));
        if (incident.Symptoms is not [{ Minute: 0 }, ..]) notes.Error($"{at}.symptoms", "no symptom stands at minute 0.", "Begin with what the pager says.");
        for (var i = 0; i < incident.Symptoms.Count; i++)
        {
            notes.Length($"{at}.symptoms[{i}].say", incident.Symptoms[i].Say, 300);
            notes.Range($"{at}.symptoms[{i}].minute", incident.Symptoms[i].Minute, 0, Math.Max(0, question.Minutes.Answer - 2));
            if (i > 0 && incident.Symptoms[i].Minute <= incident.Symptoms[i - 1].Minute) notes.Error($"{at}.symptoms[{i}].minute", "a symptom is not later than the one before.", "Put them in the order of their minutes.");
        }
        notes.Unique($"{at}.evidence", "evidence", incident.Evidence.Select(evidence => evidence.Id));
        for (var i = 0; i < incident.Evidence.Count; i++)
        {
            notes.Length($"{at}.evidence[{i}].label", incident.Evidence[i].Label, 40);
            notes.Length($"{at}.evidence[{i}].say", incident.Evidence[i].Say, 300);
            Words(incident.Evidence[i].Ask, $"{at}.evidence[{i}].ask", notes);
        }
        if (incident.Evidence.Count(evidence => evidence.DeadEnd) < FewestDeadEnds) notes.Error($"{at}.evidence", "hardly anything is a dead end.", $"Mark at least {FewestDeadEnds} with 'dead_end: true'.");
        if (incident.Evidence.All(evidence => evidence.DeadEnd)) notes.Error($"{at}.evidence", "everything is a dead end.", "Something must lead to the mitigation.");
        notes.Length($"{at}.mitigation.label", incident.Mitigation.Label, 40);
        notes.Length($"{at}.mitigation.say", incident.Mitigation.Say, 300);
        Words(incident.Mitigation.Detect, $"{at}.mitigation.detect", notes);
        notes.AllKnown($"{at}.mitigation.needs", "evidence", incident.Mitigation.Needs, incident.Evidence.Select(evidence => evidence.Id));
    }

    internal static void Sums(Question question, string path, LintNotes notes)
    {
        var slots = question.Numbers.Select(slot => slot.Id).ToSeq();
        for (var i = 0; i < question.Numbers.Count; i++)
        {
            var (slot, at) = (question.Numbers[i], $"{path}.numbers[{i}]");
            notes.Range($"{at}.within", slot.Within, 1, 50);
            if (slot.Check is not { } check) continue;
            var (formula, complaint) = Formula.Read(check);
            if (formula is null)
            {
                notes.Error($"{at}.check", $"the sum '{check}' cannot be read: {complaint}.", "Use numbers, ids of number slots, + - * / ^, brackets and sample_size(p0, p1, alpha, power); put blanks around a minus.");
                continue;
            }
            notes.AllKnown($"{at}.check", "number", formula.Slots, slots);
            if (formula.Slots.Contains(slot.Id)) notes.Error($"{at}.check", "the sum needs the number that it checks.", "Name the other numbers only.");
            if (formula.Slots.Count == 0 && formula.Reckon(new Dictionary<string, double>()) is null) notes.Error($"{at}.check", $"the sum '{check}' has no value.", "Shares stand strictly between 0 and 1.");
        }
    }

    private static void Words(Detector detector, string path, LintNotes notes)
    {
        DetectorLint.Check(detector, path, null, notes);
        if (detector.First is not null) notes.Error($"{path}.first", "'first' cannot stand here.", "Use words.");
    }
}
