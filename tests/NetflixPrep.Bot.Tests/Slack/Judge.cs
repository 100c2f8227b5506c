namespace NetflixPrep.Bot.Tests.Slack;

/// <summary>Where Slack's own packages are.</summary>
internal static class Judge
{
    private static readonly NodeJudge Node = new("Slack");

    public static string Folder => Node.Folder;

    public static string? Absent(string package) => Node.Absent(package);

    public static void SkipUnlessThere(string package) => Node.SkipUnlessThere(package);
}
