using System.Text;
using System.Text.Json.Nodes;
using NetflixPrep.Bot.Tests.Discord.Fake;

namespace NetflixPrep.Bot.Tests.Discord;

/// <summary>A button, or one option of a menu, on a message.</summary>
internal sealed record Pressable(FakeMessage Message, string Label, string? Prompt, string CustomId, string? Value);

/// <summary>What people see on the fake Discord and do there, by what they read.</summary>
internal sealed class DiscordHands(FakeDiscord fake)
{
    /// <summary>The longest message a person can send; a longer paste goes as a file.</summary>
    private const int MaxText = 2000;

    public IReadOnlyList<FakeMessage> Sees(string user, string channel) => fake.Locked<IReadOnlyList<FakeMessage>>(() =>
        fake.Channels.TryGetValue(channel, out var where) && where.IsSeenBy(user)
            ? [.. where.Messages.Where(message => !message.Ephemeral || message.Only == user)] : []);

    public async Task<string> SayAsync(string user, string channel, string text)
    {
        if (text.Length <= MaxText) return await fake.WriteAsync(user, channel, text);
        var (id, bytes) = (fake.NewId(), Encoding.UTF8.GetBytes(text));
        fake.Files[$"/cdn/{id}/message.txt"] = bytes;
        return await fake.WriteAsync(user, channel, "", [new JsonObject
        {
            ["id"] = id,
            ["filename"] = "message.txt",
            ["content_type"] = "text/plain; charset=utf-8",
            ["size"] = bytes.Length,
            ["url"] = $"http://{fake.ApiBase.Authority}/cdn/{id}/message.txt",
        }]);
    }

    /// <summary>Everything on a message that can be pressed, in reading order.</summary>
    public static IEnumerable<Pressable> Pressables(FakeMessage message) => message.Components.SelectMany(row => row!["components"]!.AsArray()).SelectMany(one => (int)one!["type"]! == 2
        ? [new Pressable(message, (string)one["label"]!, null, (string)one["custom_id"]!, null)]
        : one["options"]!.AsArray().Select(option => new Pressable(message, (string)option!["label"]!, (string?)one["placeholder"], (string)one["custom_id"]!, (string)option["value"]!)));

    /// <summary>What the person means by a label: the newest that says it in any place they see, or the only one that begins so.</summary>
    public Pressable? Find(string user, string label) => fake.Locked(() =>
    {
        var all = fake.Channels.Values.SelectMany(channel => Sees(user, channel.Id)).OrderByDescending(message => ulong.Parse(message.Id, System.Globalization.CultureInfo.InvariantCulture)).SelectMany(Pressables).ToList();
        if (all.Find(one => Same(one.Label, label) || Same($"{one.Prompt}={one.Label}", label)) is { } said) return said;
        var begin = all.Where(one => one.Label.StartsWith(label, StringComparison.OrdinalIgnoreCase) && one.Label.Length > label.Length && !char.IsLetterOrDigit(one.Label[label.Length])).ToList();
        return begin.Count > 0 && begin.Count(one => one.Message == begin[0].Message) == 1 ? begin[0] : null;
    });

    public Task<FakeInteraction> PressAsync(string user, Pressable what) => fake.PressAsync(user, what.Message.Channel, what.CustomId, what.Value);

    /// <summary>Sends the form that is open for the person; inputs that are not named keep what stands in them. Null when none is open.</summary>
    public async Task<FakeInteraction?> FillAsync(string user, IEnumerable<(string Name, string Value)> fields)
    {
        if (fake.Locked(() => fake.Interactions.Values.Where(one => one.User == user && one.Modal is not null).MaxBy(one => ulong.Parse(one.Id, System.Globalization.CultureInfo.InvariantCulture))) is not { Modal: { } form } open) return null;
        open.Modal = null;
        var inputs = form["components"]!.AsArray().Select(label => label!["component"]!).Select(input =>
        {
            var name = (string)input["custom_id"]!;
            string standing = (string?)input["value"] ?? (string?)(input["options"] as JsonArray)?.FirstOrDefault(option => (bool?)option!["default"] == true)?["value"] ?? "";
            return (name, fields.LastOrDefault(field => Same(field.Name, name), (Name: name, Value: standing)).Value);
        });
        return await fake.SubmitAsync(user, open.Channel, (string)form["custom_id"]!, fromMessage: open.Type == 3, [.. inputs]);
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
