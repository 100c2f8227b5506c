using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Interviews;

/// <summary>Reads what was typed for <c>panel:</c>.</summary>
internal static class PanelEntry
{
    private static readonly char[] Between = [' ', ',', ';'];

    /// <summary>The panel, or one sentence that says what to do instead; neither when none was asked for.</summary>
    /// <param name="person">Somebody in the group of this person; null for a name that means nothing.</param>
    public static (Panel? Panel, string? Complaint) Read(Seq<Argument> arguments, Origin from, LoopPart? loop, Func<PersonId, string, PersonId?> person)
    {
        var typed = Value(arguments, "panel");
        if (typed is null) return (null, null);
        if (loop is not null) return (null, NoLoop);
        if (from.Person.Group is null) return (null, "A panel needs a group: start the session in one of its channels.");
        if (Value(arguments, "place") is not (null or "public")) return (null, "A panel sits in a public thread: leave place: out, or say place:public.");
        if (typed.Equals("open", StringComparison.OrdinalIgnoreCase)) return (new([], Open: true), null);

        var people = typed.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(name => person(from.Person, name)).ToList();
        if (people.Count == 0 || people.Exists(each => each is null)) return (null, "panel: takes people of this group, such as panel:\"@ben @cleo\", or panel:open.");
        var named = people.Select(each => each!.Value).Distinct().ToSeq();
        return named switch
        {
            _ when named.Any(each => each.IsSameHuman(from.Person)) => (null, "You are the candidate, so name only others in panel:."),
            _ when named.Any(each => each.Platform == PersonId.Bot.Platform || each.User is "bot" or "clock") => (null, "I keep the clock of every panel already; name people in panel:."),
            { Count: > Panel.MostSeats } => (null, $"A panel has at most {Panel.MostSeats} interviewers; name fewer, or use panel:open."),
            _ => (new(named, Open: false), null),
        };
    }

    public const string NoLoop = "A panel shares one session, not a whole loop: leave loop: out, and choose a round:.";

    private static string? Value(Seq<Argument> arguments, string name) =>
        arguments.FirstOrDefault(argument => argument.Name == name)?.Value is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
