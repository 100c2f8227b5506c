using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Interviews;

/// <summary>What is said when several people interview: who leads, who is missing, and what each can do now.</summary>
internal static class PanelWording
{
    public static Prose Who(PersonId person) => Panel.IsNameless(person) ? Prose.Of($"an interviewer") : Prose.Of($"{person}");

    /// <summary>The same at the beginning of a sentence.</summary>
    private static Prose Subject(PersonId person) => Panel.IsNameless(person) ? Prose.Of($"An interviewer") : Who(person);

    public static Prose Card(Sheet sheet) => sheet.Setup.Panel is not { } panel ? Prose.Empty : Prose.Join(" ",
    [
        sheet.Seats.Count == 0 ? Prose.Of($"A panel, open to up to {Panel.MostSeats} others by *Join panel*.") : Prose.Of($"Panel: {Names(sheet.Seats)}{(panel.Open && sheet.Seats.Count < Panel.MostSeats ? Prose.Of($"; seats are free") : Prose.Empty)}."),
        Prose.Of($"*My script* shows each interviewer theirs. What they write here is kept with the session; I keep the clock, and ask in the place of whoever is missing."),
    ]);

    public static Prose Says(PersonId who, string text) => Prose.Of($"{Subject(who)} says: {Prose.Markdown(text.Trim())}");

    public static Prose Asks(PersonId candidate, string question) => Prose.Of($"{candidate} asks: {question}");

    public static Prose GivesHint(PersonId who, int rung, int of, string hint) => Prose.Of($"{Subject(who)} gives hint {rung} of {of}: {Prose.Markdown(hint)}");

    public static Prose GivesProbeHint(PersonId who, string hint) => Prose.Of($"{Subject(who)} gives a hint: {Prose.Markdown(hint)}");

    /// <summary>Before what the bot does in somebody's place; nothing when it is the bot's own turn.</summary>
    public static Prose InPlaceOf(PersonId? missing, string what) => missing is { } person ? Prose.Of($"{Subject(person)} is silent, so {Prose.Markdown(what)}: ") : Prose.Empty;

    public static Prose YourTurn(PersonId lead) => Prose.Of($"The next follow-up is for {Who(lead)} to ask, from *My script* or in their own words. If nothing comes within a minute, I ask.");

    /// <summary>Who goes on after somebody stopped leading.</summary>
    public static Prose Now(PersonId? lead) => lead is { } next ? Prose.Of($"{Subject(next)} leads now.") : Prose.Of($"I go on with the script; *My script* brings anybody back.");

    public static Prose Late(IEnumerable<Seat> missing, PersonId? lead) => Prose.Join(" ", [Prose.Of($"Not here yet: {Names(missing)}."), Now(lead)]);

    public static Prose Joined(PersonId who) => Prose.Of($"{Subject(who)} joined the panel.");

    public static Prose Left(PersonId who, bool led, PersonId? lead) => Prose.Join(" ", [Prose.Of($"{Subject(who)} left the panel."), led ? Now(lead) : Prose.Empty]);

    public static Prose Head(Session.Started session, PersonId who) => session switch
    {
        Session.Briefed => Prose.Of($"Your seat is taken. Once the clock runs, press *My script* again: then your buttons are under it."),
        Session.Closing => Prose.Of($"The candidate asks now; answer in your own words."),
        { Sheet.Lead: { } lead } when lead.IsSameHuman(who) => session is Session.Awaiting ? Prose.Of($"**You ask the next follow-up.**") : Prose.Of($"**You lead this part.** Whatever you leave for a minute, I do."),
        { Sheet.Lead: { } lead } => Prose.Of($"{Subject(lead)} leads this part. You can speak in the thread at any time."),
        _ => Prose.Of($"The bot leads this part. You can speak in the thread at any time."),
    };

    public static Prose Done() => Prose.Of($"That is said. What you can do now:");

    public static Prose NoPanel() => Prose.Of($"This session has no panel. {new CommandRef("mock start", "panel:open")} opens one that has.");

    public static Prose NotForCandidate() => Prose.Of($"The script is for your interviewers. Your outline comes with the debrief.");

    public static Prose NotOnPanel(bool free) => free
        ? Prose.Of($"The script is for the panel. *Join panel* gives you a seat.")
        : Prose.Of($"The script is for the panel. You are welcome to watch; what you write here is not kept.");

    public static Prose Full() => Prose.Of($"All {Panel.MostSeats} seats of the panel are taken. You are welcome to watch; what you write here is not kept.");

    public static Prose Over(PersonId candidate) => Prose.Of($"The interview is over, so the script is closed. Thank you; your review is welcome once {candidate} shares the session.");

    public static Prose HasLeft() => Prose.Of($"You have left the panel. *My script* brings you back.");

    public static Prose MovedOn() => Prose.Of($"The interview has moved on since. *My script* shows what can be done now.");

    public static Prose NotYours(PersonId? lead) => lead is { } person
        ? Prose.Of($"{Subject(person)} leads this part, so this is theirs. You can say it in the thread in your own words.")
        : MovedOn();

    public static Prose SaidBefore() => Prose.Of($"That was said already; it stands further up.");

    public static Prose NoMoreHints() => Prose.Of($"All hints of this part are given.");

    public static Prose Paused(PersonId candidate) => Prose.Of($"{candidate} has paused, so the follow-up waits until the clock runs again.");

    public static Prose CandidatesButton(PersonId candidate) => Prose.Of($"That button is for {candidate}. Yours are under *My script*.");

    /// <summary>For a candidate who goes on before anybody has asked.</summary>
    public static Prose Wait(PersonId? lead) => lead is { } person
        ? Prose.Of($"That part is closed and saved. {Subject(person)} has the next follow-up; it comes within a minute.")
        : Prose.Of($"That part is closed and saved. The next follow-up comes at once.");

    public static Prose Thanks(Sheet sheet)
    {
        var came = sheet.Seats.Where(seat => seat.Came && !Panel.IsNameless(seat.Person)).ToList();
        return came.Count == 0 ? Prose.Empty : Prose.Of($"Thank you, {Names(came)}. Your reviews are welcome once {sheet.Setup.Person} shares this session.");
    }

    /// <summary>Who asked which follow-up, in one line; empty without a panel.</summary>
    public static Prose Askers(Seq<PersonId?> askers) => askers.Count == 0 ? Prose.Empty : Prose.Join(" · ", askers.Select((asker, at) => Prose.Of($"Follow-up {at + 1} asked by {(asker is { } person ? Who(person) : Prose.Of($"the bot"))}")));

    public static Prose By(PersonId? who, string did) => who is { } person ? Prose.Of($", {Prose.Markdown(did)} by {Who(person)}") : Prose.Empty;

    public static Prose Word(PanelWord word) => Prose.Of($"Min {Sheet.Minute(word.Elapsed)}, {Who(word.Person)}: \"{word.Text}\"");

    private static Prose Names(IEnumerable<Seat> seats)
    {
        var names = seats.Select(seat => Who(seat.Person)).ToList();
        return names.Count < 2 ? names.FirstOrDefault() ?? Prose.Empty : Prose.Of($"{Prose.Join(", ", names.Take(names.Count - 1))} and {names[^1]}");
    }
}
