namespace NetflixPrep.Bot.Adapters.Terminal.Script;

/// <summary>One life of the program under a script: what !restart drops and starts anew. The server must be opened from the same folder each time.</summary>
/// <param name="Server">The platform.</param>
/// <param name="Adapter">What the engine receives from and sends through; the script pumps it.</param>
/// <param name="Hands">What people can do there.</param>
internal sealed record ScriptProcess(TerminalServer Server, TerminalAdapter Adapter, TerminalHands Hands)
{
    /// <summary>Gives one delivery to the engine; it may return before the turn is done.</summary>
    public required Func<Delivery, CancellationToken, Task> Deliver { get; init; }

    /// <summary>Returns when every turn is committed and everything that is due was sent, or waits for a later time.</summary>
    public required Func<CancellationToken, Task> Settle { get; init; }

    /// <summary>When the engine has something to do next by the clock; null for never. Timers made on the script's clock are known already.</summary>
    public required Func<CancellationToken, Task<DateTimeOffset?>> NextDue { get; init; }

    /// <summary>Lets the engine act on what is due now.</summary>
    public required Func<CancellationToken, Task> FireDue { get; init; }

    /// <summary>Ends the engine as a killed process would, and closes its files; the script closes server and adapter after it.</summary>
    public required Func<Task> Stop { get; init; }
}
