using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NetflixPrep.Bot.Tests.Discord.Fake.OpenApi;

/// <summary>The part of JSON Schema that Discord's file uses, in closed mode: an object with properties takes no others.</summary>
internal sealed class ClosedSchema(JsonElement document)
{
    private static readonly HashSet<string> Known =
    [
        "type", "properties", "items", "required", "enum", "const", "$ref", "oneOf", "anyOf", "allOf", "minimum", "maximum", "minLength", "maxLength", "minItems",
        "maxItems", "uniqueItems", "pattern", "maxProperties", "additionalProperties", "format", "description", "title", "contentEncoding", "default", "deprecated",
    ];

    /// <summary>What is wrong with the value; empty when it fits.</summary>
    public IReadOnlyList<string> Check(JsonElement value, JsonElement schema)
    {
        var errors = new List<string>();
        Check(value, schema, "$", errors);
        return errors;
    }

    private void Check(JsonElement value, JsonElement schema, string at, List<string> errors)
    {
        if (schema.ValueKind == JsonValueKind.True) return;
        foreach (var keyword in schema.EnumerateObject())
        {
            var said = keyword.Value;
            switch (keyword.Name)
            {
                case "$ref": Check(value, Resolve(said.GetString()!), at, errors); break;
                case "type" when !Types(said).Any(type => Is(value, type)): errors.Add($"{at}: is {value.ValueKind}, not {said}"); break;
                case "enum" when !said.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)): errors.Add($"{at}: not in the enumeration"); break;
                case "const" when !JsonElement.DeepEquals(said, value): errors.Add($"{at}: is not {said}"); break;
                case "allOf": foreach (var part in said.EnumerateArray()) Check(value, part, at, errors); break;
                case "anyOf": Some(value, said, at, errors, exactlyOne: false); break;
                case "oneOf": Some(value, said, at, errors, exactlyOne: true); break;
                case "minimum" when value.ValueKind == JsonValueKind.Number && value.GetDouble() < said.GetDouble(): errors.Add($"{at}: below {said}"); break;
                case "maximum" when value.ValueKind == JsonValueKind.Number && value.GetDouble() > said.GetDouble(): errors.Add($"{at}: above {said}"); break;
                case "minLength" when value.ValueKind == JsonValueKind.String && value.GetString()!.Length < said.GetInt32(): errors.Add($"{at}: shorter than {said}"); break;
                case "maxLength" when value.ValueKind == JsonValueKind.String && Runes(value) > said.GetInt32(): errors.Add($"{at}: longer than {said}"); break;
                case "pattern" when value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, said.GetString()!): errors.Add($"{at}: does not match {said}"); break;
                case "minItems" when value.ValueKind == JsonValueKind.Array && value.GetArrayLength() < said.GetInt32(): errors.Add($"{at}: fewer than {said}"); break;
                case "maxItems" when value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > said.GetInt32(): errors.Add($"{at}: more than {said}"); break;
                case "uniqueItems" when value.ValueKind == JsonValueKind.Array && said.GetBoolean() && value.EnumerateArray().DistinctBy(item => item.GetRawText()).Count() < value.GetArrayLength(): errors.Add($"{at}: repeats"); break;
                case "maxProperties" when value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Count() > said.GetInt32(): errors.Add($"{at}: too many properties"); break;
                case "items" when value.ValueKind == JsonValueKind.Array:
                    foreach (var (index, item) in value.EnumerateArray().Index()) Check(item, said, $"{at}[{index}]", errors);
                    break;
                case "required" when value.ValueKind == JsonValueKind.Object:
                    errors.AddRange(said.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{at}: {name} is missing"));
                    break;
                case "properties" when value.ValueKind == JsonValueKind.Object: Properties(value, schema, said, at, errors); break;
                case "additionalProperties" when value.ValueKind == JsonValueKind.Object && said.ValueKind == JsonValueKind.Object && !schema.TryGetProperty("properties", out _):
                    foreach (var property in value.EnumerateObject()) Check(property.Value, said, $"{at}.{property.Name}", errors);
                    break;
                default:
                    if (!Known.Contains(keyword.Name) && !keyword.Name.StartsWith("x-", StringComparison.Ordinal)) errors.Add($"{at}: this check does not know '{keyword.Name}'");
                    break;
            }
        }
    }

    private void Properties(JsonElement value, JsonElement schema, JsonElement properties, string at, List<string> errors)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (properties.TryGetProperty(property.Name, out var known)) Check(property.Value, known, $"{at}.{property.Name}", errors);
            else if (!schema.TryGetProperty("additionalProperties", out var more) || more.ValueKind == JsonValueKind.False) errors.Add($"{at}.{property.Name}: is not known");
        }
    }

    private void Some(JsonElement value, JsonElement choices, string at, List<string> errors, bool exactlyOne)
    {
        var results = choices.EnumerateArray().Select(choice =>
        {
            var mine = new List<string>();
            Check(value, choice, at, mine);
            return mine;
        }).ToList();
        var fit = results.Count(result => result.Count == 0);
        if (fit == 0) errors.AddRange(results.OrderBy(result => result.Count).First().Prepend($"{at}: fits none of {results.Count} forms; the nearest misses:"));
        else if (exactlyOne && fit > 1) errors.Add($"{at}: fits {fit} forms, should be one");
    }

    private JsonElement Resolve(string reference) => reference[2..].Split('/').Aggregate(document, (node, name) => node.GetProperty(name));

    private static int Runes(JsonElement text) => new StringInfo(text.GetString()!).String.EnumerateRunes().Count();

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement value, string type) => (type, value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) or ("null", JsonValueKind.Null) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
        _ => false,
    };
}
