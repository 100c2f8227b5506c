using System.Diagnostics;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Plans;

/// <summary>Decides for somebody's study plan. All of it is theirs alone, so every answer is private. Pure.</summary>
public static class PlanDesk
{
    /// <summary>Answers every pair of state and input.</summary>
    public static Decision<PlanEvent> Decide(PlanSheet sheet, PlanInput input) => (sheet, input) switch
    {
        (_, PlanInput.Set set) => Set(sheet, set),
        ({ Setup: null }, _) => Whisper(input.From, PlanPage.None()),
        (_, PlanInput.AddProof add) => Proofs.Find(add.Item) is { } item
            ? new([], [new Effect.OpenForm(Proofs.Form(sheet.Stream, item))])
            : Whisper(input.From, PlanWording.Stale()),
        (_, PlanInput.GiveProof give) => Give(sheet, give),
        (_, PlanInput.Off) => Whisper(input.From, PlanWording.Sure(sheet.Stream)),
        (_, PlanInput.Keep) => Whisper(input.From, PlanWording.Kept()),
        (_, PlanInput.Unknown) => Whisper(input.From, PlanWording.Stale()),
        _ => throw new UnreachableException($"No rule for {input.GetType().Name}."),
    };

    private static Decision<PlanEvent> Set(PlanSheet sheet, PlanInput.Set set)
    {
        var (setup, complaints) = PlanEntry.Read(sheet.Setup, set.From.Person, set.Arguments, set.Zone, set.From.At);
        if (setup is null) return Whisper(set.From, PlanWording.NothingChanged(complaints));
        var after = sheet with { Setup = setup };
        var shown = Show(set.From, PlanPage.Overview(after, set.Done, set.From.At, saved: true));
        return new(setup == sheet.Setup ? [] : [new PlanEvent.Planned(set.From.At, setup)], [shown]);
    }

    private static Decision<PlanEvent> Give(PlanSheet sheet, PlanInput.GiveProof give)
    {
        if (Proofs.Find(give.Item) is not { } item) return Whisper(give.From, PlanWording.Stale());
        var text = give.Text.Trim();
        if (text.Length == 0) return Whisper(give.From, PlanWording.NoWords(sheet.Stream, item));
        if (text.Length > Proofs.LongestText) text = text[..Proofs.LongestText];
        var given = new PlanEvent.ProofGiven(give.From.At, item.Id, text);
        return new([given], [Show(give.From, PlanWording.Given(sheet.Evolve(given), item, text))]);
    }

    private static Decision<PlanEvent> Whisper(Origin from, Message message) => new([], [Show(from, message)]);

    private static Effect.Show Show(Origin from, Message message) => new(new Where.In(from.Place), "plan", message, from.Person, []);
}
