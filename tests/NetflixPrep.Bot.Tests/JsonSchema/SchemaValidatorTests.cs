using System.Text.Json.Nodes;

namespace NetflixPrep.Bot.Tests.JsonSchema;

public sealed class SchemaValidatorTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "\"a\"", 0)]
    [InlineData("""{"type":"string"}""", "1", 1)]
    [InlineData("""{"type":["string","null"]}""", "null", 0)]
    [InlineData("""{"type":"number"}""", "1", 0)]
    [InlineData("""{"type":"integer"}""", "1.5", 1)]
    [InlineData("""{"type":"integer"}""", "2.0", 0)]
    [InlineData("""{"enum":["a",1]}""", "1", 0)]
    [InlineData("""{"enum":["a",1]}""", "\"b\"", 1)]
    [InlineData("""{"const":true}""", "false", 1)]
    [InlineData("""{"required":["a"]}""", "{}", 1)]
    [InlineData("""{"properties":{"a":{"type":"string"}},"additionalProperties":false}""", """{"a":"x","b":1}""", 1)]
    [InlineData("""{"additionalProperties":{"type":"integer"}}""", """{"a":"x"}""", 1)]
    [InlineData("""{"allOf":[{"properties":{"a":{}}}],"unevaluatedProperties":false}""", """{"a":1}""", 0)]
    [InlineData("""{"allOf":[{"properties":{"a":{}}}],"unevaluatedProperties":false}""", """{"a":1,"b":2}""", 1)]
    [InlineData("""{"$defs":{"s":{"type":"string"}},"items":{"$ref":"#/$defs/s"}}""", """["a",1]""", 1)]
    [InlineData("""{"$ref":"#/definitions/A%3Cb%3E","definitions":{"A<b>":{"type":"string"}}}""", "1", 1)]
    [InlineData("""{"properties":{"a":{"not":{}}}}""", """{"a":1}""", 1)]
    [InlineData("""{"oneOf":[{"type":"string"},{"maxLength":3}]}""", "\"ab\"", 1)]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"null"}]}""", "1", 1)]
    [InlineData("""{"anyOf":[{"properties":{"a":{"const":1}}},{"properties":{"b":{}}}],"unevaluatedProperties":false}""", """{"a":1}""", 0)]
    [InlineData("""{"minItems":2,"maxItems":3}""", "[1]", 1)]
    [InlineData("""{"uniqueItems":true}""", "[1,1]", 1)]
    [InlineData("""{"minLength":2,"pattern":"^a"}""", "\"b\"", 2)]
    [InlineData("""{"minimum":2,"maximum":3}""", "4", 1)]
    [InlineData("""{"minProperties":1}""", "{}", 1)]
    [InlineData("""{"not":{"type":"string"}}""", "\"a\"", 1)]
    [InlineData("false", "1", 1)]
    [InlineData("""{"maxLength":1}""", "\"\uD83D\uDE00\"", 0)]
    [InlineData("""{"properties":{"a":{}}}""", """{"b":1}""", 0)]
    [InlineData("""{"minimun":3}""", "1", 1)]
    public void A_schema_finds_what_does_not_fit(string schema, string instance, int findings) =>
        Assert.Equal(findings, new SchemaValidator(JsonNode.Parse(schema)!).Validate(JsonNode.Parse(instance)).Count);

    [Theory]
    [InlineData("""{"properties":{"a":{}}}""", """{"a":1}""", 0)]
    [InlineData("""{"properties":{"a":{}}}""", """{"a":1,"b":1}""", 1)]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":true}""", """{"b":1}""", 0)]
    [InlineData("""{"type":"object"}""", """{"b":1}""", 0)]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/s"}],"$defs":{"s":{"properties":{"a":{}}}}}""", """{"b":1}""", 1)]
    public void In_closed_mode_a_name_that_the_schema_does_not_have_is_found(string schema, string instance, int findings) =>
        Assert.Equal(findings, new SchemaValidator(JsonNode.Parse(schema)!, closed: true).Validate(JsonNode.Parse(instance)).Count);

    [Theory]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"a":null}""", 0)]
    [InlineData("""{"properties":{"a":{"type":"string"}},"required":["a"]}""", """{"a":null}""", 1)]
    public void Null_may_stand_for_what_may_be_left_out(string schema, string instance, int findings) =>
        Assert.Equal(findings, new SchemaValidator(JsonNode.Parse(schema)!, nullIsAbsent: true).Validate(JsonNode.Parse(instance)).Count);
}
