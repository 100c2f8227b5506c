namespace NetflixPrep.Core.Chat;

/// <summary>Where somebody asks for help.</summary>
public sealed record HelpScene
{
    /// <summary>Their own session is open in this place.</summary>
    public bool InSession { get; init; }

    /// <summary>Their own session is open somewhere else.</summary>
    public bool SessionElsewhere { get; init; }

    /// <summary>Whose session or loop this place belongs to, when it is not theirs.</summary>
    public PersonId? SessionOf { get; init; }

    /// <summary>They sit on the panel of that session.</summary>
    public bool OnPanel { get; init; }

    /// <summary>Their own loop that is open; null when there is none.</summary>
    public LoopScene? Loop { get; init; }

    public bool InDirectMessages { get; init; }

    /// <summary>They manage the group.</summary>
    public bool Admin { get; init; }
}

/// <summary>Where the loop of somebody who asks for help stands.</summary>
/// <param name="Number">The round that runs or comes next, from 1.</param>
/// <param name="Here">Its place is where they ask.</param>
public sealed record LoopScene(int Number, int Of, bool Here);

/// <summary><c>/help</c>: what can be done here and now, written from the command table so that it cannot fall behind.</summary>
public static class HelpPage
{
    private static readonly Seq<string> ForReaders = [CommandTable.MockStart, CommandTable.Privacy, CommandTable.Help];

    public static Message For(HelpScene scene) => new(Prose.Paragraphs(Here(scene), Prose.Lines(Commands(scene)), Last(scene)))
    {
        Title = "What I can do",
    };

    private static Prose Here(HelpScene scene) => scene switch
    {
        { InSession: true } => Prose.Of($"{InRound(scene.Loop)} Write your answer in as many messages as you like; a tick means saved. Whole messages that do something: done, hint, skip, pause, resume, stop. A message that ends in a question mark asks the interviewer."),
        { SessionOf: { } person, OnPanel: true } => Prose.Of($"You interview {person} here. *My script* under my newest message shows what to ask; what you write is kept with the session."),
        { SessionOf: { } person } => Prose.Of($"This is the session of {person}. Only they answer and press here; what others write is not kept."),
        { SessionElsewhere: false, Loop: { Here: true } between } => Prose.Of($"You are in your loop, before round {between.Number} of {between.Of}. Nothing runs: *Next round* opens the round, today or another day. Whole messages that do something: next, break, packet, stop. {new CommandRef(CommandTable.MockStatus)} shows the buttons again."),
        { SessionElsewhere: false, Loop: { } elsewhere } => Prose.Of($"Your loop waits in another place, before round {elsewhere.Number} of {elsewhere.Of}. {new CommandRef(CommandTable.MockStatus)} shows its buttons; {new CommandRef(CommandTable.MockStop)} closes it."),
        { SessionElsewhere: true } => Prose.Of($"Your session is open in another place; answer there. {new CommandRef(CommandTable.MockStatus)} says where it stands."),
        { InDirectMessages: true } => Prose.Of($"Here we are alone. I run timed mock interviews for the Netflix machine-learning loop. I say what you mentioned and when; people judge how well."),
        _ => Prose.Of($"I run timed mock interviews for the Netflix machine-learning loop. I say what you mentioned and when; people judge how well."),
    };

    private static Prose InRound(LoopScene? loop) => loop is null
        ? Prose.Of($"You are in a session.")
        : Prose.Of($"You are in round {loop.Number} of {loop.Of} of your loop; stop ends this round only, and the loop goes on.");

    private static IEnumerable<Prose> Commands(HelpScene scene) =>
        from spec in CommandTable.All
        where scene.InSession || scene.SessionOf is null || ForReaders.Contains(spec.Verb)
        select Prose.Of($"{new CommandRef(spec.Verb)}: {Prose.Markdown(spec.Help)}");

    private static Prose Last(HelpScene scene) => Prose.Lines(
        scene is { Admin: true, InSession: false, SessionOf: null } ? Prose.Of($"You manage this group: {new CommandRef(CommandTable.Settings)} shows how I work here. Nothing needs to be set.") : Prose.Empty,
        scene.InSession || scene.SessionElsewhere || scene.Loop is not null ? Prose.Empty : Prose.Of($"To begin: {new CommandRef(CommandTable.MockStart, "round:coding")}"));
}
