using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Loops;

/// <summary>What the bot says around the rounds of a loop, with its buttons.</summary>
internal static class LoopWording
{
    public static Message Card(LoopSheet sheet) => new(Prose.Paragraphs(
        Prose.Of($"**{Prose.Typed(sheet.Setup.Label)}**, {Prose.Markdown(Interviews.Wording.Many(sheet.Setup.Plan.Rounds.Count, "round"))}, {sheet.Setup.Plan.Rounds.Sum(round => round.Minutes)} min in all.{Prose.Markdown(sheet.Setup.Plan.Source is "your list" or "ours" ? "" : $" Reported by {sheet.Setup.Plan.Source}.")}"),
        Prose.Lines(sheet.Setup.Plan.Rounds.Select((round, at) => Prose.Of($"{at + 1}. {Prose.Markdown(round.Label)}, {round.Minutes} min{Prose.Markdown(round.MinutesFrom == "ours" ? " (our figure)" : "")}"))),
        Prose.Of($"Nothing runs between rounds: do one today and the next tomorrow. The packet comes at the end.")))
    {
        Title = "Your loop",
        Controls = Buttons(sheet),
    };

    public static Message RoundDone(LoopSheet sheet) => sheet.Held[^1] is var held ? new(Prose.Lines(
        Prose.Of($"Round {sheet.Held.Count} of {sheet.Setup.Plan.Rounds.Count} is over: {Prose.Markdown(held.Label)}, {held.MinutesUsed} of {held.MinutesAsked} min, mentioned {held.Mentioned} of {held.Of}."),
        NextUp(sheet)))
    {
        Controls = Buttons(sheet),
    } : Between(sheet);

    public static Message Between(LoopSheet sheet) => new(NextUp(sheet)) { Controls = Buttons(sheet) };

    public static Message Opened(LoopSheet sheet) => new(Prose.Of($"Round {sheet.Number} of {sheet.Setup.Plan.Rounds.Count}, {Prose.Markdown(sheet.Round!.Label)}, is open. Its card has *Begin*."));

    public static Message OnBreak(LoopSheet sheet) => new(Prose.Of($"Break until {sheet.BreakUntil!.Value}. I will call you then; *Next round* goes on sooner.")) { Controls = Buttons(sheet) };

    public static Message BreakOver(LoopSheet sheet) => new(Prose.Join(" ", [Prose.Of($"The break is over."), NextUp(sheet)])) { Controls = Buttons(sheet) };

    public static Message StopSure(LoopSheet sheet) => new(Prose.Of($"Stop the loop here? What you did is kept, and you get the packet so far."))
    {
        Controls = [Button(sheet, "Stop and keep", LoopAct.StopConfirmed, Tone.Danger), Button(sheet, "Go on", LoopAct.GoOn)],
    };

    public static Message Ended(LoopSheet sheet, LoopEnding ending) => new(ending switch
    {
        LoopEnding.Complete => Prose.Of($"That was the last round. Thank you for the work. Your packet:"),
        LoopEnding.Abandoned => Prose.Of($"It has been quiet here for 30 days, so I closed the loop. What you did is kept."),
        _ => sheet.Held.Count == 0 ? Prose.Of($"The loop is stopped. {new CommandRef(CommandTable.MockStart, "loop:s1")} opens a new one.") : Prose.Of($"The loop is stopped. Your packet so far:"),
    });

    public static Message PlaceLost(LoopSheet sheet) => new(Prose.Of($"The place of your loop is gone, so I closed it. All you said is kept. {new CommandRef(CommandTable.MockStart, "loop:s1 place:dm")} starts one here."))
    {
        Controls = sheet.Held.Count == 0 ? [] : [Button(sheet, "Packet", LoopAct.Packet)],
    };

    public static Prose DmClosed() => Prose.Of($"I cannot write to you in direct messages, so the loop is closed. All you said is kept. {new CommandRef(CommandTable.MockStart, "loop:s1 place:private")} starts one here.");

    public static Prose Status(LoopSheet sheet) => sheet.Round is { } next
        ? Prose.Of($"Your loop stands at round {sheet.Number} of {sheet.Setup.Plan.Rounds.Count}: {Prose.Markdown(next.Label)}, {next.Minutes} min. *Next round* in its place opens it.")
        : Closed();

    public static Prose AlreadyOpen(LoopSheet sheet) => Prose.Of($"{Status(sheet)} {new CommandRef(CommandTable.MockStop)} closes it.");

    public static Prose RoundIsOpen(LoopSheet sheet) => Prose.Of($"Round {sheet.Number} is open already. Finish or stop it first; its newest message has the buttons.");

    public static Prose OnlyTheirs(PersonId person) => Prose.Of($"Only {person} can press these. {new CommandRef(CommandTable.MockStart, "loop:s1")} opens a loop of your own.");

    public static Prose NoSuchLoop() => Prose.Of($"I do not know that loop any more. {new CommandRef(CommandTable.MockStart, "loop:s1")} opens a new one.");

    public static Prose Over() => Prose.Of($"This loop is over and kept. *Packet* shows it.");

    public static Prose Closed() => Prose.Of($"Your loop is closed.");

    public static Prose StopTaken() => Prose.Of($"I asked in your loop whether to stop; answer there, or send {new CommandRef(CommandTable.MockStop)} once more.");

    public static Prose Stale() => Prose.Of($"That button is from an earlier step. The newest message has the ones that count now.");

    private static Prose NextUp(LoopSheet sheet) => Prose.Of($"Next: round {sheet.Number} of {sheet.Setup.Plan.Rounds.Count}, {Prose.Markdown(sheet.Round!.Label)}, {sheet.Round.Minutes} min. It waits until you press *Next round*, today or another day.");

    public static Seq<Control> Buttons(LoopSheet sheet) =>
    [
        Button(sheet, "Next round", LoopAct.Next, Tone.Main),
        .. sheet.Held.Count > 0 && sheet.BreakUntil is null ? [Button(sheet, "Break", LoopAct.Break)] : Seq<Control>.Empty,
        .. sheet.Held.Count > 0 ? [Button(sheet, "Packet", LoopAct.Packet)] : Seq<Control>.Empty,
        Button(sheet, "Stop", LoopAct.Stop, Tone.Danger),
    ];

    private static Control.Button Button(LoopSheet sheet, string label, string act, Tone tone = Tone.Plain) =>
        new(label, new Token(sheet.Setup.Stream, act, sheet.Step).ToString(), tone);
}

/// <summary>What <c>/mock status</c> says between the rounds of a loop.</summary>
public static class LoopStatus
{
    /// <summary>With the buttons of the loop's newest message, for whoever cannot find that.</summary>
    public static Message Describe(LoopSheet sheet) => new(LoopWording.Status(sheet)) { Controls = LoopWording.Buttons(sheet) };
}
