using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Bot.Tests.Labelled;

/// <summary>Where detectors and people differ in one answer, a JSON line each.</summary>
internal static class Disagreements
{
    private static readonly DisagreementJson Json = new(new JsonSerializerOptions(DisagreementJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static IEnumerable<string> Of(LabelledAnswer answer, QuestionBank bank)
    {
        foreach (var signal in QuestionReader.Compile(bank.Script(answer.Question)).Read([new Said("m", answer.Text, 1)]).Signals)
        {
            var labelled = answer.Mentions.GetValueOrDefault(signal.Id);
            if (signal.Mentioned == labelled is not null) continue;
            yield return JsonSerializer.Serialize(new Disagreement(
                answer.Question, answer.Writer, signal.Id, signal.Mentioned ? "found only" : "missed", labelled ?? string.Join(" | ", signal.Hits.Take(4).Select(hit => hit.Words)), signal.Mentioned ? signal.Hits[0].Quote : null), Json.Disagreement);
        }
    }
}

/// <param name="Words">What the person quoted for a miss, or what the detector hit.</param>
internal sealed record Disagreement(string Question, string Writer, string Signal, string What, string Words, string? Around);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Disagreement))]
internal sealed partial class DisagreementJson : JsonSerializerContext;
