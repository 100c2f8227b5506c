namespace NetflixPrep.Bot.Tests.Discord.Whole;

/// <summary>Decides at which moment a life of the bot is cut off: between any two steps towards the disk or towards Discord.</summary>
internal sealed class Doom(int moments) : IDisposable
{
    private readonly CancellationTokenSource over = new();
    private int left = moments;

    /// <summary>A life that nobody cuts off.</summary>
    public static Doom Never => new(int.MaxValue);

    public CancellationToken Token => over.Token;

    public bool IsOver => over.IsCancellationRequested;

    /// <summary>One more moment passes; at the last one nothing after it happens.</summary>
    public void Pass()
    {
        if (Interlocked.Decrement(ref left) == 0) over.Cancel();
        over.Token.ThrowIfCancellationRequested();
    }

    public void Dispose() => over.Dispose();
}

/// <summary>Cuts requests off before they reach Discord, or after they had their effect and before the bot hears of it.</summary>
internal sealed class DoomedHandler(Doom doom) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        doom.Pass();
        var answer = await base.SendAsync(request, cancellationToken);
        try
        {
            doom.Pass();
        }
        catch (OperationCanceledException)
        {
            answer.Dispose();
            throw;
        }
        return answer;
    }
}
