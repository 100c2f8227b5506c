using System.Text.Json;
using System.Text.Json.Serialization;
using NetflixPrep.Core;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Bot.Tests.Labelled;

/// <summary>An answer written by somebody who did not know the detectors, with the signals it mentions as somebody else labelled them by hand.</summary>
/// <param name="Half">"tuning", or "held-out": the latter was never looked at while detectors were mended.</param>
/// <param name="Mentions">Signal id to the words that show it.</param>
internal sealed record LabelledAnswer(string Question, string Writer, string Tier, string Half, string Text, Dictionary<string, string> Mentions)
{
    public static IReadOnlyList<LabelledAnswer> Load() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Labelled"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => JsonSerializer.Deserialize(File.ReadAllText(file), LabelledJson.Default.LabelledAnswerArray)!),
    ];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LabelledAnswer[]))]
internal sealed partial class LabelledJson : JsonSerializerContext;

/// <summary>How often the detectors and the people agree.</summary>
/// <param name="Both">Mentioned, and found.</param>
/// <param name="Found">Found, though nobody mentioned it.</param>
/// <param name="Missed">Mentioned, and not found.</param>
internal sealed record Agreement(int Both, int Found, int Missed)
{
    public double Precision => Both + Found == 0 ? 1 : (double)Both / (Both + Found);

    public double Recall => Both + Missed == 0 ? 1 : (double)Both / (Both + Missed);

    public double F1 => Both == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static Agreement Of(IEnumerable<LabelledAnswer> answers, QuestionBank bank)
    {
        var readers = new Dictionary<string, QuestionReader>();
        var (both, found, missed) = (0, 0, 0);
        foreach (var answer in answers)
        {
            if (!readers.TryGetValue(answer.Question, out var reader)) readers[answer.Question] = reader = QuestionReader.Compile(bank.Script(answer.Question));
            foreach (var signal in reader.Read([new Said("m", answer.Text, 1)]).Signals)
            {
                var labelled = answer.Mentions.ContainsKey(signal.Id);
                if (signal.Mentioned && labelled) both++;
                else if (signal.Mentioned) found++;
                else if (labelled) missed++;
            }
        }
        return new(both, found, missed);
    }
}
