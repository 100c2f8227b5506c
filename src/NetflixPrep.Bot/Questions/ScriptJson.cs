using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using NetflixPrep.Bot.Json;
using NetflixPrep.Core;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Questions;

/// <summary>Scripts as bytes: the same record gives the same bytes, and these are named by their hash.</summary>
internal static class ScriptJson
{
    internal static byte[] Write(InterviewScript script) => JsonSerializer.SerializeToUtf8Bytes(script, ScriptJsonContext.Default.InterviewScript);

    /// <exception cref="JsonException">The bytes were not written by <see cref="Write"/>.</exception>
    internal static InterviewScript Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, ScriptJsonContext.Default.InterviewScript) ?? throw new JsonException("A script is not null.");

    /// <summary>SHA-256 of the bytes, in lower-case hex.</summary>
    internal static string Hash(ReadOnlySpan<byte> json) => Convert.ToHexStringLower(SHA256.HashData(json));

    internal static string Hash(InterviewScript script) => Hash(Write(script));
}

/// <summary>Everything a script, and a bank, is made of; properties stand in the order of their records.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(SeqConverter<string>), typeof(SeqConverter<Seq<string>>), typeof(SeqConverter<Question>), typeof(SeqConverter<FactCard>), typeof(SeqConverter<NumberSlot>),
        typeof(SeqConverter<Signal>), typeof(SeqConverter<Pitfall>), typeof(SeqConverter<FollowUp>), typeof(SeqConverter<Curveball>),
        typeof(SeqConverter<Anchor>), typeof(SeqConverter<Sample>), typeof(SeqConverter<GoldScore>), typeof(SeqConverter<Source>),
        typeof(SeqConverter<Near>), typeof(SeqConverter<LadderStep>), typeof(SeqConverter<Dimension>), typeof(SeqConverter<RoundWording>),
        typeof(SeqConverter<RootCause>), typeof(SeqConverter<Symptom>), typeof(SeqConverter<Evidence>),
        typeof(SeqConverter<Ladder>), typeof(SeqConverter<RoundPitfall>), typeof(SeqConverter<LoopPreset>), typeof(SeqConverter<LoopRound>),
        typeof(SeqConverter<Topic>), typeof(SeqConverter<Skill>), typeof(SeqConverter<Term>),
    ])]
[JsonSerializable(typeof(InterviewScript))]
[JsonSerializable(typeof(BankContents))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(Seq<string>))]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(FactCard))]
[JsonSerializable(typeof(NumberSlot))]
[JsonSerializable(typeof(Signal))]
[JsonSerializable(typeof(Pitfall))]
[JsonSerializable(typeof(FollowUp))]
[JsonSerializable(typeof(Curveball))]
[JsonSerializable(typeof(Anchor))]
[JsonSerializable(typeof(Sample))]
[JsonSerializable(typeof(GoldScore))]
[JsonSerializable(typeof(Source))]
[JsonSerializable(typeof(Near))]
[JsonSerializable(typeof(LadderStep))]
[JsonSerializable(typeof(Dimension))]
[JsonSerializable(typeof(RoundWording))]
[JsonSerializable(typeof(RootCause))]
[JsonSerializable(typeof(Symptom))]
[JsonSerializable(typeof(Evidence))]
[JsonSerializable(typeof(Ladder))]
[JsonSerializable(typeof(RoundPitfall))]
[JsonSerializable(typeof(LoopPreset))]
[JsonSerializable(typeof(LoopRound))]
[JsonSerializable(typeof(Topic))]
[JsonSerializable(typeof(Skill))]
[JsonSerializable(typeof(Term))]
internal sealed partial class ScriptJsonContext : JsonSerializerContext;
