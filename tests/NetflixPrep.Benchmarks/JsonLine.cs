using System.Text.Json;

namespace NetflixPrep.Benchmarks;

/// <summary>A measurement as one line on standard output.</summary>
internal static class JsonLine
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    public static void Print<T>(T measured) => Console.WriteLine(JsonSerializer.Serialize(measured, Camel));
}
