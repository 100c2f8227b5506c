using System.Collections.Concurrent;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>Buttons and forms of the adapter itself. Their ids begin with a sign that no token of a stream begins with.</summary>
internal sealed class AdapterPress
{
    private const string FormPrefix = "~form:";
    private const string AnswerButton = "~answer";
    private const string AnswerForm = "~answered";
    private const string AnswerField = "answer";
    private const int Most = 1000;

    private readonly ConcurrentDictionary<string, ModalBody> shelf = new();

    /// <summary>The controls with an Answer button before them, where the bot may not read what people write.</summary>
    public static Message WithAnswerButton(Message message) =>
        message.Controls.Any(control => control is Control.Button button && Token.Read(button.Token) is { Act: "done" })
            ? message with { Controls = [new Control.Button("Answer", AnswerButton, Tone.Main), .. message.Controls] } : message;

    /// <summary>The form that a press of one of these buttons opens; null for every other press.</summary>
    public ModalBody? FormOf(string customId)
    {
        if (customId == AnswerButton) return DiscordRenderer.Render(new Form(AnswerForm, "Your answer", [new(AnswerField, "Answer", Required: true, MaxLength: 3000) { Paragraph = true }]));
        return customId.StartsWith(FormPrefix, StringComparison.Ordinal) && shelf.TryGetValue(customId, out var form) ? form : null;
    }

    public static bool IsOurs(string customId) => customId.StartsWith('~');

    /// <summary>What was written into the answer form; null for every other form.</summary>
    public static string? AnswerOf(Inbound.Form form) =>
        form.Token == AnswerForm ? form.Fields.Where(field => field.Name == AnswerField).Select(field => field.Value).FirstOrDefault() : null;

    /// <summary>A form that cannot be opened now waits behind a button.</summary>
    public IReadOnlyList<MessageBody> Behind(ModalBody form)
    {
        if (shelf.Count >= Most) shelf.Clear(); // pressed or forgotten long ago
        var id = FormPrefix + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(form.CustomId)))[..16];
        shelf[id] = form;
        return DiscordRenderer.Render(new Message(Prose.Markdown("One more step:")) { Controls = [new Control.Button(form.Title, id, Tone.Main)] });
    }
}
