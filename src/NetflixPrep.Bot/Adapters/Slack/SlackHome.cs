using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters.Sockets;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>App Home, the control panel: the running session first, then the drill, then what else can be looked up. Published when it is opened and when something changes.</summary>
internal sealed class SlackHome(SlackApi api, ILookups lookups, Seq<CommandSpec> commands, SlackCommands words, SlackPeople people, SideTasks beside, TimeProvider time, ILogger logger)
{
    private const int Most = 5000;

    // What the table has of these and answers without changing anything.
    private static readonly string[] Sections = [CommandTable.DrillStatus, CommandTable.Plan, CommandTable.ReviewStatus, CommandTable.History, CommandTable.Settings, CommandTable.Help];

    private readonly ConcurrentDictionary<string, PersonId> opened = new();

    /// <summary>The person looks at it now; from here on it is kept current.</summary>
    public void Opened(PersonId person)
    {
        if (opened.Count >= Most) opened.Clear();
        opened[person.User] = person;
        beside.Add(PublishAsync(person, CancellationToken.None));
    }

    /// <summary>Something of this person changed. Who never opened App Home gets it fresh when they do.</summary>
    public void Changed(string? user, CancellationToken ct)
    {
        if (user is not null && opened.TryGetValue(user, out var person)) beside.Add(PublishAsync(person, ct));
    }

    private async Task PublishAsync(PersonId person, CancellationToken ct)
    {
        try
        {
            await api.PublishAsync(person.User, await RenderAsync(person, ct), ct);
        }
        catch (SlackException failed)
        {
            HomeLog.NotPublished(logger, failed.Message);
        }
    }

    private async Task<ViewBody> RenderAsync(PersonId person, CancellationToken ct)
    {
        var status = await AskAsync(person, CommandTable.MockStatus, ct);
        var blocks = new List<Block> { SlackRenderer.Header("Mock interviews") };
        blocks.AddRange(await BlocksAsync(person, status, ct));
        blocks.AddRange(SlackRenderer.Controls(status.Controls));
        blocks.AddRange(SlackRenderer.Controls([new Control.Button("Begin a Mock", SlackPresses.Start, status.Controls.Count == 0 ? Tone.Main : Tone.Plain)]));
        foreach (var verb in Sections.Where(verb => commands.Any(spec => spec.Verb == verb && spec.IsLookup([]) && !spec.Arguments.Any(argument => argument.Required))))
        {
            var answer = await AskAsync(person, verb, ct);
            blocks.Add(new(Block.Divider));
            if (answer.Title is { Length: > 0 } title) blocks.Add(SlackRenderer.Header(title));
            blocks.AddRange(await BlocksAsync(person, answer, ct));
            blocks.AddRange(SlackRenderer.Controls(answer.Controls));
        }
        return new("home", [.. blocks.Take(SlackLimits.ViewBlocks)]);
    }

    /// <summary>The beginning of an answer; a long one ends with where the rest is.</summary>
    private async Task<List<Block>> BlocksAsync(PersonId person, Message message, CancellationToken ct)
    {
        var context = await people.ContextAsync(words, message, new HashSet<string>(), person.User, ct);
        var parts = RichSplitter.Split(SlackRenderer.Content(message, context), SlackLimits.Body);
        var blocks = new List<Block>();
        if (parts.Count > 0) blocks.Add(new(Block.RichText) { Elements = parts[0] });
        if (message.Countdown is { } clock) blocks.Add(new(Block.Context) { Elements = [TextObject.Markup(SlackRenderer.Clock(clock, context))] });
        if (parts.Count > 1) blocks.Add(new(Block.Context) { Elements = [TextObject.Plain($"There is more: {words.Root} help lists the commands that show it.")] });
        return blocks;
    }

    /// <summary>As in direct messages, so of everything; but settings are of the workspace.</summary>
    private async ValueTask<Message> AskAsync(PersonId person, string verb, CancellationToken ct)
    {
        var isOfGroup = verb == CommandTable.Settings;
        var from = new Origin("home", isOfGroup ? person : person with { Group = null }, new(SlackReader.Platform, "home"), time.GetUtcNow())
        {
            Admin = isOfGroup && await people.IsAdminAsync(person.User, ct),
        };
        return await lookups.AnswerAsync(new(from, verb, []), ct);
    }
}

internal static partial class HomeLog
{
    [LoggerMessage(EventId = 4701, Level = LogLevel.Warning, Message = "App Home could not be published: {Why}.")]
    public static partial void NotPublished(ILogger logger, string why);
}
