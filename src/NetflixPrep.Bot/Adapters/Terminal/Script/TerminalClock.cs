namespace NetflixPrep.Bot.Adapters.Terminal.Script;

/// <summary>Where a script's clock starts.</summary>
internal static class TerminalClock
{
    /// <summary>Where the data in the folder ended, or the beginning when there is none.</summary>
    /// <exception cref="IOException">Another process has the file open.</exception>
    public static DateTimeOffset StartOf(string folder)
    {
        if (!File.Exists(Path.Combine(folder, TerminalFile.Name))) return VirtualTime.Beginning;
        using var server = TerminalServer.Open(folder, TimeProvider.System);
        return server.LastAt ?? VirtualTime.Beginning;
    }
}
