using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Terminal;

/// <summary>
/// What people can do on the terminal's platform. Each method returns null when it was done, or a sentence that says why it makes no sense.
/// Things the platform itself answers (an unknown command, a closed thread) are done: the person gets a private line.
/// </summary>
internal sealed class TerminalHands(TerminalServer server, Seq<CommandSpec> commands, ILookups lookups)
{
    /// <summary>Longer texts travel as a file, as on platforms with a limit.</summary>
    public const int MaxText = 4_000;

    /// <summary>A file holds no more than this.</summary>
    public const int MaxFile = 1_000_000;

    public TerminalServer Server => server;

    public string HomeOf(string person) => server.Read(state => state.HomeOf(person));

    /// <summary>A message, or a command when it is one line that starts with a slash and a letter.</summary>
    public async Task<string?> SayAsync(string person, string place, string text, CancellationToken ct)
    {
        text = text.ReplaceLineEndings("\n").TrimEnd();
        if (text.Length == 0) return "There is nothing to send.";
        return text is ['/', var letter, ..] && char.IsAsciiLetter(letter) && !text.Contains('\n', StringComparison.Ordinal)
            ? await CommandAsync(person, place, text, ct)
            : Say(person, place, text);
    }

    /// <summary>A message even when it looks like a command.</summary>
    public string? Say(string person, string place, string text)
    {
        if (text.Length > MaxFile) return Whisper(person, place, $"A file holds at most {MaxFile:N0} characters, this has {text.Length:N0}.");
        return Act(person, place, id => text.Length > MaxText ? new Deed.Attach(id, "paste.txt", text) : new Deed.Say(id, text));
    }

    /// <summary>Presses a control on a message that the person can see.</summary>
    public string? Press(string person, TerminalMessage message, Pressable control) => Act(
        person, message.Place, _ => new Deed.Press(message.Id, control.Label, control.Token, control.Value), evenClosed: true);

    /// <summary>Sends the open form; inputs that are not named keep what stands in them.</summary>
    public string? Fill(string person, IReadOnlyList<Pair> typed)
    {
        if (server.Read(state => state.Forms.GetValueOrDefault(person)) is not { } open) return $"no form is open for {person}";
        var (fields, complaint) = FormEntry.Read(open.Form, typed);
        return complaint ?? Act(person, open.Place, _ => new Deed.Fill(open.Form.Token, fields), evenClosed: true);
    }

    public void LeaveForm(string person) =>
        Record(person, HomeOf(person), state => state.Forms.ContainsKey(person) ? new TerminalFact.FormLeft(server.Now, person) : null);

    public string? Edit(string person, string text) => Change(person, last => new Deed.Edit(last.Id, text));

    public string? Delete(string person) => Change(person, last => new Deed.Delete(last.Id));

    public void CloseDms(string person) => Record(person, HomeOf(person), _ => new TerminalFact.DmsClosed(server.Now, person));

    /// <summary>The person manages the server no longer.</summary>
    public void Demote(string person) => Record(person, HomeOf(person), _ => new TerminalFact.Demoted(server.Now, person));

    /// <summary>Deletes a thread or channel; the bot notices when it next wants to show something there.</summary>
    public string? RemovePlace(string place)
    {
        if (!server.Read(state => state.Places.ContainsKey(place))) return $"there is no {place}";
        return Record("", place, _ => new TerminalFact.Removed(server.Now, place));
    }

    /// <summary>The newest button or option with this label that the person can see, in any place; <c>prompt=option</c> names the menu too.</summary>
    public (TerminalMessage Message, Pressable Control)? Find(string person, string label) => server.Read(state =>
    {
        var all = state.Pressable(person).SelectMany(message => MessageText.Pressables(message.Sheet.Controls).Select(control => (message, control))).ToList();
        foreach (var each in all)
        {
            if (Same(each.control.Label, label) || (each.control.Prompt is { } prompt && Same($"{prompt}={each.control.Label}", label))) return each;
        }
        // The start of one label only, such as [4] for "4 · would work with": enough when nothing else fits.
        var starts = all.Where(each => each.control.Label.StartsWith(label, StringComparison.OrdinalIgnoreCase)
            && each.control.Label[label.Length..] is [var next, ..] && !char.IsLetterOrDigit(next)).ToList();
        return starts.Count > 0 && starts.Count(each => each.message.Id == starts[0].message.Id) == 1 ? starts[0] : ((TerminalMessage, Pressable)?)null;
    });

    /// <summary>The place with this name or the only one with this part in its name, of those that the person can see.</summary>
    public (string? Place, string? Complaint) FindPlace(string person, string name) => server.Read<(string?, string?)>(state =>
    {
        name = name.ToLowerInvariant();
        if (name == "@" + person) return (name, null);
        var seen = state.PlacesOf(person).Where(place => !place.IsDm || place.Name == "@" + person).Select(place => place.Name).ToList();
        if (seen.Contains(name)) return (name, null);
        var part = name.TrimStart('#', '@');
        var fits = seen.Where(each => each.Contains(part, StringComparison.Ordinal)).ToList();
        return fits switch
        {
            [var only] => (only, null),
            [] => (null, $"{person} sees no place {name}; there are {string.Join(", ", seen)}"),
            _ => (null, $"{name} could be {string.Join(" or ", fits)}"),
        };
    });

    private async Task<string?> CommandAsync(string person, string place, string text, CancellationToken ct)
    {
        // A closed thread takes no commands: they go to its channel.
        place = server.Read(state => state.Places.GetValueOrDefault(place) is { IsClosed: true, Parent: { } parent } ? parent : place);
        switch (CommandLine.Read(text, commands))
        {
            case CommandLine.Complaint complaint:
                server.Whisper(person, place, text, isOwn: true);
                return Whisper(person, place, complaint.Sentence);
            case CommandLine.Parsed parsed when parsed.Spec.IsLookup(parsed.Arguments):
                server.Whisper(person, place, text, isOwn: true);
                var from = new Origin("lookup", TerminalServer.PersonIn(person, place), TerminalServer.PlaceOf(place), server.Now) { Admin = server.IsAdmin(person, place) };
                var answer = await lookups.AnswerAsync(new(from, parsed.Spec.Verb, parsed.Arguments), ct);
                return Record(person, place, state => new TerminalFact.Shown(
                    server.Now, "", state.MessageId(state.LastNumber + 1), place, MessageText.Sheet(answer, server.Time.LocalTimeZone), person, [], []));
            case CommandLine.Parsed parsed:
                return Act(person, place, _ => new Deed.Command(text, parsed.Spec.Verb, [.. parsed.Arguments.Select(each => new Pair(each.Name, each.Value))]));
            default:
                throw new System.Diagnostics.UnreachableException("A command line is parsed or a complaint.");
        }
    }

    private string? Change(string person, Func<TerminalMessage, Deed> deed)
    {
        if (server.Read(state => state.LastOf(person)) is not { } last) return $"{person} has no message to change";
        return Act(person, last.Place, _ => deed(last));
    }

    private string? Act(string person, string place, Func<string, Deed> deed, bool evenClosed = false)
    {
        string? refusal = null;
        var full = Record(person, place, state =>
        {
            refusal = !state.Places.TryGetValue(place, out var where) && place[0] == '#' ? $"{place} is gone."
                : where is { IsClosed: true } && !evenClosed ? $"{place} is closed: it can be read, but nothing is recorded there any more."
                : state.Pending.Count >= TerminalServer.MaxPending ? "Too much waits to be saved. Give it a moment, then send it again."
                : null;
            return refusal is null ? new TerminalFact.Acted(server.Now, state.LastNumber + 1, person, place, deed(state.MessageId(state.LastNumber + 1))) : null;
        });
        return refusal is null ? full : Whisper(person, place, refusal);
    }

    private string? Record(string person, string place, Func<TerminalState, TerminalFact?> decide)
    {
        try
        {
            server.Record(decide);
            return null;
        }
        catch (IOException)
        {
            return Whisper(person, place, "This was not sent: the terminal's file cannot be written (is the disk full?). Send it again when there is room.");
        }
    }

    private string? Whisper(string person, string place, string sentence)
    {
        server.Whisper(person, place, sentence);
        return null;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
