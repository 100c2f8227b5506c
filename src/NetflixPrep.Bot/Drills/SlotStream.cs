using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Drills;

namespace NetflixPrep.Bot.Drills;

/// <summary>The stream kind of slots. When an hour strikes, one statement writes who is due: as many rows as people, in the turn's own transaction.</summary>
internal static class SlotStream
{
    public static StreamKind<SlotState, SlotInput, SlotEvent> Kind() => new()
    {
        Name = Slot.StreamName,
        Initial = SlotState.New,
        Evolve = (state, fact) => state.Evolve(fact),
        Decide = SlotDesk.Decide,
        Write = DrillJson.Write,
        Read = DrillJson.ReadSlot,
        Background = true,
        Project = (writer, stream, _, fact, _) => Project(writer, stream, fact),
    };

    private static void Project(ProjectionWriter writer, StreamId stream, SlotEvent fact)
    {
        if (fact is not SlotEvent.Struck struck) return;
        writer.Execute("""
            INSERT OR IGNORE INTO drill_dues (person, kind, date, slot, due_at, state, settled_at)
            SELECT person, 'daily', @Date, slot, @DueAt,
                CASE WHEN away_until >= @Date THEN 'away' WHEN @IsOver THEN 'missed' ELSE 'due' END,
                CASE WHEN away_until >= @Date OR @IsOver THEN @At END
            FROM subscriptions
            WHERE slot = @Slot AND state = 'on' AND (days & @Day) <> 0 AND first_on <= @Date
            """, new
        {
            Date = DrillWording.Iso(struck.Date),
            Slot = stream.Key,
            DueAt = Times.Text(struck.DueAt),
            At = Times.Text(struck.At),
            Day = (long)DrillDays.BitOf(struck.Date),
            IsOver = struck.IsOver(Slot.Parse(stream.Key).Zone),
        });
    }
}
