using NetflixPrep.Core;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Questions;

/// <summary>Where the questions come from: the built-in bank or a folder in its place, and the group's own folders beside it.</summary>
internal sealed class BankSources(QuestionsOptions options)
{
    /// <summary>Whether any of it can change while the bot runs.</summary>
    public bool CanChange => options.Folder is not null || options.Folders.Count > 0;

    /// <exception cref="DirectoryNotFoundException">A folder is not there.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public LoadedBank Load()
    {
        var loaded = options.Folder is { } folder ? BankLoader.Load(PromptFiles.Folder(folder)) : new LoadedBank(BuiltInBank.Load(), []);
        foreach (var (prefix, own) in options.Folders.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (loaded.HasErrors) return loaded;
            var more = BankLoader.Add(loaded.Bank.Contents, prefix, PromptFiles.Folder(own));
            loaded = new(more.Bank, [.. loaded.Findings, .. more.Findings]);
        }
        return loaded;
    }

    /// <summary>Names, sizes and times of all files that may change: another text means that something did.</summary>
    public string Snapshot()
    {
        var folders = options.Folders.Values.Append(options.Folder).OfType<string>().Order(StringComparer.Ordinal);
        return string.Join('\n', folders.SelectMany(folder => Directory.Exists(folder)
            ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal)
                .Select(file => $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}")
            : [$"{folder}|gone"]));
    }
}
