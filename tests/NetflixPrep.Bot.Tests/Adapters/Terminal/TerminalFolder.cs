namespace NetflixPrep.Bot.Tests.Adapters.Terminal;

/// <summary>A folder for one test, deleted after it.</summary>
public sealed class TerminalFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("terminal-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
