using System.Security.Cryptography;
using System.Text;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Bot.Sessions;

/// <summary>Says which session an inbound is for. Chat of people who are not in a session is never stored.</summary>
internal sealed class SessionRouter(StreamKind<Session, SessionInput, SessionEvent> kind, Opening opening, ScriptShelf shelf)
{
    public Routed Route(Inbound inbound, Reads reads) => inbound switch
    {
        Inbound.Command { Verb: CommandTable.MockStart } command => Start(command, reads),
        Inbound.Command { Verb: CommandTable.MockReplay } command => Again(command, reads),
        Inbound.Command { Verb: CommandTable.MockStop } command => reads.OpenSession(command.From.Person) is { } open
            ? To(open, InputOf(command)!)
            : Whisper(command.From, Prose.Of($"You have no open session. {new CommandRef(CommandTable.MockStart)} opens one.")),
        Inbound.Command command => Whisper(command.From, Prose.Of($"I do not know that command here. {new CommandRef(CommandTable.Help)} lists what I can do.")),

        Inbound.Choice choice => Token.Read(choice.Token) is { Stream.Kind: SessionStream.Name } token
            ? To(token.Stream, InputOf(choice)!)
            : Whisper(choice.From, Unknown()),
        Inbound.Form form => Token.Read(form.Token) is { Stream.Kind: SessionStream.Name } token
            ? To(token.Stream, token.Act == Act.Changed ? Change(token.Stream, form, reads) : InputOf(form)!)
            : Whisper(form.From, Unknown()),

        Inbound.Text text => Said(text.From, InputOf(text)!, reads),
        Inbound.Attached file => Said(file.From, InputOf(file)!, reads),
        Inbound.Edited edited => OfMessage(edited.From, edited.MessageId, InputOf(edited)!, reads),
        Inbound.Deleted deleted => OfMessage(deleted.From, deleted.MessageId, InputOf(deleted)!, reads),

        Inbound.Due { Stream.Kind: SessionStream.Name } due => To(due.Stream, InputOf(due)!),
        Inbound.Woke woke => new Routed.Each([.. reads.OpenSessions().Select(stream => kind.Call(stream, InputOf(woke)!))]),
        Inbound.PlaceGone { Stream: { Kind: SessionStream.Name } homeless } gone => To(homeless, InputOf(gone)!),
        Inbound.PlaceGone gone => new Routed.Each([.. reads.SessionsAt(gone.From.Place).Where(row => row.IsOpen)
            .Select(row => kind.Call(StreamId.Parse(row.Stream), InputOf(gone)!))]),
        _ => Routed.NotOurs,
    };

    /// <summary>What an inbound means to the session it is for; null when that takes the bank to say (a start, a changed set-up) or it means nothing.</summary>
    public static SessionInput? InputOf(Inbound inbound) => inbound switch
    {
        Inbound.Command { Verb: CommandTable.MockStop } command => new SessionInput.Stop(command.From, ByCommand: true),
        Inbound.Choice choice => Token.Read(choice.Token) is { } token ? Act.Read(token, choice.Value, choice.From) : null,
        Inbound.Form form => Token.Read(form.Token) is { } token && token.Act != Act.Changed ? Act.Read(token, form.Fields, form.From) : null,
        Inbound.Text text => new SessionInput.Say(text.From, text.MessageId, text.Body, null),
        Inbound.Attached file => new SessionInput.Say(file.From, file.MessageId, file.Body, file.FileName),
        Inbound.Edited edited => new SessionInput.Edit(edited.From, edited.MessageId, edited.Body),
        Inbound.Deleted deleted => new SessionInput.Delete(deleted.From, deleted.MessageId),
        Inbound.Due due => new SessionInput.Due(due.From, due.Timer),
        Inbound.Woke woke => new SessionInput.Woke(woke.From, woke.DownSince),
        Inbound.PlaceGone gone => new SessionInput.PlaceLost(gone.From, gone.Reason),
        _ => null,
    };

    /// <summary>The same delivery gives the same key in every replay; eight letters of a hash are hard to guess.</summary>
    public static StreamId NewStream(string kind, Origin from)
    {
        const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{from.Person.Platform}/{from.DeliveryId}/{from.Person.User}"));
        return new(kind, string.Create(8, hash, (key, bytes) =>
        {
            for (var i = 0; i < key.Length; i++) key[i] = Letters[bytes[i] % Letters.Length];
        }));
    }

    private Routed Start(Inbound.Command command, Reads reads)
    {
        var from = command.From;
        if (reads.OpenSession(from.Person) is { } open) return To(open, new SessionInput.Start(from, SetupOf(open, reads)));
        return opening.Start(NewStream(SessionStream.Name, from), from, command.Arguments, reads.PastOf(from.Person)) switch
        {
            Opened.Ready ready => To(ready.Setup.Stream, new SessionInput.Start(from, ready.Setup)),
            Opened.Refused refused => Whisper(from, Prose.Typed(refused.Complaint)),
            var other => throw new System.Diagnostics.UnreachableException($"{other} opens nothing."),
        };
    }

    /// <summary>A finished session of this group, or one's own, run once more.</summary>
    private Routed Again(Inbound.Command command, Reads reads)
    {
        var from = command.From;
        if (reads.OpenSession(from.Person) is { } open) return To(open, new SessionInput.Start(from, SetupOf(open, reads)));
        var key = command.Arguments.FirstOrDefault(argument => argument.Name == "session")?.Value.Trim().ToLowerInvariant() ?? "";
        var stream = new StreamId(SessionStream.Name, key.StartsWith("session/", StringComparison.Ordinal) ? key["session/".Length..] : key);
        if (kind.Fold(stream, reads.Events(stream)) is not Session.Finished { Sheet: { Clock: not null } sheet } || !MayRunAgain(sheet.Setup.Person, from.Person))
            return Whisper(from, Prose.Of($"I know no finished session {key} here. Its eight letters stand in the last message of that session."));
        var again = NewStream(SessionStream.Name, from);
        return To(again, new SessionInput.Start(from, Opening.Again(sheet.Setup, Steps(sheet), again, from, command.Arguments, reads.PastOf(from.Person))));
    }

    /// <summary>Groups are strictly apart: somebody else's session only in the group where it was held.</summary>
    private static bool MayRunAgain(PersonId theirs, PersonId asker) =>
        theirs.IsSameHuman(asker) ? asker.Group is null || theirs.Group is null || theirs.Group == asker.Group : theirs.Group is not null && theirs.Platform == asker.Platform && theirs.Group == asker.Group;

    private Seq<FirstStep> Steps(Sheet sheet) =>
    [
        .. from pair in Answered.Of(sheet, shelf.Scripted(sheet.Setup)).Select((answered, number) => (answered, number))
           from step in Debrief.Steps(pair.answered)
           select new FirstStep(pair.number, step.Label, step.Minute),
    ];

    private SessionInput.Changed Change(StreamId stream, Inbound.Form form, Reads reads)
    {
        if (kind.Fold(stream, reads.Events(stream)) is not Session.Briefed card || !card.Sheet.Setup.Person.IsSameHuman(form.From.Person))
            return new SessionInput.Changed(form.From, null, null);
        return opening.Change(card.Sheet.Setup, form.From, form.Fields, reads.PastOf(card.Sheet.Setup.Person, except: stream)) switch
        {
            Opened.Ready ready => new SessionInput.Changed(form.From, ready.Setup, null),
            Opened.Refused refused => new SessionInput.Changed(form.From, null, refused.Complaint),
            var other => throw new System.Diagnostics.UnreachableException($"{other} changes nothing."),
        };
    }

    private Setup SetupOf(StreamId stream, Reads reads) => ((Session.Started)kind.Fold(stream, reads.Events(stream))).Sheet.Setup;

    /// <summary>Their open session here, or the one whose panel they sit on; a word in a direct message without one gets a friendly line, everything else is other people's chat.</summary>
    private Routed Said(Origin from, SessionInput say, Reads reads)
    {
        if ((SessionHere(from, reads) ?? reads.PanelAt(from.Place, from.Person)) is { } session) return To(session, say);
        return from.Person.Group is null
            ? Whisper(from, Prose.Of($"No session is open here. {new CommandRef(CommandTable.MockStart)} opens one, {new CommandRef(CommandTable.Help)} says what else I can do."))
            : Routed.NotOurs;
    }

    /// <summary>After somebody's data was erased nobody waits for them on a panel.</summary>
    public IEnumerable<StreamCall> WithoutSeatsOf(PersonId person, Origin from, Reads reads) =>
        reads.OpenPanelsOf(person).Select(stream => kind.Call(stream, new SessionInput.SeatEmptied(from)));

    /// <summary>In a place where their session is known to be open.</summary>
    public Routed Said(StreamId session, Inbound.Text text) => To(session, InputOf(text)!);

    /// <summary>The open session of this person that lives in this place.</summary>
    public static StreamId? SessionHere(Origin from, Reads reads) =>
        reads.SessionsAt(from.Place).FirstOrDefault(row => row.IsOpen && PersonId.Parse(row.Person).IsSameHuman(from.Person)) is { } row ? StreamId.Parse(row.Stream) : null;

    private Routed OfMessage(Origin from, string messageId, SessionInput input, Reads reads) =>
        reads.SessionOfMessage(from.Place, messageId) is { } stream ? To(stream, input) : Routed.NotOurs;

    private Routed.To To(StreamId stream, SessionInput input) => new(kind.Call(stream, input));

    public static Routed.Answer Whisper(Origin from, Prose text) => Whisper(from, new Message(text));

    public static Routed.Answer Whisper(Origin from, Message message) => new([new Effect.Show(new Where.In(from.Place), "whisper", message, from.Person, [])]);

    private static Prose Unknown() => Prose.Of($"I do not know that button any more. {new CommandRef(CommandTable.MockStart)} opens a new session.");
}
