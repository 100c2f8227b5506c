using System.Globalization;
using System.Text;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>Rich text as the top-level text of a message, which screen readers read and notifications show: complete and escaped.</summary>
internal static class SlackFallback
{
    public static string Of(IEnumerable<Element> blocks) => string.Join('\n', blocks.Select(Block));

    public static string Run(Rich run) => run.Type switch
    {
        Rich.User => $"<@{run.UserId}>",
        Rich.Channel => $"<#{run.ChannelId}>",
        Rich.Date => $"<!date^{run.Timestamp}^{run.Format}|{SlackText.Escape(run.Fallback ?? "")}>",
        Rich.Link when run.Text is { Length: > 0 } label => $"{SlackText.Escape(label)} ({SlackText.Escape(run.Url ?? "")})",
        Rich.Link => SlackText.Escape(run.Url ?? ""),
        _ => SlackText.Escape(run.Text ?? ""),
    };

    private static string Block(Element block)
    {
        switch (block)
        {
            case RichList list:
                var text = new StringBuilder();
                var number = list.Offset ?? 0;
                foreach (var item in list.Elements)
                {
                    if (text.Length > 0) text.Append('\n');
                    text.Append(' ', list.Indent * 2);
                    number++;
                    if (list.Style == RichList.Ordered) text.Append(CultureInfo.InvariantCulture, $"{number}. ");
                    else text.Append("• ");
                    text.Append(Runs(item));
                }
                return text.ToString();
            default:
                return Runs(block);
        }
    }

    private static string Runs(Element section) => section is Rich { Elements: { } runs } ? string.Concat(runs.OfType<Rich>().Select(Run)) : "";
}
