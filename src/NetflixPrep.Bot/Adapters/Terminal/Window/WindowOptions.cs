namespace NetflixPrep.Bot.Adapters.Terminal.Window;

/// <summary>What the window is told by the program that opens it.</summary>
internal sealed record WindowOptions
{
    /// <summary>Who sits at the keyboard first.</summary>
    public string Person { get; init; } = "you";

    /// <summary>The line above the first prompt, or null; such as one that offers the sample.</summary>
    public string? Greeting { get; init; }

    /// <summary>What a bare Enter sends as the very first thing, or null.</summary>
    public string? SampleCommand { get; init; }

    /// <summary>Looks at everything that happens and may answer with a line to show, such as how to connect a server after the sample.</summary>
    public Func<TerminalNotice, string?>? Afterword { get; init; }

    /// <summary>Returns when what was typed so far has been worked off; used where lines come from a pipe. Null: no waiting.</summary>
    public Func<CancellationToken, Task>? Settle { get; init; }
}
