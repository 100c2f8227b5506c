using System.Diagnostics;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Stories;

/// <summary>Decides for somebody's stories. They are theirs alone, so every answer is private. Pure.</summary>
public static class StoryDesk
{
    private const string AddTitle = "A story in four lines";
    private const string EditTitle = "Write it anew";

    /// <summary>Answers every pair of state and input.</summary>
    public static Decision<StoryEvent> Decide(StoryShelf shelf, StoryInput input) => input switch
    {
        StoryInput.Add or StoryInput.Added when shelf.Stories.Count >= StoryShelf.Most => Whisper(input, StoryPage.Full()),
        StoryInput.Add => new([], [new Effect.OpenForm(StoryForm.For(shelf.Stream, StoryAct.Added, "", AddTitle, null))]),
        StoryInput.Added added => StoryForm.Read(added.Fields, shelf.NextId, []) is { } story
            ? Keep(shelf, input, new StoryEvent.Added(input.From.At, story), story.Id)
            : Whisper(input, StoryPage.NoTitle()),
        StoryInput.Unknown => Whisper(input, StoryPage.Stale()),
        _ => OfOne(shelf, input),
    };

    private static Decision<StoryEvent> OfOne(StoryShelf shelf, StoryInput input)
    {
        var id = input switch
        {
            StoryInput.Open open => open.Id,
            StoryInput.Edit edit => edit.Id,
            StoryInput.Edited edited => edited.Id,
            StoryInput.Turn turn => turn.Id,
            StoryInput.TakeOut take => take.Id,
            StoryInput.TakeOutConfirmed confirmed => confirmed.Id,
            _ => throw new UnreachableException($"No rule for {input.GetType().Name}."),
        };
        if (shelf.Find(id) is not { } story) return Whisper(input, StoryPage.Gone());
        return input switch
        {
            StoryInput.Edit => new([], [new Effect.OpenForm(StoryForm.For(shelf.Stream, StoryAct.Edited, id, EditTitle, story))]),
            StoryInput.Edited edited => StoryForm.Read(edited.Fields, id, story.Themes) is { } changed
                ? Keep(shelf, input, new StoryEvent.Changed(input.From.At, changed), id, unless: changed == story)
                : Whisper(input, StoryPage.NoTitle()),
            StoryInput.Turn turn => Themes.Find(turn.Theme) is null
                ? Whisper(input, StoryPage.Stale())
                : Keep(shelf, input, new StoryEvent.ThemesSet(input.From.At, id, Turned(story, turn.Theme)), id),
            StoryInput.TakeOut => Whisper(input, StoryPage.Sure(shelf, story)),
            StoryInput.TakeOutConfirmed => new([new StoryEvent.TakenOut(input.From.At, id)], [Show(input, StoryPage.TakenOut(story))]),
            _ => Whisper(input, StoryPage.Card(shelf, story)),
        };
    }

    private static Decision<StoryEvent> Keep(StoryShelf shelf, StoryInput input, StoryEvent fact, string id, bool unless = false)
    {
        var after = unless ? shelf : shelf.Evolve(fact);
        return new(unless ? [] : [fact], [Show(input, StoryPage.Card(after, after.Find(id)!))]);
    }

    private static Seq<string> Turned(Story story, string theme) => story.Themes.Contains(theme) ? [.. story.Themes.Where(each => each != theme)] : story.Themes.Add(theme);

    private static Decision<StoryEvent> Whisper(StoryInput input, Message message) => new([], [Show(input, message)]);

    private static Effect.Show Show(StoryInput input, Message message) => new(new Where.In(input.From.Place), "story", message, input.From.Person, []);
}
