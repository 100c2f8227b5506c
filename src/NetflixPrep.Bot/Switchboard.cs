using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Loops;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot;

/// <summary>The one place that says which router an inbound goes to: by a command's verb, a token's kind of stream, or the kind of stream that is due.</summary>
internal sealed class Switchboard(SessionRouter sessions, LoopRouter loops)
{
    public Routed Route(Inbound inbound, Reads reads) => inbound switch
    {
        Inbound.Command { Verb: CommandTable.MockStart } start when LoopRouter.Wants(start) => loops.Start(start, reads),
        Inbound.Command { Verb: CommandTable.MockStop } stop when reads.OpenSession(stop.From.Person) is null && reads.OpenLoop(stop.From.Person) is { } open => loops.Stop(open, stop),
        Inbound.Choice choice when Token.Read(choice.Token) is { Stream.Kind: LoopStream.Name } token => loops.Press(token, choice, reads),
        Inbound.Due { Stream.Kind: LoopStream.Name } due => loops.Due(due, reads),
        Inbound.PlaceGone { Stream.Kind: LoopStream.Name } homeless => loops.Homeless(homeless),
        Inbound.PlaceGone { Stream: null } gone => new Routed.Each([.. Calls(sessions.Route(gone, reads)), .. loops.At(gone, reads)]),
        _ => sessions.Route(inbound, reads),
    };

    private static IReadOnlyList<StreamCall> Calls(Routed routed) => routed is Routed.Each each ? each.Calls : [];
}
