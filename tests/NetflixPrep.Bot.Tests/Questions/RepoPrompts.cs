using NetflixPrep.Bot.Questions;

namespace NetflixPrep.Bot.Tests.Questions;

/// <summary>The files of prompts/ as they stand in the repository.</summary>
internal static class RepoPrompts
{
    public static IReadOnlyList<PromptFile> Files { get; } =
        [.. PromptFiles.Folder(Path.Combine(Root(), "prompts")).Select(file => file with { Name = $"prompts/{file.Path}" })];

    /// <summary>The shared files and the three-minute sample: a small whole bank.</summary>
    public static IReadOnlyList<PromptFile> Small { get; } = [.. Files.Where(file => !file.Path.StartsWith("questions/", StringComparison.Ordinal))];

    /// <summary>One question of the bank, as a text to change.</summary>
    public static string Text(string path) => Files.Single(file => file.Path == path).Text;

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NetflixPrep.Bot.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
