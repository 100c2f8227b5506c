using System.Text.Json;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Questions;

/// <summary>A whole bank as bytes, as it is built into the bot: reading it takes a small part of the time that the YAML files take.</summary>
internal static class BankJson
{
    internal static byte[] Write(BankContents contents) => JsonSerializer.SerializeToUtf8Bytes(contents, ScriptJsonContext.Default.BankContents);

    /// <exception cref="JsonException">The bytes were not written by <see cref="Write"/>.</exception>
    internal static BankContents Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, ScriptJsonContext.Default.BankContents) ?? throw new JsonException("A bank is not null.");
}
