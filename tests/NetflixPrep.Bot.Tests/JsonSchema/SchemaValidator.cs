using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NetflixPrep.Bot.Tests.JsonSchema;

/// <summary>The part of JSON Schema (draft 2020-12, and draft-07 where a $ref stands alone) that our schemas, OpenAPI files and generated schemas use. Findings are "path: what".</summary>
/// <param name="root">The document that '#/…' points into.</param>
/// <param name="document">Gives another document by its name, for '$ref: other.json'.</param>
/// <param name="closed">An object whose schema names properties takes no others, unless it says so: finds misspelt names where a schema is lax.</param>
/// <param name="nullIsAbsent">A property that may be left out may also be null.</param>
internal sealed class SchemaValidator(JsonNode root, Func<string, JsonNode>? document = null, bool closed = false, bool nullIsAbsent = false)
{
    /// <summary>A keyword that is not here would be a rule nobody checks, so it is a finding.</summary>
    private static readonly HashSet<string> Keywords =
    [
        "$ref", "type", "const", "enum", "allOf", "anyOf", "oneOf", "not", "required", "properties", "patternProperties", "additionalProperties", "unevaluatedProperties",
        "items", "prefixItems", "uniqueItems", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "minItems", "maxItems",
        "minProperties", "maxProperties",
        "$schema", "$id", "$defs", "definitions", "$comment", "title", "description", "default", "examples", "format", "deprecated", "readOnly", "writeOnly", "contentEncoding",
    ];

    internal List<string> Validate(JsonNode? instance) => Validate(root, instance);

    internal List<string> Validate(JsonNode schema, JsonNode? instance)
    {
        var findings = new List<string>();
        Check(schema, instance, "", findings);
        return findings;
    }

    /// <summary>Returns the properties that the schema knew, for unevaluatedProperties.</summary>
    private HashSet<string> Check(JsonNode schema, JsonNode? value, string path, List<string> findings)
    {
        var known = new HashSet<string>();
        if (schema is JsonValue flag)
        {
            if (!flag.GetValue<bool>()) findings.Add($"{path}: nothing may stand here");
            return known;
        }
        var rules = schema.AsObject();
        foreach (var (word, _) in rules)
        {
            if (!Keywords.Contains(word) && !word.StartsWith("x-", StringComparison.Ordinal)) findings.Add($"{path}: this check does not know '{word}'");
        }
        if (rules["$ref"] is { } reference) known.UnionWith(Refer(reference.GetValue<string>(), value, path, findings));
        Type(rules, value, path, findings);
        if (rules["const"] is { } constant && !JsonNode.DeepEquals(constant, value)) findings.Add($"{path}: is not {constant.ToJsonString()}");
        if (rules["enum"] is JsonArray choices && !choices.Any(choice => JsonNode.DeepEquals(choice, value))) findings.Add($"{path}: {Shown(value)} is not one of {choices.ToJsonString()}");
        Combine(rules, value, path, findings, known);
        switch (value)
        {
            case JsonObject map: Object(rules, map, path, findings, known); break;
            case JsonArray list: Array(rules, list, path, findings); break;
            case JsonValue scalar: Scalar(rules, scalar, path, findings); break;
        }
        return known;
    }

    private HashSet<string> Refer(string reference, JsonNode? value, string path, List<string> findings)
    {
        var parts = reference.Split('#');
        var target = parts[0].Length == 0 ? root : document!(parts[0]);
        var validator = parts[0].Length == 0 ? this : new SchemaValidator(target, document, closed, nullIsAbsent);
        foreach (var step in parts.Length > 1 ? parts[1].Split('/', StringSplitOptions.RemoveEmptyEntries) : [])
        {
            target = target[Uri.UnescapeDataString(step).Replace("~1", "/").Replace("~0", "~")] ?? throw new InvalidOperationException($"{reference} leads nowhere.");
        }
        return validator.Check(target, value, path, findings);
    }

    private static void Type(JsonObject rules, JsonNode? value, string path, List<string> findings)
    {
        if (rules["type"] is not { } type) return;
        var allowed = type is JsonArray many ? many.Select(one => one!.GetValue<string>()).ToList() : [type.GetValue<string>()];
        var actual = value switch
        {
            null => "null",
            JsonObject => "object",
            JsonArray => "array",
            JsonValue scalar when scalar.TryGetValue<bool>(out _) => "boolean",
            JsonValue scalar when Number(scalar) is { } number => number % 1 == 0 ? "integer" : "number",
            _ => "string",
        };
        if (!allowed.Contains(actual) && !(actual == "integer" && allowed.Contains("number"))) findings.Add($"{path}: {actual} instead of {string.Join(" or ", allowed)}");
    }

    private void Combine(JsonObject rules, JsonNode? value, string path, List<string> findings, HashSet<string> known)
    {
        foreach (var part in rules["allOf"] as JsonArray ?? []) known.UnionWith(Check(part!, value, path, findings));
        foreach (var (word, most) in new[] { ("anyOf", int.MaxValue), ("oneOf", 1) })
        {
            if (rules[word] is not JsonArray parts) continue;
            var held = 0;
            List<string>? nearest = null;
            foreach (var part in parts)
            {
                var own = new List<string>();
                var seen = Check(part!, value, path, own);
                if (nearest is null || own.Count < nearest.Count) nearest = own;
                if (own.Count > 0) continue;
                held++;
                known.UnionWith(seen);
            }
            if (held == 0 || held > most) findings.Add($"{path}: {held} of {parts.Count} in {word} hold ({string.Join("; ", nearest!.Take(3))})");
        }
        if (rules["not"] is { } not)
        {
            var own = new List<string>();
            Check(not, value, path, own);
            if (own.Count == 0) findings.Add($"{path}: is what it must not be");
        }
    }

    private void Object(JsonObject rules, JsonObject map, string path, List<string> findings, HashSet<string> known)
    {
        Size(rules, map.Count, "Properties", path, findings);
        foreach (var name in rules["required"] as JsonArray ?? [])
        {
            if (!map.ContainsKey(name!.GetValue<string>())) findings.Add($"{path}: '{name}' is missing");
        }
        var own = new HashSet<string>();
        foreach (var (name, rule) in rules["properties"] as JsonObject ?? [])
        {
            if (!map.ContainsKey(name)) continue;
            own.Add(name);
            if (nullIsAbsent && map[name] is null && !IsRequired(name)) continue;
            Check(rule!, map[name], $"{path}/{name}", findings);
        }
        foreach (var (pattern, rule) in rules["patternProperties"] as JsonObject ?? [])
        {
            foreach (var (name, value) in map.Where(pair => Regex.IsMatch(pair.Key, pattern)))
            {
                own.Add(name);
                Check(rule!, value, $"{path}/{name}", findings);
            }
        }
        Rest("additionalProperties", own);
        known.UnionWith(own);
        Rest("unevaluatedProperties", known);
        if (closed && rules.ContainsKey("properties") && !rules.ContainsKey("additionalProperties") && !rules.ContainsKey("unevaluatedProperties"))
            findings.AddRange(map.Where(pair => !known.Contains(pair.Key)).Select(pair => $"{path}/{pair.Key}: is not known"));

        bool IsRequired(string name) => (rules["required"] as JsonArray)?.Any(one => one!.GetValue<string>() == name) == true;

        void Rest(string word, HashSet<string> but)
        {
            if (rules[word] is not { } rest) return;
            foreach (var (name, value) in map.Where(pair => !but.Contains(pair.Key)).ToList())
            {
                Check(rest, value, $"{path}/{name}", findings);
                known.Add(name);
            }
        }
    }

    private void Array(JsonObject rules, JsonArray list, string path, List<string> findings)
    {
        Size(rules, list.Count, "Items", path, findings);
        var first = (rules["prefixItems"] as JsonArray)?.Count ?? 0;
        for (var i = 0; i < list.Count; i++)
        {
            var rule = i < first ? rules["prefixItems"]![i] : rules["items"];
            if (rule is not null) Check(rule, list[i], $"{path}/{i}", findings);
        }
        var isUnique = rules["uniqueItems"]?.GetValue<bool>() ?? false;
        if (isUnique && list.DistinctBy(item => item?.ToJsonString()).Count() < list.Count) findings.Add($"{path}: an item is there twice");
    }

    private static void Scalar(JsonObject rules, JsonValue value, string path, List<string> findings)
    {
        if (value.TryGetValue<string>(out var text))
        {
            Size(rules, text.EnumerateRunes().Count(), "Length", path, findings);
            if (rules["pattern"] is { } pattern && !Regex.IsMatch(text, pattern.GetValue<string>())) findings.Add($"{path}: '{text}' does not match {pattern}");
        }
        else if (Number(value) is { } number)
        {
            if (Number(rules["minimum"]) is { } least && number < least) findings.Add($"{path}: {number} is below {least}");
            if (Number(rules["maximum"]) is { } most && number > most) findings.Add($"{path}: {number} is above {most}");
            if (Number(rules["exclusiveMinimum"]) is { } above && number <= above) findings.Add($"{path}: {number} is not above {above}");
            if (Number(rules["exclusiveMaximum"]) is { } below && number >= below) findings.Add($"{path}: {number} is not below {below}");
        }
    }

    private static void Size(JsonObject rules, int size, string what, string path, List<string> findings)
    {
        if (Number(rules[$"min{what}"]) is { } least && size < least) findings.Add($"{path}: {size} is below min{what} {least}");
        if (Number(rules[$"max{what}"]) is { } most && size > most) findings.Add($"{path}: {size} is above max{what} {most}");
    }

    private static double? Number(JsonNode? value) =>
        value is JsonValue scalar && scalar.GetValueKind() == System.Text.Json.JsonValueKind.Number ? double.Parse(scalar.ToJsonString(), CultureInfo.InvariantCulture) : null;

    private static string Shown(JsonNode? value) => value?.ToJsonString() ?? "null";
}
