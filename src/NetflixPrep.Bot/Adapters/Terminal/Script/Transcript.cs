using System.Globalization;

namespace NetflixPrep.Bot.Adapters.Terminal.Script;

/// <summary>Writes what becomes visible as plain text, one block for each thing; the same words in golden files and in a pipe.</summary>
/// <remarks>A saved tick stands at the end of the person's own line when it comes before anything else.</remarks>
internal sealed class Transcript(TextWriter output, TimeZoneInfo zone, bool numbered = false)
{
    private const string Continuation = "      ";
    private const string Saved = "✓ saved";

    private readonly Lock gate = new();
    private string? openLine;
    private DateOnly? day;

    /// <summary>Writes all that happens on this server from now on.</summary>
    public void Listen(TerminalServer server)
    {
        server.Happened += Write;
        server.Whispered += Write;
    }

    public void Write(TerminalNotice notice)
    {
        lock (gate)
        {
            switch (notice.Fact)
            {
                case TerminalFact.Acted acted: Act(acted, notice.Message); break;
                case TerminalFact.Shown shown: Block(shown.At, shown.Place, Bot(shown.Only), Lines(shown.Sheet)); break;
                case TerminalFact.Changed changed: Block(changed.At, changed.Place, notice.Message?.Only is { } only ? $"bot (changed, only {only})" : "bot (changed)", Lines(changed.Sheet)); break;
                case TerminalFact.Ticked when notice.Message is { } message: Tick(notice.Fact.At, message); break;
                case TerminalFact.FormOpened form: Block(form.At, form.Place, $"bot (form for {form.Person})", [form.Form.Title, .. MessageText.FormLines(form.Form)]); break;
                case TerminalFact.Opened opened: Line(opened.At, opened.Place, Opened(opened)); break;
                case TerminalFact.Closed closed: Line(closed.At, closed.Place, "(closed)"); break;
                case TerminalFact.Removed removed: Line(removed.At, removed.Place, "(gone)"); break;
                case TerminalFact.DmsClosed dms: Line(dms.At, "@" + dms.Person, "(takes no direct messages)"); break;
                case TerminalFact.Demoted demoted: Line(demoted.At, "@" + demoted.Person, "(does not manage the server)"); break;
                default: break;
            }
        }
    }

    public void Write(TerminalWhisper whisper)
    {
        lock (gate) Block(whisper.At, whisper.Place, whisper.IsOwn ? whisper.Person : Bot(whisper.Person), PlainText.Safe(whisper.Text).Split('\n'));
    }

    /// <summary>A line about the run itself.</summary>
    public void Remark(DateTimeOffset at, string text)
    {
        lock (gate)
        {
            End();
            output.WriteLine($"-- {Clock(at)} {text} --");
        }
    }

    /// <summary>A line of the window's own.</summary>
    public void Note(string text)
    {
        lock (gate)
        {
            End();
            output.WriteLine(text);
        }
    }

    /// <summary>Ends a line that still waited for its tick.</summary>
    public void Flush()
    {
        lock (gate)
        {
            End();
            output.Flush();
        }
    }

    private void Act(TerminalFact.Acted acted, TerminalMessage? message)
    {
        var lines = acted.Deed switch
        {
            Deed.Command command => [PlainText.Safe(command.Text)],
            Deed.Press { Value: null } press => [$"[{press.Label}]"],
            Deed.Press press => [message is not null && Prompt(message, press) is { } prompt ? $"[{prompt}={press.Label}]" : $"[{press.Label}]"],
            Deed.Fill fill => [$"{{{string.Join("; ", fill.Fields.Select(field => $"{field.Name}={PlainText.Safe(field.Value).ReplaceLineEndings(" ")}"))}}}"],
            Deed.Say say => PlainText.Safe(say.Text).Split('\n'),
            Deed.Attach attach => [string.Create(CultureInfo.InvariantCulture, $"({attach.FileName}, {attach.Text.Length:N0} characters) {MessageText.Short(attach.Text)}")],
            Deed.Edit edit => PlainText.Safe(edit.Text).Split('\n'),
            Deed.Delete => [message is null ? "" : MessageText.Short(message.Sheet.Text)],
            _ => Array.Empty<string>(),
        };
        var speaker = acted.Deed switch
        {
            Deed.Edit => $"{acted.Person} (edited)",
            Deed.Delete => $"{acted.Person} (deleted)",
            _ => acted.Person,
        };
        Block(acted.At, acted.Place, speaker, lines, opens: acted.Deed is Deed.Say or Deed.Attach ? message?.Id : null);
    }

    private void Tick(DateTimeOffset at, TerminalMessage message)
    {
        if (openLine == message.Id)
        {
            output.Write("  " + Saved);
            End();
            return;
        }
        Line(at, message.Place, $"{message.Author}: \"{MessageText.Short(message.Sheet.Text)}\" {Saved}");
    }

    private void Line(DateTimeOffset at, string place, string text)
    {
        Start(at);
        output.WriteLine($"{Clock(at)} {place}  {text}");
    }

    private void Block(DateTimeOffset at, string place, string speaker, string[] lines, string? opens = null)
    {
        Start(at);
        output.Write($"{Clock(at)} {place}  {speaker}: {(lines.Length > 0 ? lines[0].TrimEnd() : "")}".TrimEnd());
        foreach (var line in lines.Skip(1))
        {
            output.WriteLine();
            output.Write((Continuation + line).TrimEnd());
        }
        openLine = opens ?? "";
        if (opens is null) End();
    }

    private void Start(DateTimeOffset at)
    {
        End();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).Date);
        if (today != day) output.WriteLine($"-- {today.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture)} --");
        day = today;
    }

    private void End()
    {
        if (openLine is null) return;
        output.WriteLine();
        openLine = null;
    }

    private string Clock(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Bot(string? only) => only is null ? "bot" : $"bot (only {only})";

    private string[] Lines(Sheet sheet) => [.. sheet.Text.Split('\n'), .. MessageText.ControlLines(sheet.Controls, numbered)];

    private static string? Prompt(TerminalMessage message, Deed.Press press) =>
        message.Sheet.Controls.FirstOrDefault(control => control.Token == press.Token)?.Label;

    private static string Opened(TerminalFact.Opened opened) =>
        opened.Place[0] == '@' ? "(open)" : $"({(opened.Private ? "private" : "public")} thread{(opened.People.Count == 0 ? "" : $" for {string.Join(", ", opened.People)}")})";
}
