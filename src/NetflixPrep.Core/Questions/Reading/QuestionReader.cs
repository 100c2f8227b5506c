using System.Text;
using NetflixPrep.Core.Questions.Formulas;

namespace NetflixPrep.Core.Questions.Reading;

/// <summary>
/// Reads answers to one question: what was mentioned, where and when. Compiled once; reading is linear in the text
/// and says nothing about quality. Safe to share between threads.
/// </summary>
public sealed class QuestionReader
{
    private readonly Lexicon answers;
    private readonly Lexicon questions;
    private readonly Looked[] signals;
    private readonly Looked[] pitfalls;
    private readonly (NumberSlot Slot, int Rule)[] numbers;
    private readonly (FactCard Fact, DetectorPlan Plan)[] facts;
    private readonly (NumberSlot Slot, Formula Formula)[] sums;
    private readonly IncidentReader? incident;

    private QuestionReader(InterviewScript script)
    {
        var (inAnswers, inQuestions) = (new Lexicon.Builder(), new Lexicon.Builder());
        var question = script.Question;
        string[] order = [.. question.Signals.Where(signal => signal.Detect is not null).Select(signal => signal.Id)];
        signals = [.. question.Signals.Where(signal => signal.Detect is not null).Select(signal => Look(signal.Id, signal.Detect!))];
        pitfalls = [.. script.Pitfalls.Where(pitfall => pitfall.Detect is not null).Select(pitfall => Look(pitfall.Id, pitfall.Detect!))];
        numbers = [.. question.Numbers.Select(slot => (slot, inAnswers.Number(slot.Units, slot.Min, slot.Max, slot.Around)))];
        facts = [.. question.Facts.Select(fact => (fact, Plan(fact.Ask with { Asking = true }, inQuestions)))];
        sums = [.. question.Numbers.Where(slot => slot.Check is not null).Select(slot => (slot, Formula.Read(slot.Check!).Formula)).Where(sum => sum.Formula is not null).Select(sum => (sum.slot, sum.Formula!))];
        incident = question.Incident is { } drip ? new(drip) : null;
        (answers, questions) = (inAnswers.Build(), inQuestions.Build());

        Looked Look(string id, Detector detector) =>
            new(id, Plan(detector, inAnswers), Array.IndexOf(order, detector.First?.Earlier), Array.IndexOf(order, detector.First?.Later));
    }

    public static QuestionReader Compile(InterviewScript script) => new(script);

    public Reading Read(Seq<Said> messages)
    {
        var seen = answers.Look(messages);
        var mentioned = new Mentions[signals.Length];
        for (var i = 0; i < signals.Length; i++) mentioned[i] = signals[i].Plan.Read(seen);
        var found = new Finding[signals.Length];
        for (var i = 0; i < signals.Length; i++) found[i] = Find(signals[i], mentioned[i], seen, mentioned);
        var shown = new Finding[pitfalls.Length];
        for (var i = 0; i < pitfalls.Length; i++) shown[i] = Find(pitfalls[i], pitfalls[i].Plan.Read(seen), seen, mentioned);
        var filled = new List<NumberFound>();
        foreach (var (slot, rule) in numbers) Fill(slot, seen.Numbers(rule), seen, filled);
        return new() { Signals = new(found), Pitfalls = new(shown), Numbers = new([.. filled]), Sums = Sums(seen), Words = seen.Words };
    }

    /// <summary>What a message during an incident asks to look at, and whether it acts.</summary>
    public Acted Act(string text) => incident?.Read(text) ?? Acted.Nothing;

    /// <summary>
    /// The facts that a message to the interviewer asks for, in the order of the file.
    /// When it has question marks, only the sentences that end in one are questions.
    /// </summary>
    public Seq<FactCard> FactsAskedIn(string text)
    {
        var seen = questions.Look([new("", Asking(text), 0)]);
        return facts.Where(fact => fact.Plan.Fires(seen)).Select(fact => fact.Fact).ToSeq();
    }

    /// <summary>Of several figures the one whose words stand in its clause counts, and of those the last: people correct themselves.</summary>
    private Seq<SumChecked> Sums(Sightings seen)
    {
        if (sums.Length == 0) return [];
        var last = new Dictionary<string, NumberFound>();
        foreach (var (slot, rule) in numbers)
        {
            var found = seen.Numbers(rule);
            if (found.Count == 0) continue;
            var close = found.FindLastIndex(number => seen.IsClose(rule, number.Sight));
            var (sight, number, inRange) = found[close < 0 ? found.Count - 1 : close];
            last[slot.Id] = new(slot.Id, Math.Round(number.Value, 9), number.Unit, seen.Show(sight), inRange);
        }
        var values = last.ToDictionary(pair => pair.Key, pair => pair.Value.Value);
        return
        [
            .. from sum in sums
               where last.ContainsKey(sum.Slot.Id)
               let stated = last[sum.Slot.Id]
               let expected = sum.Formula.Reckon(values)
               where expected is not null
               select new SumChecked(sum.Slot.Id, stated.Value, sum.Formula.Relation, expected.Value, Agrees(sum.Slot, sum.Formula.Relation, stated.Value, expected.Value), stated.Hit),
        ];
    }

    private static bool Agrees(NumberSlot slot, Relation relation, double stated, double expected) => relation switch
    {
        Relation.Below => stated < expected,
        Relation.Above => stated > expected,
        _ => Math.Abs(stated - expected) <= (Math.Abs(expected) * slot.Within / 100.0) + 1e-9,
    };

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

    internal static DetectorPlan Plan(Detector detector, Lexicon.Builder lexicon) =>
        new(detector, lexicon.Set, rule => lexicon.Number(rule.Units, rule.Min, rule.Max, rule.Around));

    private static Finding Find(Looked looked, Mentions own, Sightings seen, Mentions[] mentioned)
    {
        var hits = own.Hits;
        if (FirstOf(looked.Earlier) is { } earlier && (FirstOf(looked.Later) is not { } later || earlier.IsBefore(later))) hits = [.. hits, earlier];
        return new(looked.Id, seen.Show(hits), seen.Show(own.Negated));

        Sight? FirstOf(int signal)
        {
            if (signal < 0 || mentioned[signal].Hits is not [var first, ..]) return null;
            foreach (var sight in mentioned[signal].Hits)
            {
                if (sight.IsBefore(first)) first = sight;
            }
            return first;
        }
    }

    private static void Fill(NumberSlot slot, List<(Sight Sight, NumberSeen Seen, bool InRange)> found, Sightings seen, List<NumberFound> into)
    {
        for (var i = 0; i < found.Count && i < Sightings.MostHits; i++)
        {
            var (sight, number, inRange) = found[i];
            into.Add(new(slot.Id, Math.Round(number.Value, 9), number.Unit, seen.Show(sight), inRange));
        }
    }

    /// <summary>A detector by the id it speaks for, with the signals whose order it looks at, or -1.</summary>
    private readonly record struct Looked(string Id, DetectorPlan Plan, int Earlier, int Later);
}
