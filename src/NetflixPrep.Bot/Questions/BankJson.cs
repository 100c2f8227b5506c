using System.Text.Json;
using System.Text.Json.Serialization;
using NetflixPrep.Bot.Json;
using NetflixPrep.Core;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Questions;

/// <summary>A whole bank as bytes, as it is built into the bot: reading it takes a small part of the time that the YAML files take.</summary>
internal static class BankJson
{
    internal static byte[] Write(BankContents contents) => JsonSerializer.SerializeToUtf8Bytes(contents, BankJsonContext.Default.BankContents);

    /// <exception cref="JsonException">The bytes were not written by <see cref="Write"/>.</exception>
    internal static BankContents Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, BankJsonContext.Default.BankContents) ?? throw new JsonException("A bank is not null.");
}

/// <summary>Everything a bank is made of.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters =
    [
        typeof(SeqConverter<string>), typeof(SeqConverter<Seq<string>>), typeof(SeqConverter<Question>), typeof(SeqConverter<FactCard>), typeof(SeqConverter<NumberSlot>),
        typeof(SeqConverter<Signal>), typeof(SeqConverter<Pitfall>), typeof(SeqConverter<FollowUp>), typeof(SeqConverter<Curveball>),
        typeof(SeqConverter<Anchor>), typeof(SeqConverter<Sample>), typeof(SeqConverter<GoldScore>), typeof(SeqConverter<Source>),
        typeof(SeqConverter<Near>), typeof(SeqConverter<Ladder>), typeof(SeqConverter<LadderStep>), typeof(SeqConverter<Dimension>), typeof(SeqConverter<RoundWording>),
        typeof(SeqConverter<RootCause>), typeof(SeqConverter<RoundPitfall>), typeof(SeqConverter<LoopPreset>), typeof(SeqConverter<LoopRound>),
        typeof(SeqConverter<Topic>), typeof(SeqConverter<Skill>), typeof(SeqConverter<Term>), typeof(SeqConverter<Symptom>), typeof(SeqConverter<Evidence>),
    ])]
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
[JsonSerializable(typeof(Ladder))]
[JsonSerializable(typeof(LadderStep))]
[JsonSerializable(typeof(Dimension))]
[JsonSerializable(typeof(RoundWording))]
[JsonSerializable(typeof(RootCause))]
[JsonSerializable(typeof(RoundPitfall))]
[JsonSerializable(typeof(LoopPreset))]
[JsonSerializable(typeof(LoopRound))]
[JsonSerializable(typeof(Topic))]
[JsonSerializable(typeof(Skill))]
[JsonSerializable(typeof(Term))]
[JsonSerializable(typeof(Symptom))]
[JsonSerializable(typeof(Evidence))]
internal sealed partial class BankJsonContext : JsonSerializerContext;
