using System.Text;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>Hands a file to one person in their direct messages: a line that only one person sees carries no files on Slack.</summary>
internal sealed class SlackFiles(SlackApi api, SlackPlaces places)
{
    private const string Given = "f:";
    private const string Refused = "f!";

    /// <summary>Uploads the file. What is returned stands for it among the parts of its message, so that the next attempt leaves it out.</summary>
    /// <exception cref="SlackException">It may go better later.</exception>
    public async Task<string> HandAsync(Attachment file, PersonId person, CancellationToken ct)
    {
        try
        {
            var dm = await places.DmAsync(person, ct);
            return Given + await api.UploadAsync(dm.Channel, file.Name, Encoding.UTF8.GetBytes(file.Text), ct);
        }
        catch (SlackException refused) when (refused.Outcome is SlackOutcome.ApiError)
        {
            return Refused + refused.Code;
        }
    }

    /// <summary>The private answer beside the file: where it is, or what somebody has to mend before there can be one.</summary>
    /// <param name="part">What <see cref="HandAsync"/> returned.</param>
    public static Message Beside(Message message, string part) => part.StartsWith(Refused, StringComparison.Ordinal)
        ? new(Sorry(part[Refused.Length..]))
        : message with { Body = Prose.Paragraphs(message.Body, Prose.Markdown("The file is in our direct messages.")) };

    private static Prose Sorry(string code) => code switch
    {
        "missing_scope" => Prose.Markdown("I may not hand out files in this workspace yet: an administrator can add the scope `files:write` on the app's page *OAuth & Permissions* and install the app again, then try once more."),
        _ when SlackCode.IsDmClosed(code) => Prose.Typed(SlackSender.DmsClosed),
        _ => Prose.Of($"Slack did not take the file from me ({code}): please ask an administrator whether apps may send files here, then try once more."),
    };
}
