using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Bot.Json;

/// <summary>How the facts of shared answers are stored: one switch each way. Names are added, never changed.</summary>
internal static class ReviewJson
{
    private static readonly ReviewJsonContext Json = new(new JsonSerializerOptions(ReviewJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static Stored Write(ReviewEvent fact) => fact switch
    {
        ReviewEvent.Prepared it => new("review-prepared", JsonSerializer.Serialize(it, Json.Prepared)),
        ReviewEvent.ChannelChosen it => new("review-channel-chosen", JsonSerializer.Serialize(it, Json.ChannelChosen)),
        ReviewEvent.NamingChosen it => new("review-naming-chosen", JsonSerializer.Serialize(it, Json.NamingChosen)),
        ReviewEvent.PartsChosen it => new("review-parts-chosen", JsonSerializer.Serialize(it, Json.PartsChosen)),
        ReviewEvent.OwnScoresAsked it => new("review-own-scores-asked", JsonSerializer.Serialize(it, Json.OwnScoresAsked)),
        ReviewEvent.SelfScored it => new("review-self-scored", JsonSerializer.Serialize(it, Json.SelfScored)),
        ReviewEvent.Shared it => new("review-shared", JsonSerializer.Serialize(it, Json.Shared)),
        ReviewEvent.Invited it => new("review-invited", JsonSerializer.Serialize(it, Json.Invited)),
        ReviewEvent.InvitationPassed it => new("review-invitation-passed", JsonSerializer.Serialize(it, Json.InvitationPassed)),
        ReviewEvent.Claimed it => new("review-claimed", JsonSerializer.Serialize(it, Json.Claimed)),
        ReviewEvent.ClaimLapsed it => new("review-claim-lapsed", JsonSerializer.Serialize(it, Json.ClaimLapsed)),
        ReviewEvent.Scored it => new("review-scored", JsonSerializer.Serialize(it, Json.Scored)),
        ReviewEvent.ScoresCleared it => new("review-scores-cleared", JsonSerializer.Serialize(it, Json.ScoresCleared)),
        ReviewEvent.MoveOnChosen it => new("review-move-on-chosen", JsonSerializer.Serialize(it, Json.MoveOnChosen)),
        ReviewEvent.WordsDrafted it => new("review-words-drafted", JsonSerializer.Serialize(it, Json.WordsDrafted)),
        ReviewEvent.Given it => new("review-given", JsonSerializer.Serialize(it, Json.Given)),
        ReviewEvent.CauseNamed it => new("review-cause-named", JsonSerializer.Serialize(it, Json.CauseNamed)),
        ReviewEvent.ReviewWithdrawn it => new("review-taken-back", JsonSerializer.Serialize(it, Json.ReviewWithdrawn)),
        ReviewEvent.Overruled it => new("review-overruled", JsonSerializer.Serialize(it, Json.Overruled)),
        ReviewEvent.Opened it => new("review-opened", JsonSerializer.Serialize(it, Json.Opened)),
        ReviewEvent.Published it => new("review-published", JsonSerializer.Serialize(it, Json.Published)),
        ReviewEvent.Rated it => new("review-rated", JsonSerializer.Serialize(it, Json.Rated)),
        ReviewEvent.RatingExplained it => new("review-rating-explained", JsonSerializer.Serialize(it, Json.RatingExplained)),
        ReviewEvent.Flagged it => new("review-flagged", JsonSerializer.Serialize(it, Json.Flagged)),
        ReviewEvent.FlagDecided it => new("review-flag-decided", JsonSerializer.Serialize(it, Json.FlagDecided)),
        ReviewEvent.Discussed it => new("review-discussed", JsonSerializer.Serialize(it, Json.Discussed)),
        ReviewEvent.DiscussionEdited it => new("review-discussion-edited", JsonSerializer.Serialize(it, Json.DiscussionEdited)),
        ReviewEvent.DiscussionDeleted it => new("review-discussion-deleted", JsonSerializer.Serialize(it, Json.DiscussionDeleted)),
        ReviewEvent.Withdrawn it => new("review-withdrawn", JsonSerializer.Serialize(it, Json.Withdrawn)),
        ReviewEvent.PlaceLost it => new("review-place-lost", JsonSerializer.Serialize(it, Json.PlaceLost)),
        _ => throw new JsonException($"{fact.GetType().Name} has no stored name."),
    };

    public static ReviewEvent Read(Stored stored) => stored.Kind switch
    {
        "review-prepared" => JsonSerializer.Deserialize(stored.Data, Json.Prepared)!,
        "review-channel-chosen" => JsonSerializer.Deserialize(stored.Data, Json.ChannelChosen)!,
        "review-naming-chosen" => JsonSerializer.Deserialize(stored.Data, Json.NamingChosen)!,
        "review-parts-chosen" => JsonSerializer.Deserialize(stored.Data, Json.PartsChosen)!,
        "review-own-scores-asked" => JsonSerializer.Deserialize(stored.Data, Json.OwnScoresAsked)!,
        "review-self-scored" => JsonSerializer.Deserialize(stored.Data, Json.SelfScored)!,
        "review-shared" => JsonSerializer.Deserialize(stored.Data, Json.Shared)!,
        "review-invited" => JsonSerializer.Deserialize(stored.Data, Json.Invited)!,
        "review-invitation-passed" => JsonSerializer.Deserialize(stored.Data, Json.InvitationPassed)!,
        "review-claimed" => JsonSerializer.Deserialize(stored.Data, Json.Claimed)!,
        "review-claim-lapsed" => JsonSerializer.Deserialize(stored.Data, Json.ClaimLapsed)!,
        "review-scored" => JsonSerializer.Deserialize(stored.Data, Json.Scored)!,
        "review-scores-cleared" => JsonSerializer.Deserialize(stored.Data, Json.ScoresCleared)!,
        "review-move-on-chosen" => JsonSerializer.Deserialize(stored.Data, Json.MoveOnChosen)!,
        "review-words-drafted" => JsonSerializer.Deserialize(stored.Data, Json.WordsDrafted)!,
        "review-given" => JsonSerializer.Deserialize(stored.Data, Json.Given)!,
        "review-cause-named" => JsonSerializer.Deserialize(stored.Data, Json.CauseNamed)!,
        "review-taken-back" => JsonSerializer.Deserialize(stored.Data, Json.ReviewWithdrawn)!,
        "review-overruled" => JsonSerializer.Deserialize(stored.Data, Json.Overruled)!,
        "review-opened" => JsonSerializer.Deserialize(stored.Data, Json.Opened)!,
        "review-published" => JsonSerializer.Deserialize(stored.Data, Json.Published)!,
        "review-rated" => JsonSerializer.Deserialize(stored.Data, Json.Rated)!,
        "review-rating-explained" => JsonSerializer.Deserialize(stored.Data, Json.RatingExplained)!,
        "review-flagged" => JsonSerializer.Deserialize(stored.Data, Json.Flagged)!,
        "review-flag-decided" => JsonSerializer.Deserialize(stored.Data, Json.FlagDecided)!,
        "review-discussed" => JsonSerializer.Deserialize(stored.Data, Json.Discussed)!,
        "review-discussion-edited" => JsonSerializer.Deserialize(stored.Data, Json.DiscussionEdited)!,
        "review-discussion-deleted" => JsonSerializer.Deserialize(stored.Data, Json.DiscussionDeleted)!,
        "review-withdrawn" => JsonSerializer.Deserialize(stored.Data, Json.Withdrawn)!,
        "review-place-lost" => JsonSerializer.Deserialize(stored.Data, Json.PlaceLost)!,
        _ => throw new JsonException($"'{stored.Kind}' is not a known fact of a shared answer: it was written by a newer version."),
    };
}

/// <summary>The source-generated shapes of the facts of shared answers.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(SeqConverter<SharedAnswer>), typeof(SeqConverter<SharedLine>), typeof(SeqConverter<string>), typeof(SeqConverter<SelfScore>), typeof(SeqConverter<PlaceId>),
        typeof(SeqConverter<Dimension>), typeof(SeqConverter<Anchor>), typeof(SeqConverter<RoundWording>), typeof(SeqConverter<PeerScore>), typeof(SeqConverter<Argument>),
        typeof(SeqConverter<PersonId>), typeof(QuietHoursConverter),
    ])]
[JsonSerializable(typeof(ReviewEvent.Prepared))]
[JsonSerializable(typeof(ReviewEvent.ChannelChosen))]
[JsonSerializable(typeof(ReviewEvent.NamingChosen))]
[JsonSerializable(typeof(ReviewEvent.PartsChosen))]
[JsonSerializable(typeof(ReviewEvent.OwnScoresAsked))]
[JsonSerializable(typeof(ReviewEvent.SelfScored))]
[JsonSerializable(typeof(ReviewEvent.Shared))]
[JsonSerializable(typeof(ReviewEvent.Invited))]
[JsonSerializable(typeof(ReviewEvent.InvitationPassed))]
[JsonSerializable(typeof(ReviewEvent.Claimed))]
[JsonSerializable(typeof(ReviewEvent.ClaimLapsed))]
[JsonSerializable(typeof(ReviewEvent.Scored))]
[JsonSerializable(typeof(ReviewEvent.ScoresCleared))]
[JsonSerializable(typeof(ReviewEvent.MoveOnChosen))]
[JsonSerializable(typeof(ReviewEvent.WordsDrafted))]
[JsonSerializable(typeof(ReviewEvent.Given))]
[JsonSerializable(typeof(ReviewEvent.CauseNamed))]
[JsonSerializable(typeof(ReviewEvent.ReviewWithdrawn))]
[JsonSerializable(typeof(ReviewEvent.Overruled))]
[JsonSerializable(typeof(ReviewEvent.Opened))]
[JsonSerializable(typeof(ReviewEvent.Published))]
[JsonSerializable(typeof(ReviewEvent.Rated))]
[JsonSerializable(typeof(ReviewEvent.RatingExplained))]
[JsonSerializable(typeof(ReviewEvent.Flagged))]
[JsonSerializable(typeof(ReviewEvent.FlagDecided))]
[JsonSerializable(typeof(ReviewEvent.Discussed))]
[JsonSerializable(typeof(ReviewEvent.DiscussionEdited))]
[JsonSerializable(typeof(ReviewEvent.DiscussionDeleted))]
[JsonSerializable(typeof(ReviewEvent.Withdrawn))]
[JsonSerializable(typeof(ReviewEvent.PlaceLost))]
[JsonSerializable(typeof(SharedAnswer))]
[JsonSerializable(typeof(SharedLine))]
[JsonSerializable(typeof(SelfScore))]
[JsonSerializable(typeof(Dimension))]
[JsonSerializable(typeof(Anchor))]
[JsonSerializable(typeof(RoundWording))]
[JsonSerializable(typeof(PeerScore))]
[JsonSerializable(typeof(Argument))]
[JsonSerializable(typeof(string))]
internal sealed partial class ReviewJsonContext : JsonSerializerContext;
