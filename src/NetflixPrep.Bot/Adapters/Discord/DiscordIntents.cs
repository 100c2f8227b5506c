namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>The gateway intents asked for (Discord docs, Gateway Intents).</summary>
[Flags]
internal enum DiscordIntents
{
    Guilds = 1 << 0,
    GuildMessages = 1 << 9,
    DirectMessages = 1 << 12,
    MessageContent = 1 << 15,

    WithoutContent = Guilds | GuildMessages | DirectMessages,
    All = WithoutContent | MessageContent,
}
