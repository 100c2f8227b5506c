using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>The command table as Discord registers it: <c>mock start</c> is the command mock with the sub-command start. Pure.</summary>
internal static partial class DiscordCommands
{
    private const int InServers = 0;
    private const int InBotDms = 1;
    private const int OnServers = 0;

    /// <param name="localise">Other names for a key such as <c>mock start</c> or <c>mock start round</c>, by locale; null when there are none.</param>
    /// <exception cref="InvalidOperationException">The table breaks a limit of Discord.</exception>
    public static IReadOnlyList<CommandBody> Render(IEnumerable<CommandSpec> specs, Func<string, IReadOnlyDictionary<string, string>?>? localise = null)
    {
        localise ??= _ => null;
        List<CommandBody> commands = [.. specs.GroupBy(spec => spec.Verb.Split(' ')[0]).Select(group => Command(group.Key, [.. group], localise))];
        Require(commands.Count <= DiscordLimits.ChatCommands, $"there are {commands.Count} commands, Discord takes {DiscordLimits.ChatCommands}");
        foreach (var command in commands) Require(Size(command) <= DiscordLimits.CommandTotal, $"/{command.Name} has {Size(command)} characters, Discord takes {DiscordLimits.CommandTotal}");
        return commands;
    }

    /// <summary>The same for the same commands: registration is skipped when it did not change.</summary>
    public static string Hash(IReadOnlyList<CommandBody> commands) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(commands, WireJson.Default.IReadOnlyListCommandBody)));

    private static CommandBody Command(string root, List<CommandSpec> specs, Func<string, IReadOnlyDictionary<string, string>?> localise)
    {
        Named(root);
        var own = specs.SingleOrDefault(spec => spec.Verb == root);
        Require(own is null || specs.Count == 1, $"/{root} has sub-commands, so it cannot be a command itself");
        return new(root, own is null ? DiscordLimits.Cut(string.Join(", ", specs.Select(spec => spec.Verb[(root.Length + 1)..])), DiscordLimits.CommandDescription) : Described(own.Help))
        {
            NameLocalizations = localise(root),
            Contexts = [InServers, InBotDms],
            IntegrationTypes = [OnServers],
            Options = own is not null ? Arguments(own, localise) : Limited(SubCommands(root, specs, localise), root),
        };
    }

    private static List<CommandOption> SubCommands(string root, List<CommandSpec> specs, Func<string, IReadOnlyDictionary<string, string>?> localise)
    {
        var options = new List<CommandOption>();
        foreach (var group in specs.GroupBy(spec => spec.Verb.Split(' ')[1]))
        {
            List<CommandSpec> members = [.. group];
            if (members is [{ } only] && only.Verb.Count(' ') == 1)
            {
                options.Add(Sub(group.Key, only, localise));
                continue;
            }
            Require(members.All(spec => spec.Verb.Count(' ') == 2), $"/{root} {group.Key} is a command and a group at once, or too deep");
            Named(group.Key);
            options.Add(new(CommandOption.Group, group.Key, DiscordLimits.Cut(group.Key, DiscordLimits.CommandDescription))
            {
                Options = Limited([.. members.Select(spec => Sub(spec.Verb.Split(' ')[2], spec, localise))], $"{root} {group.Key}"),
            });
        }
        return options;
    }

    private static CommandOption Sub(string name, CommandSpec spec, Func<string, IReadOnlyDictionary<string, string>?> localise)
    {
        Named(name);
        return new(CommandOption.SubCommand, name, Described(spec.Help)) { NameLocalizations = localise(spec.Verb), Options = Arguments(spec, localise) };
    }

    // Discord wants what is required first.
    private static List<CommandOption>? Arguments(CommandSpec spec, Func<string, IReadOnlyDictionary<string, string>?> localise) => spec.Arguments.Count == 0 ? null
        : Limited([.. spec.Arguments.OrderByDescending(argument => argument.Required).Select(argument => Argument(spec, argument, localise))], spec.Verb);

    private static CommandOption Argument(CommandSpec spec, ArgumentSpec argument, Func<string, IReadOnlyDictionary<string, string>?> localise)
    {
        Named(argument.Name);
        var option = new CommandOption(argument.Kind == ArgumentKind.Number ? CommandOption.Whole : CommandOption.Text, argument.Name, Described(argument.Help))
        {
            NameLocalizations = localise($"{spec.Verb} {argument.Name}"),
            Required = argument.Required ? true : null,
        };
        if (argument.Kind == ArgumentKind.Number)
            return option with { MinValue = argument.Min, MaxValue = argument.Max == int.MaxValue ? null : argument.Max };
        if (argument.Choices.Count is > 0 and <= DiscordLimits.CommandChoices)
            return option with { Choices = [.. argument.Choices.Select(Choice)] };
        if (argument.Kind == ArgumentKind.Text && argument.Choices.Count == 0)
            return option with { MaxLength = Math.Clamp(argument.MaxLength, 1, DiscordLimits.CommandTextOption), Autocomplete = argument.Name == "zone" ? true : null };
        return option with { Autocomplete = true };
    }

    /// <summary>A value to choose, cut to what Discord takes.</summary>
    public static CommandChoice Choice(Option option) =>
        new(DiscordLimits.Cut(option.Description is { Length: > 0 } more ? $"{option.Label} · {more}" : option.Label, DiscordLimits.CommandChoiceText),
            DiscordLimits.Cut(option.Value, DiscordLimits.CommandChoiceText));

    private static string Described(string help) => DiscordLimits.Cut(help is "" ? "\u2026" : help, DiscordLimits.CommandDescription);

    private static List<CommandOption> Limited(List<CommandOption> options, string of)
    {
        Require(options.Count <= DiscordLimits.CommandOptions, $"/{of} has {options.Count} options, Discord takes {DiscordLimits.CommandOptions}");
        return options;
    }

    private static void Named(string name) =>
        Require(Name().IsMatch(name) && !name.Any(char.IsUpper), $"'{name}' cannot be the name of a command or option: 1 to 32 letters in lower case, digits, - or _");

    private static void Require(bool holds, string otherwise)
    {
        if (!holds) throw new InvalidOperationException($"The command table does not fit Discord: {otherwise}.");
    }

    private static int Size(CommandBody command) => command.Name.Length + command.Description.Length + (command.Options?.Sum(Size) ?? 0);

    private static int Size(CommandOption option) => option.Name.Length + option.Description.Length
        + (option.Choices?.Sum(choice => choice.Name.Length + choice.Value.Length) ?? 0) + (option.Options?.Sum(Size) ?? 0);

    [GeneratedRegex(@"^[-_'\p{L}\p{N}]{1,32}$")]
    private static partial Regex Name();

    private static int Count(this string text, char of) => text.AsSpan().Count(of);
}
