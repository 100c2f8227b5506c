using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Stories;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Loops;
using NetflixPrep.Core.Stories;

namespace NetflixPrep.Bot.Loops;

/// <summary>Says what an inbound means to a loop; opens the session of its next round, which takes the bank.</summary>
internal sealed class LoopRouter(
    StreamKind<Loop, LoopInput, LoopEvent> kind, StreamKind<Session, SessionInput, SessionEvent> sessions, Opening opening, ScriptShelf shelf)
{
    /// <summary>What a loop hands on to each of its rounds.</summary>
    private static readonly string[] HandedOn = ["level", "difficulty", "style", "extra-time"];

    /// <summary>True when a whole loop is asked for.</summary>
    public static bool Wants(Inbound.Command command) => Value(command.Arguments, "loop") is not null;

    public Routed Start(Inbound.Command command, Reads reads)
    {
        var from = command.From;
        if (reads.OpenLoop(from.Person) is { } open) return To(open, new LoopInput.Start(from, Sheet(open, reads)!.Setup));
        if (Opening.NotInLoop(command.Arguments) is { } together) return SessionRouter.Whisper(from, Prose.Typed(together));
        var (label, plan, complaint) = LoopList.Read(Value(command.Arguments, "loop")!, opening.Bank.Loops);
        if (plan is null) return SessionRouter.Whisper(from, Prose.Typed(complaint!));
        var stream = SessionRouter.NewStream(LoopStream.Name, from);
        return To(stream, new LoopInput.Start(from, new()
        {
            Stream = stream,
            Person = from.Person,
            AskedIn = from.Place,
            Openness = Opening.OpennessOf(command.Arguments, from),
            Label = label,
            Plan = plan,
            With = [.. command.Arguments.Where(argument => HandedOn.Contains(argument.Name))],
            Seed = ulong.TryParse(Value(command.Arguments, "seed"), out var seed) ? seed : Chance.From(from.DeliveryId).Seed,
        }));
    }

    public Routed Stop(StreamId loop, Inbound.Command command) => To(loop, new LoopInput.Stop(command.From, ByCommand: true));

    public Routed Press(Token token, Inbound.Choice choice, Reads reads) =>
        LoopAct.Read(token, choice.From) is LoopInput.Next next ? Next(token.Stream, next, reads) : To(token.Stream, LoopAct.Read(token, choice.From));

    /// <summary>What its owner writes between two rounds; null when it is for no loop. In a group only the plain words count, and only in the loop's place.</summary>
    public Routed? Said(Inbound.Text text, Reads reads)
    {
        var from = text.From;
        if (reads.OpenLoop(from.Person) is not { } loop || kind.Fold(loop, reads.Events(loop)) is not Loop.Waiting { Sheet: var sheet }) return null;
        var word = LoopWord.Read(text.Body, from, sheet);
        if (reads.HomeOf(loop) == from.Place && word is not null) return word is LoopInput.Next next ? Next(loop, next, reads) : To(loop, word);
        if (from.Person.Group is not null) return null;
        return word is LoopInput.Stop or LoopInput.StopConfirmed
            ? To(loop, new LoopInput.Stop(from, ByCommand: true))
            : SessionRouter.Whisper(from, LoopStatus.NothingRuns(sheet));
    }

    public Routed Due(Inbound.Due due, Reads reads) => due.Timer.StartsWith(Interviewer.RoundOverTimer, StringComparison.Ordinal)
        ? RoundOver(due, reads)
        : To(due.Stream, new LoopInput.Due(due.From, due.Timer));

    public Routed Homeless(Inbound.PlaceGone gone) => To(gone.Stream!.Value, new LoopInput.PlaceLost(gone.From, gone.Reason));

    public IEnumerable<StreamCall> At(Inbound.PlaceGone gone, Reads reads) =>
        reads.OpenLoopsAt(gone.From.Place).Select(stream => kind.Call(stream, new LoopInput.PlaceLost(gone.From, gone.Reason)));

    /// <summary>The loop and the new session decide together; a press that opens nothing goes to the loop alone, which says why.</summary>
    private Routed.To Next(StreamId stream, LoopInput.Next asked, Reads reads)
    {
        var origin = asked.From;
        var loop = kind.Fold(stream, reads.Events(stream));
        if (loop is not Loop.Waiting { Sheet: { Round: { } round } sheet } || (asked.Step ?? sheet.Step) != sheet.Step || !sheet.Setup.Person.IsSameHuman(origin.Person))
            return To(stream, asked);
        if (reads.OpenSession(sheet.Setup.Person) is { } open)
            return To(stream, asked with { Complaint = $"Your {SessionLabel(open, reads)} session is still open. Finish it, or stop it first." });

        // The session belongs to whom the loop belongs to, also when the button is pressed in direct messages.
        var asker = origin with { Person = sheet.Setup.Person };
        var session = SessionRouter.NewStream(SessionStream.Name, asker);
        Seq<Argument> arguments =
        [
            .. sheet.Setup.With,
            new("round", round.RoundId), new("minutes", Text(round.Minutes)), new("place", Place(sheet.Setup.Openness)), new("seed", Text(SeedOf(sheet))),
        ];
        var part = new LoopPart(stream, sheet.Number, sheet.Setup.Plan.Rounds.Count, sheet.Wanted, sheet.UsedUp);
        return opening.Start(session, asker, arguments, reads.PastOf(sheet.Setup.Person), part) switch
        {
            Opened.Ready ready => new Routed.To([kind.Call(stream, asked with { Session = session }), sessions.Call(session, new SessionInput.Start(asker, ready.Setup))]),
            Opened.Refused refused => To(stream, asked with { Complaint = refused.Complaint }),
            var other => throw new System.Diagnostics.UnreachableException($"{other} opens nothing."),
        };
    }

    private Routed.To RoundOver(Inbound.Due due, Reads reads)
    {
        var session = new StreamId(SessionStream.Name, Value(due.With, "session")!);
        return To(due.Stream, new LoopInput.RoundOver(due.From, session, Summary(session, reads)));
    }

    /// <summary>Null when the session was never begun.</summary>
    private RoundSummary? Summary(StreamId stream, Reads reads)
    {
        if (sessions.Fold(stream, reads.Events(stream)) is not Session.Finished { Sheet: { Clock: not null } sheet } finished) return null;
        var answered = Answered.Of(sheet, shelf.Scripted(sheet.Setup));
        var debrief = Debrief.Build(answered);
        return new()
        {
            Session = stream,
            Label = sheet.Setup.RoundLabel,
            MinutesUsed = debrief.MinutesUsed,
            MinutesAsked = debrief.MinutesAsked,
            Titles = [.. answered.Select(each => each.Script.Question.Title)],
            Topics = [.. answered.SelectMany(each => each.Script.Question.Topics).Distinct()],
            Mentioned = debrief.Mentioned,
            Of = debrief.Of,
            Moments = [.. debrief.Moments.Take(2).Select(moment => new Quoted(Capital(moment.Label), moment.Hit.Minute, moment.Hit.Quote))],
            NotMentioned = debrief.NotMentioned,
            Cause = sheet.CauseLabel,
            Told = StoryTold.In(reads.StoriesHere(sheet.Setup.Person), answered.SelectMany(each => each.Sheet.Answer.Select(said => said.Text)), answered.Select(each => $"{each.Script.Question.Title}\n{each.Script.Question.Prompt}")) is { Count: > 0 } told ? told : null,
            Complete = finished.Ending == Ending.Complete,
        };
    }

    private string SessionLabel(StreamId stream, Reads reads) => sessions.Fold(stream, reads.Events(stream)) is Session.Started { Sheet.Setup.RoundLabel: var label } ? label : "other";

    internal LoopSheet? Sheet(StreamId stream, Reads reads) => (kind.Fold(stream, reads.Events(stream)) as Loop.Started)?.Sheet;

    private static ulong SeedOf(LoopSheet sheet)
    {
        var chance = new Chance(sheet.Setup.Seed);
        for (var round = 1; round < sheet.Number; round++) chance = chance.Next();
        return chance.Seed;
    }

    private static string Place(Openness openness) => openness switch
    {
        Openness.Public => "public",
        Openness.Dm => "dm",
        _ => "private",
    };

    private static string Capital(string label) => label.Length == 0 ? label : char.ToUpperInvariant(label[0]) + label[1..];

    private static string Text(IFormattable number) => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture);

    private Routed.To To(StreamId stream, LoopInput input) => new(kind.Call(stream, input));

    private static string? Value(Seq<Argument> arguments, string name) => arguments.FirstOrDefault(argument => argument.Name == name)?.Value;
}
