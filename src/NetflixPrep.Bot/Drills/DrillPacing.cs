using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;

namespace NetflixPrep.Bot.Drills;

/// <summary>
/// Spreads what is due over time: a few people at each step, and of those whose direct messages were never opened one at a time,
/// because whoever opens many quickly is taken for a spammer. It reads and sets timers; the rows say what is left.
/// </summary>
internal static class DrillPacing
{
    /// <summary>Between two steps.</summary>
    public static readonly TimeSpan BetweenSteps = TimeSpan.FromSeconds(2);

    /// <summary>People a step whose direct messages are open already.</summary>
    public const int KnownPerStep = 10;

    /// <summary>Between two people whose direct messages have to be opened first: six a minute.</summary>
    public static readonly TimeSpan BetweenOpenings = TimeSpan.FromSeconds(10);

    public static Routed Step(Inbound.Due due, Reads reads)
    {
        var now = due.From.At;
        var known = reads.Waiting(known: true, KnownPerStep + 1);
        var fresh = reads.Waiting(known: false, 2);
        var nextOpening = reads.LastOpening() + BetweenOpenings ?? now;
        var mayOpen = nextOpening <= now;
        List<DueRow> sending = [.. known.Take(KnownPerStep), .. mayOpen ? fresh.Take(1) : []];
        // Also after the last one it waits a step: hours that strike meanwhile do not hurry it.
        var left = sending.Count > 0 ? BetweenSteps : fresh.Count > 0 ? nextOpening - now : (TimeSpan?)null;
        return new Routed.Answer(
        [
            .. sending.Select(row => PracticeDesk.DrillAt(new(Practice.StreamName, row.Person), row.Date, now)),
            .. left is { } wait ? [new Effect.Later(SlotDesk.Pacer, SlotDesk.SendTimer, [], now + wait)] : Seq<Effect>.Empty,
        ]);
    }
}
