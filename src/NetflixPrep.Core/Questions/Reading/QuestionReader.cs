using System.Text;

namespace NetflixPrep.Core.Questions.Reading;

/// <summary>
/// Reads answers to one question: what was mentioned, where and when. Compiled once; reading is linear in the text
/// and says nothing about quality. Safe to share between threads.
/// </summary>
public sealed class QuestionReader
{
    private readonly Lexicon answers = new();
    private readonly Lexicon questions = new();
    private readonly (string Id, DetectorPlan Plan)[] signals;
    private readonly (string Id, DetectorPlan Plan)[] pitfalls;
    private readonly (NumberSlot Slot, int Rule)[] numbers;
    private readonly (FactCard Fact, DetectorPlan Plan)[] facts;

    private QuestionReader(InterviewScript script)
    {
        signals = [.. script.Question.Signals.Where(signal => signal.Detect is not null).Select(signal => (signal.Id, Plan(signal.Detect!, answers)))];
        pitfalls = [.. script.Pitfalls.Where(pitfall => pitfall.Detect is not null).Select(pitfall => (pitfall.Id, Plan(pitfall.Detect!, answers)))];
        numbers = [.. script.Question.Numbers.Select(slot => (slot, answers.Number(slot.Units, slot.Min, slot.Max, slot.Around)))];
        facts = [.. script.Question.Facts.Select(fact => (fact, Plan(fact.Ask with { Asking = true }, questions)))];
    }

    public static QuestionReader Compile(InterviewScript script) => new(script);

    public Reading Read(Seq<Said> messages)
    {
        var seen = answers.Look(messages);
        var mentioned = signals.ToDictionary(signal => signal.Id, signal => signal.Plan.Read(seen));
        var found = signals.Select(signal => Find(signal.Id, signal.Plan, mentioned[signal.Id], seen, mentioned)).ToSeq();
        return new()
        {
            Signals = found,
            Pitfalls = pitfalls.Select(pitfall => Find(pitfall.Id, pitfall.Plan, pitfall.Plan.Read(seen), seen, mentioned)).ToSeq(),
            Numbers = numbers.SelectMany(number => Find(number.Slot, seen.Numbers(number.Rule), seen)).ToSeq(),
            Words = seen.Words,
        };
    }

    /// <summary>
    /// The facts that a message to the interviewer asks for, in the order of the file.
    /// When it has question marks, only the sentences that end in one are questions.
    /// </summary>
    public Seq<FactCard> FactsAskedIn(string text)
    {
        var seen = questions.Look([new("", Asking(text), 0)]);
        return facts.Where(fact => fact.Plan.Fires(seen)).Select(fact => fact.Fact).ToSeq();
    }

    private static string Asking(string text)
    {
        if (!text.Contains('?', StringComparison.Ordinal)) return text;
        var asking = new StringBuilder();
        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var ends = text[at] is '?' or '!' or '\n' || (text[at] == '.' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])));
            if (!ends) continue;
            if (text[at] == '?') asking.Append(text, from, at + 1 - from);
            from = at + 1;
        }
        return asking.ToString();
    }

    private static DetectorPlan Plan(Detector detector, Lexicon lexicon) =>
        new(detector, lexicon.Set, rule => lexicon.Number(rule.Units, rule.Min, rule.Max, rule.Around));

    private static Finding Find(
        string id, DetectorPlan plan, (List<Sight> Hits, List<Sight> Negated) own, Sightings seen,
        Dictionary<string, (List<Sight> Hits, List<Sight> Negated)> mentioned)
    {
        var hits = own.Hits;
        if (plan.First is { } order && FirstOf(order.Earlier) is { } earlier
            && (FirstOf(order.Later) is not { } later || earlier.IsBefore(later)))
        {
            hits = [.. hits, earlier];
        }
        return new(id, seen.Show(hits), seen.Show(own.Negated));

        Sight? FirstOf(string signal) =>
            mentioned.TryGetValue(signal, out var sights) && sights.Hits.Count > 0 ? sights.Hits.MinBy(sight => (sight.Message, sight.First)) : null;
    }

    private static IEnumerable<NumberFound> Find(NumberSlot slot, IReadOnlyList<(Sight Sight, NumberSeen Seen, bool InRange)> found, Sightings seen) =>
        found.Take(Sightings.MostHits).Select(number =>
            new NumberFound(slot.Id, Math.Round(number.Seen.Value, 9), number.Seen.Unit, seen.Show(number.Sight), number.InRange));
}
