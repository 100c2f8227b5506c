using System.Text.Json;
using Microsoft.Extensions.Logging;

using NetflixPrep.Bot.Adapters.Sockets;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>Registers the command table when it changed: globally, or in the servers that the settings list.</summary>
internal sealed class CommandRegistration(DiscordRest rest, DiscordWiring wiring, ILogger logger)
{
    private const string GuildsKey = "discord/guilds";

    /// <summary>The ids of the registered commands by their first word; empty while they are not known.</summary>
    public IReadOnlyDictionary<string, string> Ids { get; private set; } = new Dictionary<string, string>();

    public async Task RegisterAsync(string application, CancellationToken ct)
    {
        var commands = DiscordCommands.Render(wiring.Commands, wiring.Localise);
        var guilds = wiring.Options.GuildIds;
        if (guilds.Count == 0) await PutAsync(application, null, commands, ct);
        foreach (var guild in guilds) await PutAsync(application, guild, commands, ct);
        var before = (await wiring.Load(GuildsKey, ct))?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        foreach (var left in before.Except(guilds))
        {
            try
            {
                await PutAsync(application, left, [], ct);
            }
            catch (DiscordException gone) when (gone.Status is 403 or 404)
            {
                RegistrationLog.ServerGone(logger, left); // the bot is no longer there, nor are its commands
            }
        }
        if (!before.SequenceEqual(guilds)) await wiring.Save(GuildsKey, guilds.Count == 0 ? null : string.Join(' ', guilds), ct);
    }

    private async Task PutAsync(string application, string? guild, IReadOnlyList<CommandBody> commands, CancellationToken ct)
    {
        var key = $"discord/commands/{application}/{guild ?? "global"}";
        var hash = DiscordCommands.Hash(commands);
        if ((await wiring.Load(key, ct))?.Split(' ') is [var known, .. var ids] && known == hash)
        {
            Learn(ids);
            return;
        }
        var answer = await rest.PutCommandsAsync(application, guild, commands, ct);
        string[] fresh = answer.ValueKind == JsonValueKind.Array
            ? [.. answer.EnumerateArray().Where(command => command.Id("id") is not null && command.Text("name") is not null).Select(command => $"{command.Text("name")}={command.Id("id")}")]
            : [];
        Learn(fresh);
        RegistrationLog.Registered(logger, commands.Count, guild ?? "all servers");
        await wiring.Save(key, string.Join(' ', [hash, .. fresh]), ct);
    }

    private void Learn(string[] ids)
    {
        if (ids.Length > 0) Ids = ids.Select(pair => pair.Split('=')).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
    }
}

internal static partial class RegistrationLog
{
    [LoggerMessage(EventId = 3301, Level = LogLevel.Information, Message = "{Count} commands are registered in {Where}.")]
    public static partial void Registered(ILogger logger, int count, string where);

    [LoggerMessage(EventId = 3302, Level = LogLevel.Information, Message = "Server {Guild} can no longer be reached; its commands went with it.")]
    public static partial void ServerGone(ILogger logger, string guild);

    [LoggerMessage(EventId = 3303, Level = LogLevel.Warning, Message = "Commands could not be registered yet; it is tried again.")]
    public static partial void Later(ILogger logger, Exception why);
}
