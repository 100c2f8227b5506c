using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NetflixPrep.Core;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Bot.Cli;

/// <summary>A reading for people or for machines; positions are UTF-16 characters of the text, from 0.</summary>
internal sealed record ReadReport(string Question, Reading Reading, Seq<FactCard> Facts)
{
    internal string ToJson()
    {
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("question", Question);
            writer.WriteNumber("words", Reading.Words);
            Findings(writer, "signals", Reading.Signals);
            writer.WriteStartArray("numbers");
            foreach (var number in Reading.Numbers)
            {
                writer.WriteStartObject();
                writer.WriteString("id", number.Slot);
                writer.WriteNumber("value", number.Value);
                writer.WriteString("unit", number.Unit);
                writer.WriteBoolean("in_range", number.InRange);
                Hit(writer, number.Hit);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteStartArray("facts");
            foreach (var fact in Facts)
            {
                writer.WriteStartObject();
                writer.WriteString("id", fact.Id);
                writer.WriteString("say", fact.Say);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            Findings(writer, "pitfalls", Reading.Pitfalls);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    internal void WriteText(TextWriter output)
    {
        output.WriteLine($"{Reading.Words} words, {Reading.Signals.Count(finding => finding.Mentioned)} of {Reading.Signals.Count} signals mentioned.");
        foreach (var finding in Reading.Signals) Line("signal", finding);
        foreach (var number in Reading.Numbers)
        {
            output.WriteLine($"number {number.Slot}: {number.Value.ToString(CultureInfo.InvariantCulture)} {number.Unit}{(number.InRange ? "" : ", out of range")}: \"{number.Hit.Words}\" at {number.Hit.Start}");
        }
        foreach (var fact in Facts) output.WriteLine($"fact {fact.Id}: asked for");
        foreach (var finding in Reading.Pitfalls.Where(finding => finding.Mentioned)) Line("pitfall", finding);

        void Line(string kind, Finding finding)
        {
            var state = (finding.Hits.Count, finding.Negated.Count) switch
            {
                (0, 0) => "not mentioned",
                (0, _) => $"mentioned, negated: {Words(finding.Negated)}",
                _ => Words(finding.Hits),
            };
            output.WriteLine($"{kind} {finding.Id}: {state}");
        }
    }

    private static string Words(Seq<Hit> hits) => string.Join(", ", hits.Take(5).Select(hit => $"\"{hit.Words}\" at {hit.Start}"));

    private static void Findings(Utf8JsonWriter writer, string name, Seq<Finding> findings)
    {
        writer.WriteStartArray(name);
        foreach (var finding in findings)
        {
            writer.WriteStartObject();
            writer.WriteString("id", finding.Id);
            writer.WriteBoolean("mentioned", finding.Mentioned);
            Hits(writer, "hits", finding.Hits);
            Hits(writer, "negated", finding.Negated);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void Hits(Utf8JsonWriter writer, string name, Seq<Hit> hits)
    {
        writer.WriteStartArray(name);
        foreach (var hit in hits)
        {
            writer.WriteStartObject();
            Hit(writer, hit);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void Hit(Utf8JsonWriter writer, Hit hit)
    {
        writer.WriteString("words", hit.Words);
        writer.WriteNumber("start", hit.Start);
        writer.WriteNumber("length", hit.Length);
        writer.WriteString("quote", hit.Quote);
    }
}
