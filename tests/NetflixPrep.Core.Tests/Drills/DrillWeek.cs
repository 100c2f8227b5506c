using System.Globalization;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Core.Tests.Drills;

/// <summary>
/// Days of one subscription: the slot's and the practice's decisions, with timers as a sorted set and due dates as a table.
/// While the process is away nothing is decided; what came due meanwhile is decided when it is back, in order.
/// </summary>
internal sealed class DrillWeek(Subscription wanted, QuietHours? groupQuiet, string groupZone, DateTimeOffset begins)
{
    private readonly SortedSet<(DateTimeOffset At, string Timer)> timers = [];
    private SlotState slot = new(wanted.Slot, null);

    public Practice Practice { get; private set; } = Practice.New(Practice.StreamOf(wanted.Person)).Evolve(new PracticeEvent.Subscribed(begins, wanted));

    /// <summary>What became of each date.</summary>
    public SortedDictionary<DateOnly, (DateTimeOffset DueAt, string State)> Dues { get; } = [];

    /// <summary>What was sent, with the last day away as it was then.</summary>
    public List<(DateOnly Date, DateTimeOffset At, DateTimeOffset DueAt, DateOnly? AwayUntil)> Sent { get; } = [];

    /// <summary>Lets time go by to a moment; work is done only outside of the stretches away.</summary>
    public void Run(DateTimeOffset until, Seq<(DateTimeOffset From, DateTimeOffset To)> downtimes, IEnumerable<(DateTimeOffset At, Func<Practice, PracticeInput?> Input)> commands)
    {
        Set(SlotDesk.StrikeTimer, wanted.Slot.Next(begins).At);
        var typed = new Queue<(DateTimeOffset At, Func<Practice, PracticeInput?> Input)>(commands.OrderBy(command => command.At));
        while (true)
        {
            var timer = timers.Count > 0 ? timers.Min : (At: DateTimeOffset.MaxValue, Timer: "");
            var command = typed.Count > 0 ? typed.Peek().At : DateTimeOffset.MaxValue;
            var now = Awake(command <= timer.At ? command : timer.At, downtimes);
            if (now > until) return;
            if (command <= timer.At)
            {
                if (typed.Dequeue().Input(Practice) is { } input) Take(PracticeDesk.Decide(Practice, At(input, now)));
                continue;
            }
            timers.Remove(timer);
            Fire(timer.Timer, now);
        }
    }

    public bool Waits(DateOnly date) => timers.Any(timer => timer.Timer == PracticeDesk.DrillTimer + DrillWording.Iso(date));

    private void Fire(string timer, DateTimeOffset now)
    {
        if (timer == SlotDesk.StrikeTimer) Strike(now);
        else if (timer == SlotDesk.SendTimer) foreach (var date in Dues.Where(due => due.Value.State == "due").Select(due => due.Key).ToList()) timers.Add((now, PracticeDesk.DrillTimer + DrillWording.Iso(date)));
        else if (timer.StartsWith(PracticeDesk.DrillTimer, StringComparison.Ordinal)) Send(DateOnly.ParseExact(timer[PracticeDesk.DrillTimer.Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture), now);
    }

    private void Strike(DateTimeOffset now)
    {
        var decision = SlotDesk.Decide(slot, new SlotInput.Due(From(now), wanted.FirstOn));
        foreach (var struck in decision.Events.Cast<SlotEvent.Struck>())
        {
            Assert.False(struck.Date <= slot.LastDate, $"{struck.Date} strikes after {slot.LastDate}");
            slot = slot.Evolve(struck);
            if (wanted.Days.Includes(struck.Date) && struck.Date >= wanted.FirstOn)
                Dues.TryAdd(struck.Date, (struck.DueAt, struck.Date <= Practice.AwayUntil ? "away" : struck.IsOver(wanted.Zone) ? "missed" : "due"));
        }
        foreach (var later in decision.Effects.Cast<Effect.Later>()) Set(later.Timer, later.At!.Value);
    }

    private void Send(DateOnly date, DateTimeOffset now)
    {
        if (!Dues.TryGetValue(date, out var due) || due.State is not ("due" or "put-off")) return;
        var held = PracticeDesk.Hold(Practice, date, due.DueAt, now, groupQuiet, groupZone) is not null || Practice.UnansweredInARow >= PracticeDesk.MostUnanswered;
        var decision = PracticeDesk.Decide(Practice, new PracticeInput.Due(From(now), date, due.DueAt, groupQuiet, groupZone, held ? null : new(Drill.StreamName, DrillWording.Iso(date)), []));
        foreach (var fact in decision.Events)
        {
            if (fact is PracticeEvent.NotSent not) Dues[date] = (due.DueAt, not.Reason == Withheld.PutOff ? "put-off" : not.Reason.ToString());
            if (fact is not PracticeEvent.Opened) continue;
            Dues[date] = (due.DueAt, "sent");
            Sent.Add((date, now, due.DueAt, Practice.AwayUntil));
        }
        Take(decision);
    }

    private void Take(Decision<PracticeEvent> decision)
    {
        Practice = decision.Events.Aggregate(Practice, (state, fact) => state.Evolve(fact));
        foreach (var later in decision.Effects.OfType<Effect.Later>()) Set(later.Timer, later.At!.Value);
    }

    private void Set(string timer, DateTimeOffset at)
    {
        timers.RemoveWhere(standing => standing.Timer == timer);
        timers.Add((at, timer));
    }

    /// <summary>When the process gets to it.</summary>
    internal static DateTimeOffset Awake(DateTimeOffset at, Seq<(DateTimeOffset From, DateTimeOffset To)> downtimes)
    {
        foreach (var (from, to) in downtimes)
        {
            if (at >= from && at < to) at = to;
        }
        return at;
    }

    private static PracticeInput At(PracticeInput input, DateTimeOffset at) => input with { From = input.From with { At = at } };

    private static Origin From(DateTimeOffset at) => new($"d{at.UtcTicks}", PersonId.Bot, new("bot", "clock"), at);
}
