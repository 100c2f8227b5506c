using NetflixPrep.Bot.Tests.Tidy;

namespace NetflixPrep.Bot.Tests.Slack;

/// <summary>Where Slack's own packages are, for tests that need them; they skip aloud where they are not.</summary>
internal static class Judge
{
    private static readonly string Node = OperatingSystem.IsWindows() ? "node.exe" : "node";

    public static string Folder { get; } = Path.Combine(Tree.Root, "tests", "NetflixPrep.Bot.Tests", "Slack", "judge");

    /// <summary>Null when everything is there.</summary>
    public static string? Absent(string package) =>
        !Directory.Exists(Path.Combine([Folder, "node_modules", .. package.Split('/')])) ? $"skipped: {package} is not installed (run npm ci in tests/NetflixPrep.Bot.Tests/Slack/judge)"
        : !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, Node))) ? "skipped: node is not on the path"
        : null;

    public static void SkipUnlessThere(string package)
    {
        var absent = Absent(package);
        Assert.SkipWhen(absent is not null, absent ?? "");
    }
}
