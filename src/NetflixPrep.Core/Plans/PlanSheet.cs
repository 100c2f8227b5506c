using System.Diagnostics;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Plans;

/// <summary>A recorded fact of a plan, past tense. The names under which these are stored never change.</summary>
public abstract record PlanEvent
{
    private PlanEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; init; }

    /// <summary>Made or changed; all of it as it is from now on.</summary>
    public sealed record Planned(DateTimeOffset At, PlanSetup Setup) : PlanEvent(At);

    /// <summary>Words for a line of the check-list; those given before are replaced.</summary>
    public sealed record ProofGiven(DateTimeOffset At, string Item, string Text) : PlanEvent(At);
}

/// <summary>Where somebody's plan stands: the fold of its events.</summary>
public sealed record PlanSheet(StreamId Stream)
{
    /// <summary>The first part of the ids of these streams; the key is the person.</summary>
    public const string StreamName = "plan";

    /// <summary>Null while there is no plan.</summary>
    public PlanSetup? Setup { get; init; }

    /// <summary>One for each line that has words, in the order in which they were first given.</summary>
    public Seq<Proof> Proofs { get; init; } = [];

    public static StreamId StreamOf(PersonId person) => new(StreamName, person.ToString());

    /// <exception cref="UnreachableException">The fact cannot follow this state.</exception>
    public PlanSheet Evolve(PlanEvent fact) => (this, fact) switch
    {
        (_, PlanEvent.Planned planned) => this with { Setup = planned.Setup },
        ({ Setup: not null }, PlanEvent.ProofGiven given) => this with { Proofs = With(new(given.Item, given.Text, given.At)) },
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow here."),
    };

    private Seq<Proof> With(Proof proof) => Proofs.Any(known => known.Item == proof.Item)
        ? [.. Proofs.Select(known => known.Item == proof.Item ? proof : known)]
        : Proofs.Add(proof);
}

/// <summary>What the desk of a plan is asked to decide on.</summary>
public abstract record PlanInput
{
    private PlanInput(Origin from) => From = from;

    public Origin From { get; init; }

    /// <summary><c>/plan</c> with something to set.</summary>
    /// <param name="Zone">The zone of a plan that names none.</param>
    public sealed record Set(Origin From, Seq<Argument> Arguments, string Zone, Seq<Done> Done) : PlanInput(From);

    /// <summary>The button of a line of the check-list.</summary>
    public sealed record AddProof(Origin From, string Item) : PlanInput(From);

    public sealed record GiveProof(Origin From, string Item, string Text) : PlanInput(From);

    /// <summary><c>/plan off</c>.</summary>
    public sealed record Off(Origin From) : PlanInput(From);

    /// <summary>The plan is not to be deleted after all.</summary>
    public sealed record Keep(Origin From) : PlanInput(From);

    /// <summary>A button that this version does not know.</summary>
    public sealed record Unknown(Origin From) : PlanInput(From);
}

/// <summary>What a plan's buttons and forms are called inside their tokens. Never changed, only added.</summary>
public static class PlanAct
{
    internal const string AddProof = "proof";
    internal const string ProofGiven = "proof-given";
    internal const string Keep = "keep";

    /// <summary>Deleting is done by the caller, which can.</summary>
    public const string Delete = "delete";

    /// <summary>True when a press is answered with a form at once.</summary>
    public static bool OpensForm(Token token) => token is { Stream.Kind: PlanSheet.StreamName, Act: AddProof };

    public static PlanInput Read(Token token, Origin from) => token.Act switch
    {
        AddProof => new PlanInput.AddProof(from, token.About),
        Keep => new PlanInput.Keep(from),
        _ => new PlanInput.Unknown(from),
    };

    public static PlanInput Read(Token token, Seq<Argument> fields, Origin from) => token.Act == ProofGiven
        ? new PlanInput.GiveProof(from, token.About, fields.FirstOrDefault(field => field.Name == "words")?.Value ?? "")
        : new PlanInput.Unknown(from);
}
