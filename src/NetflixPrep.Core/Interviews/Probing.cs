using System.Globalization;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Interviews;

/// <summary>A follow-up that fires, why, and how many there will be if nothing changes.</summary>
public sealed record NextProbe(FollowUp FollowUp, string Reason, int Of);

/// <summary>Chooses the next follow-up by what was and was not mentioned: highest priority first, ties by file order, never by chance.</summary>
public static class Probing
{
    /// <summary>What the choice depends on.</summary>
    /// <param name="Elapsed">Interview time since the question was asked.</param>
    public sealed record Situation(Question Question, Pace Pace, Reading Reading, Sheet Sheet, TimeSpan Elapsed)
    {
        public TimeSpan Left => Pace.Total - Elapsed;
    }

    /// <summary>Null when the follow-ups are over.</summary>
    public static NextProbe? Next(Situation now)
    {
        var asked = now.Sheet.Probes.Count;
        var room = now.Pace.MostProbes - asked;
        if (room <= 0) return null;

        var open = now.Question.FollowUps
            .Where(followUp => now.Sheet.Probes.All(probe => probe.FollowUp != followUp.Id))
            .Select((followUp, order) => (followUp, order, reason: Reason(followUp.When, now)))
            .Where(candidate => candidate.reason is not null && Fits(candidate.followUp, now))
            .OrderByDescending(candidate => candidate.followUp.Priority).ThenBy(candidate => candidate.order)
            .Select(candidate => new NextProbe(candidate.followUp, candidate.reason!, asked + room))
            .ToList();

        var fixedOne = open.FirstOrDefault(probe => probe.FollowUp.Kind == FollowUpKind.Fixed);
        var owesFixed = !now.Sheet.Probes.Any(probe => IsFixed(probe.FollowUp, now.Question));
        var next = open.FirstOrDefault();
        if (owesFixed && fixedOne is not null && (room == 1 || !FitBoth(next!.FollowUp, fixedOne.FollowUp, now))) next = fixedOne;
        return next is null ? null : next with { Of = asked + Math.Min(room, open.Count) };
    }

    private static bool IsFixed(string id, Question question) =>
        question.FollowUps.First(followUp => followUp.Id == id).Kind == FollowUpKind.Fixed;

    /// <summary>A tenth over the round is let pass: a person would finish the sentence.</summary>
    private static bool Fits(FollowUp followUp, Situation now) =>
        now.Elapsed + now.Pace.Probe(followUp) <= now.Pace.Total * 1.1;

    private static bool FitBoth(FollowUp first, FollowUp second, Situation now) =>
        first.Id == second.Id || Fits(second, now with { Elapsed = now.Elapsed + now.Pace.Probe(first) });

    /// <summary>Why it holds, in words for the notes; null when it does not.</summary>
    private static string? Reason(When when, Situation now)
    {
        var reasons = new List<string>();
        bool Holds(bool set, bool holds, Func<string> reason)
        {
            if (set && holds) reasons.Add(reason());
            return !set || holds;
        }

        var found = now.Reading.Signals.Count(finding => finding.Mentioned);
        var all = Holds(when.Always, true, () => "everybody gets this one")
            && Holds(when.Missing.Count > 0, when.Missing.All(id => !now.Reading.Mentions(id)), () => $"not mentioned: {Labels(when.Missing, now.Question)}")
            && Holds(when.Found.Count > 0, when.Found.All(now.Reading.Mentions), () => $"mentioned: {Labels(when.Found, now.Question)}")
            && Holds(when.AllFound, MustSignals(now.Question).All(now.Reading.Mentions), () => "everything expected was mentioned")
            && Holds(when.FoundAtMost is not null, found <= when.FoundAtMost, () => Text($"{found} of {now.Reading.Signals.Count} things mentioned so far"))
            && Holds(when.Pitfall.Count > 0, when.Pitfall.All(now.Reading.Shows), () => $"seen: {Quotes(when.Pitfall, now.Reading)}")
            && Holds(when.NumberEmpty.Count > 0, when.NumberEmpty.All(slot => now.Reading.Numbers.All(number => number.Slot != slot)), () => $"no number for {NumberLabels(when.NumberEmpty, now.Question)}")
            && Holds(when.FactNotAsked.Count > 0, when.FactNotAsked.All(fact => !now.Sheet.FactsTold.Contains(fact)), () => $"not asked for: {string.Join(", ", when.FactNotAsked)}")
            && Holds(when.TimeLeftOver is not null, now.Left.TotalMinutes > when.TimeLeftOver, () => Text($"{(int)now.Left.TotalMinutes} minutes left"))
            && Holds(when.TimeLeftUnder is not null, now.Left.TotalMinutes < when.TimeLeftUnder, () => Text($"{Math.Max(0, (int)now.Left.TotalMinutes)} minutes left"))
            && Holds(when.HintUsed is not null, now.Sheet.Hints > 0 == when.HintUsed, () => now.Sheet.Hints > 0 ? "a hint was used" : "no hint was used");
        return all && reasons.Count > 0 ? string.Join("; ", reasons) : null;
    }

    private static IEnumerable<string> MustSignals(Question question) =>
        question.Signals.Where(signal => signal is { Must: true, Detect: not null }).Select(signal => signal.Id);

    private static string Labels(Seq<string> ids, Question question) =>
        string.Join(", ", ids.Select(id => question.Signals.First(signal => signal.Id == id).Label));

    private static string NumberLabels(Seq<string> ids, Question question) =>
        string.Join(", ", ids.Select(id => question.Numbers.First(slot => slot.Id == id).Label));

    private static string Quotes(Seq<string> pitfalls, Reading reading) =>
        string.Join(", ", pitfalls.Select(id => $"\"{reading.Pitfalls.First(finding => finding.Id == id).Hits[0].Quote}\""));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
