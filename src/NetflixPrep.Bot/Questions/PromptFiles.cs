namespace NetflixPrep.Bot.Questions;

/// <summary>One file of the bank.</summary>
/// <param name="Name">Its path as people see it in findings.</param>
/// <param name="Path">Its path inside prompts/, with '/'.</param>
internal sealed record PromptFile(string Name, string Path, string Text);

/// <summary>The YAML files of a folder laid out like prompts/.</summary>
internal static class PromptFiles
{
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    internal static IReadOnlyList<PromptFile> Folder(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".yaml", StringComparison.Ordinal) || file.EndsWith(".yml", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => new PromptFile(
                Path.Combine(folder, Path.GetRelativePath(folder, file)).Replace('\\', '/'), Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file))),
    ];
}
