namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>What to do after the gateway closed the connection.</summary>
internal abstract record CloseVerdict
{
    private CloseVerdict() { }

    public sealed record Resume : CloseVerdict;

    public sealed record Identify : CloseVerdict;

    /// <summary>Trying again cannot help; the sentence says what can.</summary>
    public sealed record Fatal(string Sentence) : CloseVerdict;

    /// <summary>The message-content intent is not switched on: go on without it.</summary>
    public sealed record WithoutContent(string Sentence) : CloseVerdict;
}

/// <summary>The close codes of the gateway (Discord docs, Gateway Close Event Codes), each decided by name.</summary>
internal static class GatewayCloseCodes
{
    /// <summary>Sent by us to come back: 1000 and 1001 would end the session.</summary>
    public const int ComeBack = 4000;

    /// <summary>Sent by us at the final stop.</summary>
    public const int Goodbye = 1000;

    public static CloseVerdict Decide(int? code, DiscordIntents asked) => code switch
    {
        null => new CloseVerdict.Resume(),
        4000 or 4001 or 4002 => new CloseVerdict.Resume(),
        // Not authenticated, authenticated twice, bad sequence, rate limited, timed out: a new session is the clean way.
        4003 or 4005 or 4007 or 4008 or 4009 => new CloseVerdict.Identify(),
        4006 => new CloseVerdict.Identify(), // gone from the docs, still sent for "session no longer valid"
        4004 => new CloseVerdict.Fatal("Discord does not accept the token: put the bot token of the developer portal (Bot, Reset Token) into Discord:Token."),
        4010 => new CloseVerdict.Fatal("Discord refuses the shard number: this version runs one shard; please report this."),
        4011 => new CloseVerdict.Fatal("The bot is in too many servers for one connection: take it out of some, this version runs one shard."),
        4012 => new CloseVerdict.Fatal("Discord no longer speaks gateway version 10: update the bot."),
        4013 => new CloseVerdict.Fatal("Discord does not know an intent that the bot asks for: update the bot."),
        4014 when asked.HasFlag(DiscordIntents.MessageContent) => new CloseVerdict.WithoutContent(
            "The message-content intent is not switched on, so answers come by the Answer button. To type answers in threads, switch on Message Content Intent in the developer portal (Bot, Privileged Gateway Intents) and restart; to keep it like this, set Discord:ReadMessages to false."),
        4014 => new CloseVerdict.Fatal("Discord refuses the intents the bot asks for: check Bot, Privileged Gateway Intents in the developer portal."),
        _ => new CloseVerdict.Resume(), // 1000-1015 from the server or the network, and codes to come: a failed resume ends in op 9
    };
}
