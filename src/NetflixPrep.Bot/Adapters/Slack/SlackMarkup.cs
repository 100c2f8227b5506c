using System.Diagnostics;
using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>What rendering needs to know of the world around a message.</summary>
internal sealed record RenderContext(SlackCommands Commands)
{
    /// <summary>Names of people, by user id; whoever is missing shows by id.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>Whom the message may ping: everybody else is named without it.</summary>
    public IReadOnlySet<string> Notify { get; init; } = new HashSet<string>();

    /// <summary>For times where Slack's own dates are not shown; UTC when the reader's zone is not known.</summary>
    public TimeZoneInfo? Zone { get; init; }
}

/// <summary>
/// Turns prose into rich text through Markdig's syntax tree. Holes (typed text, commands, times, people) go through the
/// parser as one private character each, so nothing in them can become markup, and a ping only happens where it is meant.
/// </summary>
internal static class SlackMarkup
{
    private const char FirstHole = '\uE000';
    private const int MostHoles = 0x1900;

    private static readonly MarkdownPipeline Pipeline = Subset();

    /// <summary>Sections, lists, quotes and code, in order.</summary>
    public static List<Element> Write(Prose prose, RenderContext context)
    {
        var source = new StringBuilder();
        var holes = new List<Part>();
        foreach (var part in prose.Parts)
        {
            if (part is Part.Markdown markdown)
            {
                source.Append(markdown.Text);
            }
            else if (holes.Count < MostHoles)
            {
                source.Append((char)(FirstHole + holes.Count));
                holes.Add(part);
            }
        }
        var writer = new Writer(holes, context);
        writer.Blocks(Markdown.Parse(source.ToString(), Pipeline), indent: 0);
        return writer.Done();
    }

    public static string Date(DateTimeOffset at, string format, RenderContext context) =>
        string.Create(CultureInfo.InvariantCulture, $"<!date^{at.ToUnixTimeSeconds()}^{format}|{SlackText.Escape(Fallback(at, context))}>");

    public static string Fallback(DateTimeOffset at, RenderContext context) => context.Zone is { } zone
        ? TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture)
        : at.UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture);

    // Paragraphs, lists, emphasis, code, quotes; not what a line of ours could turn into by accident.
    private static MarkdownPipeline Subset()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<ThematicBreakParser>();
        if (builder.BlockParsers.Find<ParagraphBlockParser>() is { } paragraphs) paragraphs.ParseSetextHeadings = false;
        return builder.Build();
    }

    private sealed class Writer(List<Part> holes, RenderContext context)
    {
        private readonly List<Element> blocks = [];
        private List<Element> line = [];

        public List<Element> Done()
        {
            Flush();
            return blocks;
        }

        public void Blocks(ContainerBlock container, int indent)
        {
            foreach (var block in container)
            {
                switch (block)
                {
                    case ListBlock list:
                        Flush();
                        List(list, indent);
                        break;
                    case QuoteBlock quote:
                        Flush();
                        blocks.Add(new Rich(Rich.Quote) { Elements = Runs(quote) });
                        break;
                    case CodeBlock code:
                        Flush();
                        blocks.Add(new Rich(Rich.Preformatted) { Elements = [new Rich(Rich.Run) { Text = Plain(code.Lines.ToString()) is { Length: > 0 } text ? text : " " }] });
                        break;
                    case LeafBlock { Inline: { } inline } leaf:
                        if (line.Count > 0) Add(new Rich(Rich.Run) { Text = "\n\n" });
                        Inlines(inline, new(Bold: leaf is HeadingBlock, false));
                        break;
                }
            }
        }

        private void List(ListBlock list, int indent)
        {
            var items = new List<Element>();
            var number = list.IsOrdered && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start - 1 : 0;
            foreach (var item in list.OfType<ListItemBlock>())
            {
                items.Add(new Rich(Rich.Section) { Elements = Runs(item) });
                if (!item.OfType<ListBlock>().Any()) continue;
                Close();
                foreach (var inner in item.OfType<ListBlock>()) List(inner, indent + 1);
            }
            Close();

            void Close()
            {
                if (items.Count == 0) return;
                blocks.Add(new RichList(list.IsOrdered ? RichList.Ordered : RichList.Bullet, indent, [.. items]) { Offset = list.IsOrdered && number > 0 ? number : null });
                number += items.Count;
                items.Clear();
            }
        }

        /// <summary>The paragraphs directly in a container, as one line of runs.</summary>
        private List<Element> Runs(ContainerBlock container)
        {
            var outer = line;
            line = [];
            foreach (var leaf in container.OfType<LeafBlock>())
            {
                if (line.Count > 0) Add(new Rich(Rich.Run) { Text = "\n" });
                if (leaf.Inline is { } inline) Inlines(inline, new(false, false));
                else if (leaf is CodeBlock code) Add(new Rich(Rich.Run) { Text = Plain(code.Lines.ToString()), Style = new() { Code = true } });
            }
            var runs = line;
            line = outer;
            return runs;
        }

        private void Inlines(ContainerInline container, Look look)
        {
            foreach (var inline in container)
            {
                switch (inline)
                {
                    case LiteralInline literal:
                        Literal(literal.Content.ToString(), look);
                        break;
                    case EmphasisInline emphasis:
                        Inlines(emphasis, emphasis.DelimiterCount >= 2 ? look with { Bold = true } : look with { Italic = true });
                        break;
                    case CodeInline code:
                        Add(new Rich(Rich.Run) { Text = Plain(code.Content), Style = look.Style(code: true) });
                        break;
                    case LineBreakInline:
                        Add(new Rich(Rich.Run) { Text = "\n" });
                        break;
                    case LinkInline { IsImage: false, Url: { } url } link when IsSafe(url):
                        var label = new StringBuilder();
                        foreach (var text in link.Descendants<LiteralInline>()) label.Append(text.Content.AsSpan());
                        Add(new Rich(Rich.Link) { Url = url, Text = label.Length > 0 ? Plain(label.ToString()) : null, Style = look.Style() });
                        break;
                    case AutolinkInline auto:
                        Literal(auto.Url, look);
                        break;
                    case HtmlEntityInline entity:
                        Literal(entity.Transcoded.ToString(), look);
                        break;
                    case ContainerInline inner:
                        Inlines(inner, look);
                        break;
                    default:
                        throw new UnreachableException($"{inline.GetType().Name} is not in the subset.");
                }
            }
        }

        /// <summary>Text with holes in it.</summary>
        private void Literal(string text, Look look)
        {
            var from = 0;
            for (var at = 0; at < text.Length; at++)
            {
                if (HoleAt(text[at]) is not { } hole) continue;
                Run(text[from..at], look);
                Hole(hole, look);
                from = at + 1;
            }
            Run(text[from..], look);
        }

        private void Hole(Part hole, Look look)
        {
            switch (hole)
            {
                case Part.Typed typed:
                    Run(typed.Text, look);
                    break;
                case Part.Command command:
                    Add(new Rich(Rich.Run) { Text = context.Commands.Show(command.Ref), Style = look.Style(code: true) });
                    break;
                case Part.Moment moment:
                    Add(new Rich(Rich.Date) { Timestamp = moment.At.ToUnixTimeSeconds(), Format = "{time}", Fallback = Fallback(moment.At, context), Style = look.Style() });
                    break;
                case Part.Person { Id: { Platform: SlackReader.Platform } person } when context.Notify.Contains(person.User):
                    Add(new Rich(Rich.User) { UserId = person.User });
                    break;
                case Part.Person person:
                    Run(Name(person), look);
                    break;
                case Part.Place { Id: { Platform: SlackReader.Platform } place } when SlackPlace.IsChannel(place.Place):
                    Add(new Rich(Rich.Channel) { ChannelId = place.Place });
                    break;
                case Part.Place place:
                    Run(place.Id.Place, look);
                    break;
            }
        }

        /// <summary>Code shows everything to the letter anyway.</summary>
        private string Plain(string text)
        {
            if (!text.AsSpan().ContainsAnyInRange(FirstHole, (char)(FirstHole + MostHoles))) return text;
            var plain = new StringBuilder(text.Length);
            foreach (var letter in text)
            {
                plain.Append(HoleAt(letter) switch
                {
                    null => letter.ToString(),
                    Part.Typed typed => typed.Text,
                    Part.Command command => context.Commands.Show(command.Ref),
                    Part.Moment moment => Fallback(moment.At, context),
                    Part.Person person => Name(person),
                    Part.Place place => place.Id.Place,
                    var other => throw new UnreachableException($"{other} is no hole."),
                });
            }
            return plain.ToString();
        }

        private string Name(Part.Person person) => context.Names.GetValueOrDefault(person.Id.User) ?? person.Id.User;

        private Part? HoleAt(char letter) => letter >= FirstHole && letter - FirstHole < holes.Count ? holes[letter - FirstHole] : null;

        private void Run(string text, Look look)
        {
            if (text.Length > 0) Add(new Rich(Rich.Run) { Text = text, Style = look.Style() });
        }

        /// <summary>Runs that look the same become one.</summary>
        private void Add(Rich run)
        {
            if (run is { Type: Rich.Run, Text: { } more } && line is [.., Rich { Type: Rich.Run } last] && last.Style == run.Style) line[^1] = last with { Text = last.Text + more };
            else line.Add(run);
        }

        private void Flush()
        {
            if (line.Count > 0) blocks.Add(new Rich(Rich.Section) { Elements = line });
            line = [];
        }

        private static bool IsSafe(string url) => Uri.TryCreate(url, UriKind.Absolute, out var link) && link.Scheme is "https" or "http";
    }

    private readonly record struct Look(bool Bold, bool Italic)
    {
        public RichStyle? Style(bool code = false) => Bold || Italic || code
            ? new() { Bold = Bold ? true : null, Italic = Italic ? true : null, Code = code ? true : null } : null;
    }
}
