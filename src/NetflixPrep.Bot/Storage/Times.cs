using System.Globalization;

namespace NetflixPrep.Bot.Storage;

/// <summary>Times as stored: UTC, ISO 8601, always 28 characters, so that they sort as text.</summary>
internal static class Times
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The text was not written by <see cref="Text"/>.</exception>
    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
