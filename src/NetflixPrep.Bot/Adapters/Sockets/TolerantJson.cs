using System.Globalization;
using System.Text.Json;

namespace NetflixPrep.Bot.Adapters.Sockets;

/// <summary>Reads JSON that may change: a missing field, null or another type is null, never an exception.</summary>
internal static class TolerantJson
{
    public static JsonElement? Get(this JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null and not JsonValueKind.Undefined
            ? value : null;

    public static string? Text(this JsonElement from, string name) =>
        from.Get(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>An id: text, or a number in some other people's JSON.</summary>
    public static string? Id(this JsonElement from, string name) => from.Get(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } id ? id : null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetUInt64(out var id) => id.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    public static long? Int(this JsonElement from, string name) => from.Get(name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var whole) => whole,
        { ValueKind: JsonValueKind.String } text when long.TryParse(text.GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole) => whole,
        _ => null,
    };

    public static double? Real(this JsonElement from, string name) => from.Get(name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out var real) && double.IsFinite(real) => real,
        _ => null,
    };

    public static bool Flag(this JsonElement from, string name) => from.Get(name) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<JsonElement> List(this JsonElement from, string name) =>
        from.Get(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
