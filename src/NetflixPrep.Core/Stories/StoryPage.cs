using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Stories;

/// <summary>What is shown of stories: the list, one of them, and the check with stories against themes.</summary>
public static class StoryPage
{
    private const int LongestLabel = 75;

    /// <summary><c>/story list</c>.</summary>
    public static Message List(StoryShelf shelf) => shelf.Stories.Count == 0 ? None() : new(Prose.Paragraphs(
        [.. shelf.Stories.Select((story, at) => Prose.Lines([Prose.Of($"**{at + 1}. {story.Title}**"), .. Lines(story)]))]))
    {
        Title = "Your stories",
        Long = true,
        Controls = [new Control.Select("Open a story", new Token(shelf.Stream, StoryAct.Open, 0).ToString(), [.. shelf.Stories.Select((story, at) => new Option(Cut($"{at + 1}. {story.Title}"), story.Id))])],
    };

    /// <summary><c>/story check</c>.</summary>
    public static Message Check(StoryShelf shelf) => shelf.Stories.Count == 0 ? None() : new(Prose.Paragraphs(
        Prose.Of($"{Prose.Markdown(shelf.Stories.Count == 1 ? "One story" : $"{shelf.Stories.Count} stories")}; S1 keeps 6 to 8. Which words I look for is our choice."),
        Prose.Paragraphs(shelf.Stories.Select((story, at) => Remarks(story) is { IsEmpty: false } remarks ? Prose.Lines(Prose.Of($"**{at + 1}. {story.Title}**"), remarks) : Prose.Empty)),
        StoryLint.HasFailure(shelf.Stories) ? Prose.Empty : Prose.Of($"No story tells of something that failed. Interviewers ask for one (S1): what did you try that did not work?"),
        Prose.Lines([Prose.Of($"**Stories by theme**"), .. Themes.All.Select(theme => Row(shelf, theme))]),
        Prose.Of($"{new CommandRef(CommandTable.StoryList)} opens a story to change it; {new CommandRef(CommandTable.StoryAdd)} adds one.")))
    {
        Title = "Story check",
        Long = true,
    };

    /// <summary>One story, what is remarked on it, and its controls.</summary>
    internal static Message Card(StoryShelf shelf, Story story) => new(Prose.Paragraphs(
        Prose.Lines(Lines(story)),
        Remarks(story),
        Prose.Of($"Choose what it is about, one theme after the other; choosing one again takes it off.")))
    {
        Title = $"Story {shelf.NumberOf(story.Id)}: {story.Title}",
        Controls =
        [
            new Control.Select("Themes", new Token(shelf.Stream, StoryAct.Theme, 0, story.Id).ToString(),
                [.. Themes.All.Select(theme => new Option(theme.Label, theme.Id))]),
            new Control.Button("Edit", new Token(shelf.Stream, StoryAct.Edit, 0, story.Id).ToString()),
            new Control.Button("Take out", new Token(shelf.Stream, StoryAct.TakeOut, 0, story.Id).ToString(), Tone.Danger),
        ],
    };

    internal static Message Sure(StoryShelf shelf, Story story) => new(Prose.Of($"Take \"{story.Title}\" out of your stories? It cannot be brought back here."))
    {
        Controls =
        [
            new Control.Button("Take it out", new Token(shelf.Stream, StoryAct.TakeOutConfirmed, 0, story.Id).ToString(), Tone.Danger),
            new Control.Button("Keep it", new Token(shelf.Stream, StoryAct.Open, 0, story.Id).ToString()),
        ],
    };

    internal static Message TakenOut(Story story) => new(Prose.Of($"\"{story.Title}\" is out of your stories."));

    internal static Message NoTitle() => new(Prose.Of($"It has no title, so nothing was kept. {new CommandRef(CommandTable.StoryAdd)} opens the form again."));

    internal static Message Full() => new(Prose.Of($"You have {StoryShelf.Most} stories; S1 keeps 6 to 8. Take one out first: {new CommandRef(CommandTable.StoryList)}."));

    internal static Message Gone() => new(Prose.Of($"That story is not there any more. {new CommandRef(CommandTable.StoryList)} shows the ones you have."));

    internal static Message Stale() => new(Prose.Of($"I do not know that button any more. {new CommandRef(CommandTable.StoryList)} shows the ones that count now."));

    public static Message OnlyTheirs() => new(Prose.Of($"That belongs to somebody else's stories. {new CommandRef(CommandTable.StoryList)} shows yours."));

    private static Message None() => new(Prose.Of($"You have no stories yet. {new CommandRef(CommandTable.StoryAdd)} asks for one in four lines: situation, tension, action, metric."))
    {
        Title = "Your stories",
    };

    private static IEnumerable<Prose> Lines(Story story) =>
    [
        .. story.Lines().Select(line => Prose.Of($"- {Prose.Markdown(line.Name)}: {(line.Text.Length == 0 ? Prose.Of($"nothing yet") : Prose.Typed(line.Text))}")),
        story.Themes.Count == 0 ? Prose.Of($"- Themes: none yet") : Prose.Markdown($"- Themes: {Themes.Labels(story.Themes)}"),
    ];

    private static Prose Remarks(Story story) => Prose.Lines(StoryLint.Of(story).Select(remark => Prose.Of($"- {remark.Text}")));

    // A line for each theme reads on a phone, where a wide table does not.
    private static Prose Row(StoryShelf shelf, Theme theme) => Prose.Markdown(
        $"- {theme.Label}: {(shelf.Stories.Where(story => story.Themes.Contains(theme.Id)).Select(story => shelf.NumberOf(story.Id)).ToList() is { Count: > 0 } numbers ? string.Join(", ", numbers) : "none yet")}");

    private static string Cut(string label) => label.Length <= LongestLabel ? label : label[..(LongestLabel - 1)].TrimEnd() + "…";
}
