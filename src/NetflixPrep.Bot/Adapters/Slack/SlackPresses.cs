using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>Buttons and forms of the adapter itself. Their tokens begin with a sign that no token of a stream begins with.</summary>
internal sealed class SlackPresses(Seq<CommandSpec> commands)
{
    public const string Start = "~start";

    private const string FormPrefix = "~form:";
    private const int Most = 1000;
    private static readonly string[] Asked = ["round", "level", "minutes"];

    private readonly ConcurrentDictionary<string, Form> shelf = new();

    public static bool IsOurs(string token) => token.StartsWith('~');

    /// <summary>The form that a press of one of these buttons opens; null when it is not there any more.</summary>
    public Form? FormOf(string token) => token == Start ? StartForm() : shelf.GetValueOrDefault(token);

    /// <summary>A form that cannot be opened now waits behind a button.</summary>
    public Message Behind(Form form)
    {
        if (shelf.Count >= Most) shelf.Clear(); // pressed or forgotten long ago
        var id = FormPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(form.Token)))[..16];
        shelf[id] = form;
        return new(Prose.Markdown("One more step:")) { Controls = [new Control.Button(form.Title, id, Tone.Main)] };
    }

    /// <summary>What is wrong with the fields of the start form, by name, as the command table sees it; empty when nothing is.</summary>
    public Dictionary<string, string> Wrong(Seq<Argument> fields, SlackCommands words) => fields
        .Where(field => field.Value.Trim().Length > 0)
        .Select(field => (field.Name, Read: CommandLine.Read($"{CommandTable.MockStart} {field.Name}:\"{field.Value.Replace('"', '\'').Trim()}\"", commands)))
        .Where(field => field.Read is CommandLine.Complaint)
        .ToDictionary(field => field.Name, field => words.Here(((CommandLine.Complaint)field.Read).Sentence));

    /// <summary>The command that the start form stands for.</summary>
    public static Inbound.Command Started(Inbound.Form form) =>
        new(form.From, CommandTable.MockStart, [.. form.Fields.Where(field => field.Value.Trim().Length > 0).Select(field => field with { Value = field.Value.Trim() })]);

    private Form StartForm()
    {
        var spec = commands.First(each => each.Verb == CommandTable.MockStart);
        return new(Start, "Begin a mock", [.. Asked.Select(name => spec.Arguments.FirstOrDefault(argument => argument.Name == name)).OfType<ArgumentSpec>().Select(Input)]);
    }

    private static Input Input(ArgumentSpec argument) => new(argument.Name, argument.Help, Required: false, argument.Choices.Count > 0 ? 75 : 3)
    {
        Options = argument.Choices,
        Hint = argument.Kind == ArgumentKind.Number ? $"{argument.Min} to {argument.Max}; leave it empty for the usual." : "Leave it empty to be surprised.",
    };
}
