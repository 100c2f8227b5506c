using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NetflixPrep.Bot.Tests.Whole;

/// <summary>What the fake servers share.</summary>
internal static class FakeServer
{
    /// <summary>A machine that is busy for some seconds is no slow client: nothing is cut off by the real clock, on which the bot's own waits do not run here.</summary>
    public static void Patiently(KestrelServerOptions options)
    {
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromHours(1);
        options.Limits.KeepAliveTimeout = TimeSpan.FromHours(1);
    }
}
