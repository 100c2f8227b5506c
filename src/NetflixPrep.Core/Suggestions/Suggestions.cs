using System.Diagnostics;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Core.Suggestions;

/// <summary>What somebody found wrong with a question of the bank.</summary>
/// <param name="Version">Of the question when it was told.</param>
public sealed record Report(string QuestionId, int Version, string Text)
{
    public const int Longest = 500;
}

/// <summary>A question that somebody would like the bank to have.</summary>
/// <param name="Mentions">What a strong answer mentions, one thing each.</param>
/// <param name="Source">Where the idea is from; empty: their own.</param>
public sealed record Proposal(string Round, string Title, string Prompt, Seq<string> Mentions, string FollowUp, string Source);

/// <summary>A recorded fact of somebody's suggestions, past tense. The names under which these are stored never change.</summary>
public abstract record SuggestionEvent
{
    private SuggestionEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; init; }

    public sealed record Reported(DateTimeOffset At, Report Report) : SuggestionEvent(At);

    public sealed record Proposed(DateTimeOffset At, Proposal Proposal) : SuggestionEvent(At);

    /// <summary>Those who look after practice were told of a proposal.</summary>
    public sealed record HandedOver(DateTimeOffset At, int Number, Seq<PersonId> To) : SuggestionEvent(At);
}

/// <summary>What somebody told about the bank: the fold of their events.</summary>
public sealed record SuggestionBox(StreamId Stream, Seq<Report> Reports, Seq<Proposal> Proposals)
{
    /// <summary>The first part of the ids of these streams; the key is the person.</summary>
    public const string StreamName = "suggestions";

    /// <summary>Reports and proposals of one person together.</summary>
    public const int Most = 200;

    /// <summary>Who was told of which proposal, by its number from 1.</summary>
    public Seq<int> HandedOver { get; init; } = [];

    public bool IsFull => Reports.Count + Proposals.Count >= Most;

    public static StreamId StreamOf(PersonId person) => new(StreamName, person.ToString());

    public static SuggestionBox New(StreamId stream) => new(stream, [], []);

    /// <summary>A proposal by its number, from 1; null when there is none.</summary>
    public Proposal? Find(int number) => number >= 1 && number <= Proposals.Count ? Proposals[number - 1] : null;

    /// <exception cref="UnreachableException">The fact cannot follow this state.</exception>
    public SuggestionBox Evolve(SuggestionEvent fact) => fact switch
    {
        SuggestionEvent.Reported reported => this with { Reports = Reports.Add(reported.Report) },
        SuggestionEvent.Proposed proposed => this with { Proposals = Proposals.Add(proposed.Proposal) },
        SuggestionEvent.HandedOver handed when Find(handed.Number) is not null => this with { HandedOver = HandedOver.Add(handed.Number) },
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow here."),
    };
}

/// <summary>What the desk of suggestions is asked to decide on.</summary>
public abstract record SuggestionInput
{
    private SuggestionInput(Origin from) => From = from;

    public Origin From { get; init; }

    /// <summary><c>/question report</c>.</summary>
    /// <param name="Version">Of the question now; null when the bank has none of that id.</param>
    public sealed record Report(Origin From, string QuestionId, int? Version, string Text) : SuggestionInput(From);

    /// <summary><c>/question propose</c>: the form.</summary>
    public sealed record Propose(Origin From, string Round) : SuggestionInput(From);

    public sealed record Proposed(Origin From, string Round, Seq<Argument> Fields, GroupSettings Group) : SuggestionInput(From);

    /// <summary>The quiet hours in which it was proposed are over.</summary>
    public sealed record HandOver(Origin From, int Number, GroupSettings Group) : SuggestionInput(From);

    /// <param name="File">The draft, when the one who asks may have it.</param>
    public sealed record DraftAsked(Origin From, int Number, Attachment? File) : SuggestionInput(From);

    /// <summary>A button or form that this version does not know.</summary>
    public sealed record Unknown(Origin From) : SuggestionInput(From);
}

/// <summary>What buttons, forms and timers of suggestions are called. Never changed, only added.</summary>
public static class SuggestionAct
{
    public const string Proposed = "proposed";
    public const string Draft = "draft";
    public const string HandOver = "hand-over";
}
