namespace NetflixPrep.Core.Questions;

/// <summary>A part of what is practised.</summary>
/// <param name="Id">Never changed: stored.</param>
/// <param name="Share">Of all practice time, in percent.</param>
/// <param name="Rounds">The rounds that belong to it.</param>
public sealed record Area(string Id, string Label, int Share, Seq<string> Rounds);

/// <summary>How practice time is split (S2): coding 30, system design 25, fundamentals and metrics 20, behaviour and stories 15, experimentation 10 percent.</summary>
public static class Areas
{
    public static Seq<Area> All { get; } =
    [
        new("coding", "coding", 30, ["coding", "ml-coding"]),
        new("design", "system design", 25, ["ml-system-design"]),
        new("fundamentals", "fundamentals", 20, ["ml-fundamentals"]),
        new("behaviour", "behaviour and stories", 15, ["behavioral", "culture", "hiring-manager", "recruiter-screen"]),
        new("experimentation", "experimentation", 10, ["experimentation"]),
    ];

    public static Area? Find(string id) => All.FirstOrDefault(area => area.Id == id);

    /// <exception cref="KeyNotFoundException">There is no such round.</exception>
    public static Area OfRound(string round) =>
        All.FirstOrDefault(area => area.Rounds.Contains(round)) ?? throw new KeyNotFoundException($"No area has the round '{round}'.");
}
