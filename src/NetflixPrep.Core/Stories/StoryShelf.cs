using System.Diagnostics;
using System.Globalization;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Stories;

/// <summary>A recorded fact of somebody's stories, past tense. The names under which these are stored never change.</summary>
public abstract record StoryEvent
{
    private StoryEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; init; }

    public sealed record Added(DateTimeOffset At, Story Story) : StoryEvent(At);

    /// <summary>Written anew; its themes stay.</summary>
    public sealed record Changed(DateTimeOffset At, Story Story) : StoryEvent(At);

    /// <summary>All the themes it has from now on.</summary>
    public sealed record ThemesSet(DateTimeOffset At, string Id, Seq<string> Themes) : StoryEvent(At);

    public sealed record TakenOut(DateTimeOffset At, string Id) : StoryEvent(At);
}

/// <summary>Somebody's stories: the fold of their events.</summary>
/// <param name="Last">The newest number that was given to a story.</param>
public sealed record StoryShelf(StreamId Stream, int Last, Seq<Story> Stories)
{
    /// <summary>The first part of the ids of these streams; the key is the person.</summary>
    public const string StreamName = "stories";

    public const int Most = 20;

    public string NextId => (Last + 1).ToString(CultureInfo.InvariantCulture);

    public static StreamId StreamOf(PersonId person) => new(StreamName, person.ToString());

    public static StoryShelf New(StreamId stream) => new(stream, 0, []);

    public Story? Find(string id) => Stories.FirstOrDefault(story => story.Id == id);

    /// <summary>Its number in the list, from 1.</summary>
    public int NumberOf(string id) => Stories.TakeWhile(story => story.Id != id).Count() + 1;

    /// <exception cref="UnreachableException">The fact cannot follow this state.</exception>
    public StoryShelf Evolve(StoryEvent fact) => fact switch
    {
        StoryEvent.Added added when Find(added.Story.Id) is null => this with { Last = Last + 1, Stories = Stories.Add(added.Story) },
        StoryEvent.Changed changed when Find(changed.Story.Id) is not null => With(changed.Story.Id, _ => changed.Story),
        StoryEvent.ThemesSet set when Find(set.Id) is not null => With(set.Id, story => story with { Themes = set.Themes }),
        StoryEvent.TakenOut taken when Find(taken.Id) is not null => this with { Stories = [.. Stories.Where(story => story.Id != taken.Id)] },
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow here."),
    };

    private StoryShelf With(string id, Func<Story, Story> change) => this with { Stories = [.. Stories.Select(story => story.Id == id ? change(story) : story)] };
}

/// <summary>What the desk of stories is asked to decide on.</summary>
public abstract record StoryInput
{
    private StoryInput(Origin from) => From = from;

    public Origin From { get; init; }

    /// <summary><c>/story add</c>.</summary>
    public sealed record Add(Origin From) : StoryInput(From);

    public sealed record Added(Origin From, Seq<Argument> Fields) : StoryInput(From);

    /// <summary>Shows one story with what can be done to it.</summary>
    public sealed record Open(Origin From, string Id) : StoryInput(From);

    public sealed record Edit(Origin From, string Id) : StoryInput(From);

    public sealed record Edited(Origin From, string Id, Seq<Argument> Fields) : StoryInput(From);

    /// <summary>A theme is put on, or taken off when it is there.</summary>
    public sealed record Turn(Origin From, string Id, string Theme) : StoryInput(From);

    public sealed record TakeOut(Origin From, string Id) : StoryInput(From);

    public sealed record TakeOutConfirmed(Origin From, string Id) : StoryInput(From);

    /// <summary>A button or form that this version does not know.</summary>
    public sealed record Unknown(Origin From) : StoryInput(From);
}

/// <summary>What buttons, menus and forms of stories are called inside their tokens. Never changed, only added.</summary>
public static class StoryAct
{
    internal const string Added = "added";
    internal const string Open = "open";
    internal const string Edit = "edit";
    internal const string Edited = "edited";
    internal const string Theme = "theme";
    internal const string TakeOut = "take-out";
    internal const string TakeOutConfirmed = "take-out-yes";

    /// <summary>True when a press is answered with a form at once.</summary>
    public static bool OpensForm(Token token) => token is { Stream.Kind: StoryShelf.StreamName, Act: Edit };

    public static StoryInput Read(Token token, string? value, Origin from) => token.Act switch
    {
        Open => new StoryInput.Open(from, value ?? token.About),
        Edit => new StoryInput.Edit(from, token.About),
        Theme => new StoryInput.Turn(from, token.About, value ?? ""),
        TakeOut => new StoryInput.TakeOut(from, token.About),
        TakeOutConfirmed => new StoryInput.TakeOutConfirmed(from, token.About),
        _ => new StoryInput.Unknown(from),
    };

    public static StoryInput Read(Token token, Seq<Argument> fields, Origin from) => token.Act switch
    {
        Added => new StoryInput.Added(from, fields),
        Edited => new StoryInput.Edited(from, token.About, fields),
        _ => new StoryInput.Unknown(from),
    };
}
