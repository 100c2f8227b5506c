using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Groups;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Plans;

namespace NetflixPrep.Bot.Plans;

/// <summary>Says what an inbound means to somebody's study plan. Everything is answered to them alone.</summary>
internal sealed class PlanRouter(StreamKind<PlanSheet, PlanInput, PlanEvent> kind)
{
    private const string View = "view";
    private const string Off = "off";

    /// <summary><c>/plan</c> with something to set, with a file to hand over, or off.</summary>
    public Routed Command(Inbound.Command command, Reads reads)
    {
        var from = command.From;
        var known = reads.PlanOf(from.Person);
        var view = ViewOf(command.Arguments);
        Seq<Argument> arguments = [.. command.Arguments.Where(argument => argument.Name != View)];
        if (arguments.Count == 0 && view != Off)
            return Whisper(from, known is null ? PlanPage.None() : PlanFiles.Of(known, reads.DoneFor(known.Setup!), from.At, view ?? "") ?? PlanPage.Of(known, reads.DoneFor(known.Setup!), from.At, view));
        var stream = known?.Stream ?? PlanSheet.StreamOf(from.Person);
        return To(stream, arguments.Count == 0
            ? new PlanInput.Off(from)
            : new PlanInput.Set(from, arguments, reads.SettingsOf(from.Person).Zone, known is null ? [] : reads.DoneFor(known.Setup!)));
    }

    public Routed Press(Token token, Inbound.Choice choice, Reads reads)
    {
        var from = choice.From;
        if (!PlanReads.IsOf(token.Stream, from.Person)) return Whisper(from, PlanWording.OnlyTheirs());
        if (token.Act != PlanAct.Delete) return To(token.Stream, PlanAct.Read(token, from));
        return kind.Fold(token.Stream, reads.Events(token.Stream)).Setup is null
            ? Whisper(from, PlanPage.None())
            : new Routed.Erase(new Erasure.OfSessions([token.Stream]), [Line(from, PlanWording.Deleted())], []);
    }

    public Routed Form(Token token, Inbound.Form form) => PlanReads.IsOf(token.Stream, form.From.Person)
        ? To(token.Stream, PlanAct.Read(token, form.Fields, form.From))
        : Whisper(form.From, PlanWording.OnlyTheirs());

    /// <summary>The answer to <c>/plan</c> where it changes nothing.</summary>
    public static Message Show(Inbound.Command command, Reads reads) => reads.PlanOf(command.From.Person) is { } known
        ? PlanPage.Of(known, reads.DoneFor(known.Setup!), command.From.At, ViewOf(command.Arguments))
        : PlanPage.None();

    private static string? ViewOf(Seq<Argument> arguments) => arguments.FirstOrDefault(argument => argument.Name == View)?.Value;

    private Routed.To To(StreamId stream, PlanInput input) => new(kind.Call(stream, input));

    private static Routed.Answer Whisper(Origin from, Message message) => new([Line(from, message)]);

    private static Effect.Show Line(Origin from, Message message) => new(new Where.In(from.Place), "plan", message, from.Person, []);
}
