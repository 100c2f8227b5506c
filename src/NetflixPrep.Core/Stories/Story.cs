using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Stories;

/// <summary>A story in four lines: STAR, with Result replaced by Metric (S2).</summary>
/// <param name="Id">A number as text, never given twice on one shelf.</param>
/// <param name="Themes">Ids of <see cref="Stories.Themes"/>.</param>
public sealed record Story(string Id, string Title, string Situation, string Tension, string Action, string Metric, Seq<string> Themes)
{
    public const int LongestTitle = 60;
    public const int LongestLine = 300;

    /// <summary>The four lines with their names, in order.</summary>
    public Seq<StoryLine> Lines() => [new("Situation", Situation), new("Tension", Tension), new("Action", Action), new("Metric", Metric)];
}

/// <summary>One of the four lines.</summary>
public sealed record StoryLine(string Name, string Text);

/// <summary>What a story can be told for.</summary>
/// <param name="Id">Never changed: stored.</param>
public sealed record Theme(string Id, string Label);

/// <summary>The themes that interviewers ask for (S0 to S3).</summary>
public static class Themes
{
    public const string Failure = "failure";

    public static Seq<Theme> All { get; } =
    [
        new("disagreement", "disagreement"),
        new(Failure, "failure"),
        new("incident", "incident"),
        new("influence", "influence"),
        new("ambiguity", "ambiguity"),
        new("simplifying", "simplifying"),
        new("debt-or-features", "debt or features"),
        new("feedback", "feedback"),
    ];

    public static Theme? Find(string id) => All.FirstOrDefault(theme => theme.Id == id);

    internal static string Labels(Seq<string> ids) => string.Join(", ", All.Where(theme => ids.Contains(theme.Id)).Select(theme => theme.Label));
}

/// <summary>The form of a story: a title and four lines.</summary>
internal static class StoryForm
{
    public static Form For(StreamId stream, string act, string id, string title, Story? story) => new(new Token(stream, act, 0, id).ToString(), title,
    [
        new("title", "Title, a few words", Required: true, Story.LongestTitle) { Value = story?.Title },
        Line("situation", "Situation: what was there", required: true, story?.Situation),
        Line("tension", "Tension: what stood against it", required: false, story?.Tension),
        Line("action", "Action: what you did yourself", required: true, story?.Action),
        Line("metric", "Metric: which number changed, and how far", required: false, story?.Metric),
    ]);

    /// <summary>Null when the title is missing.</summary>
    public static Story? Read(Seq<Argument> fields, string id, Seq<string> themes)
    {
        var title = Field("title", Story.LongestTitle);
        return title.Length == 0 ? null : new(id, title, Field("situation", Story.LongestLine), Field("tension", Story.LongestLine), Field("action", Story.LongestLine), Field("metric", Story.LongestLine), themes);

        string Field(string name, int longest)
        {
            var text = string.Join(' ', (fields.FirstOrDefault(field => field.Name == name)?.Value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return text.Length <= longest ? text : text[..longest].TrimEnd();
        }
    }

    private static Input Line(string name, string label, bool required, string? value) => new(name, label, required, Story.LongestLine) { Value = value is { Length: > 0 } ? value : null };
}
