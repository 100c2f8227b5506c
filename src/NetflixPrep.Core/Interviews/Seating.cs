namespace NetflixPrep.Core.Interviews;

/// <summary>Who sits on the panel and who leads: functions of the sheet.</summary>
internal static class Seating
{
    public static Seq<Seat> Named(Setup setup) => setup.Panel is { } panel ? [.. panel.Named.Select(person => new Seat(person, Attendance.Expected))] : [];

    /// <summary>A new part begins: the next one in turn leads it, those who are here before those who are expected.</summary>
    public static Sheet NextLead(Sheet sheet)
    {
        if (sheet.Seats.Count == 0) return sheet;
        var inTurn = Enumerable.Range(1, sheet.Seats.Count).Select(ahead => (sheet.LeadSeat + ahead) % sheet.Seats.Count).Where(at => sheet.Seats[at].MayLead).ToList();
        return inTurn.Count == 0 ? sheet : sheet with { LeadSeat = inTurn.FindIndex(at => sheet.Seats[at].Attendance == Attendance.Here) is var here and >= 0 ? inTurn[here] : inTurn[0] };
    }

    /// <summary>Somebody is here: from now on, or again. Where nobody leads the part that runs, they do.</summary>
    public static Sheet Take(Sheet sheet, PersonId person)
    {
        var seated = sheet.SeatOf(person) is null ? sheet with { Seats = sheet.Seats.Add(new(person, Attendance.Here, Came: true)) } : With(sheet, person, seat => seat with { Attendance = Attendance.Here, LetPass = 0, Came = true });
        return sheet.Clock is not null && sheet.Lead is null ? seated with { LeadSeat = Index(seated, person) } : seated;
    }

    public static Sheet Leave(Sheet sheet, PersonId person)
    {
        var led = sheet.Lead is { } lead && lead.IsSameHuman(person);
        var left = With(sheet, person, seat => seat with { Attendance = Attendance.Gone, LetPass = 0 });
        return led ? NextLead(left) : left;
    }

    /// <summary>What is known of the panel after something was done, by one of them or in the place of one of them.</summary>
    public static Sheet Done(Sheet sheet, PersonId? by, PersonId? inPlaceOf)
    {
        var acted = by is { } person ? With(sheet, person, seat => seat with { LetPass = 0 }) : sheet;
        return inPlaceOf is { } missing ? With(acted, missing, seat => seat with { LetPass = seat.LetPass + 1 }) : acted;
    }

    private static int Index(Sheet sheet, PersonId person) => sheet.Seats.Select(seat => seat.Person).ToList().FindIndex(each => each.IsSameHuman(person));

    private static Sheet With(Sheet sheet, PersonId person, Func<Seat, Seat> change) =>
        sheet with { Seats = [.. sheet.Seats.Select(seat => seat.Person.IsSameHuman(person) ? change(seat) : seat)] };
}
