using System.Reflection;

namespace NetflixPrep.Bot.Questions;

/// <summary>One file of the bank.</summary>
/// <param name="Name">Its path as people see it in findings.</param>
/// <param name="Path">Its path inside prompts/, with '/'.</param>
internal sealed record PromptFile(string Name, string Path, string Text);

/// <summary>Where the bank's files come from: the ones built in, or a folder.</summary>
internal static class PromptFiles
{
    internal static IReadOnlyList<PromptFile> BuiltIn()
    {
        var assembly = typeof(PromptFiles).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames().Where(name => name.StartsWith("prompts/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
                .Select(name => name.Replace('\\', '/')).Select(name => new PromptFile(name, name["prompts/".Length..], Text(assembly, name))),
        ];
    }

    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    internal static IReadOnlyList<PromptFile> Folder(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".yaml", StringComparison.Ordinal) || file.EndsWith(".yml", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => new PromptFile(
                Path.Combine(folder, Path.GetRelativePath(folder, file)).Replace('\\', '/'), Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file))),
    ];

    /// <summary>The folder that was named, else ./prompts when it is there, else the files built in.</summary>
    internal static IReadOnlyList<PromptFile> Of(string? folder) =>
        folder is not null ? Folder(folder) : Directory.Exists("prompts") ? Folder("prompts") : BuiltIn();

    private static string Text(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
