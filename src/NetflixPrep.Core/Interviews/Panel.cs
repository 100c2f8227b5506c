namespace NetflixPrep.Core.Interviews;

/// <summary>Up to four people who interview one candidate together; the bot keeps the clock and stands in for whoever is missing.</summary>
/// <param name="Named">Asked for by name, in the order of their seats.</param>
/// <param name="Open">Others may join while seats are free.</param>
public sealed record Panel(Seq<PersonId> Named, bool Open)
{
    public const int MostSeats = 4;

    /// <summary>Whoever lets so many things pass in a row leads no longer.</summary>
    public const int MostLetPass = 2;

    /// <summary>Interview time for which news and follow-ups are left to the lead.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    /// <summary>The same for a fact that was asked for: somebody waits for it.</summary>
    public static readonly TimeSpan FactGrace = TimeSpan.FromSeconds(30);

    /// <summary>Interview time by which those who were named take their seats.</summary>
    public static readonly TimeSpan ComeBy = TimeSpan.FromMinutes(2);

    /// <summary>Interview time after which a talk between two parts ends in the next follow-up.</summary>
    public static readonly TimeSpan LongestTalk = TimeSpan.FromMinutes(5);

    private const char Sign = '~';

    /// <summary>Stands for somebody whose data was deleted; no platform has such an id.</summary>
    public static PersonId Nameless(PersonId person, int number) => person with { User = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Sign}{number}") };

    /// <summary>Whether it stands for somebody whose data was deleted.</summary>
    public static bool IsNameless(PersonId person) => person.User.StartsWith(Sign);
}

/// <summary>Whether a member of the panel is there.</summary>
public enum Attendance
{
    /// <summary>Named, and not seen yet.</summary>
    Expected,

    Here,

    /// <summary>Late, left, or silent for too long; a press brings them back.</summary>
    Gone,
}

/// <summary>A member of the panel.</summary>
/// <param name="LetPass">How many things in a row were left to the bot.</param>
/// <param name="Came">They were here at some time.</param>
public sealed record Seat(PersonId Person, Attendance Attendance, int LetPass = 0, bool Came = false)
{
    public bool MayLead => Attendance != Attendance.Gone;
}

/// <summary>What the candidate asked for and the lead is left to answer.</summary>
/// <param name="Facts">Ids of the facts.</param>
/// <param name="Unknown">The words of questions that the script has no figure for.</param>
/// <param name="Since">Interview time of the first of them.</param>
public sealed record Awaited(Seq<string> Facts, Seq<string> Unknown, TimeSpan Since)
{
    /// <summary>Null when nothing is left.</summary>
    internal static Awaited? Less(Awaited? before, Func<string, bool> fact, Func<string, bool> unknown)
    {
        if (before is null) return null;
        var left = before with { Facts = [.. before.Facts.Where(id => !fact(id))], Unknown = [.. before.Unknown.Where(asked => !unknown(asked))] };
        return left.Facts.Count + left.Unknown.Count == 0 ? null : left;
    }
}

/// <summary>Something that a member of the panel wrote in their own words.</summary>
/// <param name="Part">As <see cref="Entry.Part"/>.</param>
public sealed record PanelWord(PersonId Person, string MessageId, string Text, TimeSpan Elapsed, int Part, bool Deleted);
