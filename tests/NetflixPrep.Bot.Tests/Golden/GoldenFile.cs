using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace NetflixPrep.Bot.Tests.Golden;

/// <summary>Texts kept beside the tests.</summary>
internal static class GoldenFile
{
    /// <summary>Equal to the letter, or the test fails with what changed.</summary>
    public static void Check(string name, string text)
    {
        if (Environment.GetEnvironmentVariable("NETFLIXPREP_GOLDEN") == "write")
        {
            File.WriteAllText(Path.Combine(Source(), name), text);
            return;
        }
        var file = Path.Combine(AppContext.BaseDirectory, "Golden", name);
        var expected = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (expected == text.ReplaceLineEndings("\n")) return;
        Assert.Fail($"{name} differs ('-' is the file, '+' is what came):\n{Diff(expected, text.ReplaceLineEndings("\n"))}");
    }

    // What changed, with two lines around it.
    private static string Diff(string expected, string now)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(expected, now).Lines;
        var near = Enumerable.Range(0, lines.Count).Where(at => lines.Skip(at - 2).Take(at < 2 ? at + 3 : 5).Any(line => line.Type != ChangeType.Unchanged)).ToList();
        return string.Join('\n', near.Select((at, order) => (order > 0 && near[order - 1] != at - 1 ? "…\n" : "") + Sign(lines[at].Type) + lines[at].Text));
    }

    private static string Sign(ChangeType type) => type switch
    {
        ChangeType.Inserted => "+ ",
        ChangeType.Deleted => "- ",
        _ => "  ",
    };

    // The folder in the repository, not the copy beside the program.
    private static string Source()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "tests", "NetflixPrep.Bot.Tests", "Golden");
            if (Directory.Exists(found)) return found;
        }
        throw new DirectoryNotFoundException("The tests do not run inside their repository, so nothing can be written to it.");
    }
}
