using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Plans;

/// <summary>A line of the check-list: it asks for words that show it, not for a tick.</summary>
/// <param name="Id">Never changed: stored.</param>
/// <param name="Button">At most 30 characters.</param>
/// <param name="Asks">What the form asks.</param>
/// <param name="Wants">What number belongs into it; null when none is asked for.</param>
/// <param name="Source">Who names it.</param>
/// <param name="Area">On whose days it is offered.</param>
public sealed record ProofItem(string Id, string Label, string Button, string Asks, string? Wants, string Source, string Area);

/// <summary>Words that somebody gave for a line of the check-list.</summary>
public sealed record Proof(string Item, string Text, DateTimeOffset At);

/// <summary>The check-list: the night-before questions (S1) and a story with a number (S2). What each asks for is ours.</summary>
public static class Proofs
{
    public const int LongestText = 1000;

    public static Seq<ProofItem> All { get; } =
    [
        new("number", "A story with a number", "Proof: story with a number", "Which story, and which number changed from what to what?", "number", "S2", PlanScheme.Behaviour),
        new("incident", "An incident you owned", "Proof: incident owned", "What broke, what did you do yourself, and what is different since?", null, "S1", PlanScheme.Behaviour),
        new("pitch", "Your best project in under two minutes", "Proof: two-minute pitch", "Say it aloud with a clock. How many minutes and seconds, and what is its first sentence?", "minutes and seconds", "S1", PlanScheme.Behaviour),
        new("why", "A specific why Netflix", "Proof: why Netflix", "One reason that holds for no other company.", null, "S1", PlanScheme.Behaviour),
        new("recommender", "A recommender from scratch", "Proof: recommender", "From which data, which baseline first, and how would you know that it helps?", null, "S1", PlanScheme.Design),
        new("metrics", "Metrics beyond accuracy", "Proof: metrics", "Which metric, for which case, and what does it hide?", null, "S1", PlanScheme.Fundamentals),
    ];

    public static ProofItem? Find(string id) => All.FirstOrDefault(item => item.Id == id);

    /// <summary>Without words so far: on a day those of its area, in the last week all.</summary>
    public static Seq<ProofItem> Open(PlanDay day, Seq<Proof> given)
    {
        var open = All.Where(item => given.All(proof => proof.Item != item.Id));
        return day.Kind switch
        {
            DayKind.FinalWeek or DayKind.NightBefore => [.. open],
            _ => [.. open.Where(item => item.Area == day.Area).Take(1)],
        };
    }

    internal static Form Form(StreamId stream, ProofItem item) => new(new Token(stream, PlanAct.ProofGiven, 0, item.Id).ToString(), item.Button,
    [
        new("words", item.Label, Required: true, LongestText) { Paragraph = true, Hint = item.Asks },
    ]);
}
