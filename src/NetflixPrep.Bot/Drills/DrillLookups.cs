using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Drills.Calculators;

namespace NetflixPrep.Bot.Drills;

/// <summary>What people may look up about their drills; changes nothing.</summary>
internal sealed class DrillLookups(StreamKind<Practice, PracticeInput, PracticeEvent> practices, StreamKind<Drill, DrillInput, DrillEvent> drills, ScriptShelf shelf)
{
    public Message Status(Origin from, Reads reads) => DrillStatusPage.For(PracticeOf(from.Person, reads), from.At);

    /// <summary>Null when what was named is neither a date nor one of their drills.</summary>
    /// <param name="named">A date, "drill" or "today", or the key of a drill.</param>
    public Message? Why(Origin from, string named, Reads reads)
    {
        var practice = PracticeOf(from.Person, reads);
        var zone = PracticeDesk.ZoneOf(practice);
        var word = named.Trim().ToUpperInvariant();
        var row = word is "DRILL" ? reads.NewestDue(practice.Stream.Key)
            : word is "TODAY" ? reads.DueOf(practice.Stream.Key, ZonedDays.DateOf(from.At, zone))
            : SubscriptionEntry.ReadDate(named) is { } date ? reads.DueOf(practice.Stream.Key, date)
            : null;
        if (row is null) return word is "DRILL" or "TODAY" || SubscriptionEntry.ReadDate(named) is not null ? DrillStatusPage.NoDrill() : null;
        var drill = row.Drill is { } stream ? drills.Fold(stream, reads.Events(stream)) as Drill.Offered : null;
        return DrillStatusPage.Why(new(row.Date, row.DueAt, row.State, row.SettledAt), drill, drill is null ? null : TitleOf(drill.Setup), zone, row.Drill is { } sent ? reads.SentInDoubt(sent) : []);
    }

    private string TitleOf(DrillSetup setup) => setup.SumKind is { } kind ? Sums.Find(kind)?.Title ?? kind : shelf.Get(setup.ScriptHash!, setup.QuestionId).Script.Question.Title;

    private Practice PracticeOf(PersonId person, Reads reads)
    {
        var stream = reads.PracticeOf(person);
        return practices.Fold(stream, reads.Events(stream));
    }
}
