using System.Globalization;
using System.Text.RegularExpressions;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Loops;

/// <summary>Reads what was typed after <c>loop:</c>: the id of a preset, or a list as it stands in the recruiter's mail.</summary>
public static partial class LoopList
{
    public const int MostRounds = 10;
    private const int LeastMinutes = 10;
    private const int MostMinutes = 90;
    private const int OwnMostPerTopic = 2;

    /// <summary>Words for rounds as mails use them; the longest that is found wins.</summary>
    private static readonly (string Words, string Round)[] Known =
    [
        .. Rounds.All.SelectMany(round => new[] { (round.Id.Replace('-', ' '), round.Id), (round.Label.ToLowerInvariant(), round.Id) }),
        ("recruiter", "recruiter-screen"), ("phone screen", "recruiter-screen"), ("recruiter call", "recruiter-screen"),
        ("manager", "hiring-manager"), ("hm", "hiring-manager"), ("project deep dive", "hiring-manager"), ("past project", "hiring-manager"),
        ("python", "coding"), ("code", "coding"), ("algorithms", "coding"), ("programming", "coding"),
        ("machine learning coding", "ml-coding"), ("ml implementation", "ml-coding"),
        ("fundamentals", "ml-fundamentals"), ("ml theory", "ml-fundamentals"), ("theory", "ml-fundamentals"), ("machine learning fundamentals", "ml-fundamentals"), ("ml depth", "ml-fundamentals"),
        ("design", "ml-system-design"), ("ml design", "ml-system-design"), ("system design", "ml-system-design"), ("machine learning system design", "ml-system-design"),
        ("experiment", "experimentation"), ("experiments", "experimentation"), ("ab testing", "experimentation"), ("a/b testing", "experimentation"), ("a/b", "experimentation"), ("case study", "experimentation"),
        ("behavioural", "behavioral"), ("behavior", "behavioral"), ("behaviour", "behavioral"), ("stories", "behavioral"), ("star", "behavioral"),
        ("values", "culture"), ("team fit", "culture"), ("culture fit", "culture"), ("executive", "culture"),
    ];

    /// <summary>The loop, or one sentence that says what to write instead.</summary>
    public static (string Label, LoopPlan? Plan, string? Complaint) Read(string typed, Seq<LoopPreset> presets)
    {
        var text = typed.Trim();
        if (presets.FirstOrDefault(preset => string.Equals(preset.Id, text, StringComparison.OrdinalIgnoreCase) || string.Equals(preset.Label, text, StringComparison.OrdinalIgnoreCase)) is { } preset)
        {
            return (preset.Label, new(preset.Source, [.. preset.Rounds.Select(round => new RoundOfLoop(round.Round, Rounds.Find(round.Round)!.Label, round.Minutes, round.MinutesFrom))], preset.Covers, preset.MostPerTopic), null);
        }

        var rounds = new List<RoundOfLoop>();
        foreach (var piece in Pieces().Split(text).Select(piece => piece.Trim()).Where(piece => piece.Length > 0))
        {
            if (MinutesAlone().IsMatch(piece) && rounds is [.., { MinutesFrom: "ours" } before] && TryMinutes(piece, false, out var late) && late is { } named)
            {
                rounds[^1] = before with { Minutes = named, MinutesFrom = "your list" };
                continue;
            }
            if (Round(piece) is not { } round) return ("", null, Unknown(piece, presets));
            var times = Times().Match(piece) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 1;
            if (!TryMinutes(piece, times > 1, out var minutes)) return ("", null, $"A round has one number, {LeastMinutes} to {MostMinutes} minutes; \"{piece}\" has not. Write it like \"{round.Id} {round.Minutes}\".");
            for (var time = 0; time < times; time++) rounds.Add(new(round.Id, round.Label, minutes ?? round.Minutes, minutes is null ? "ours" : "your list"));
        }
        if (rounds.Count == 0) return ("", null, Unknown("", presets));
        return rounds.Count > MostRounds
            ? ("", null, $"A loop has at most {MostRounds} rounds, these are {rounds.Count}. Leave some out.")
            : ("Your own list", new("your list", [.. rounds], [], OwnMostPerTopic), null);
    }

    private static Round? Round(string piece)
    {
        var words = $" {NotWords().Replace(piece.ToLowerInvariant().Replace('-', ' '), " ").Trim()} ";
        return Known.Where(known => words.Contains($" {known.Words} ", StringComparison.Ordinal)).OrderByDescending(known => known.Words.Length).Select(known => Rounds.Find(known.Round)).FirstOrDefault();
    }

    /// <summary>Null when no number stands there; false when it is none that a round can have.</summary>
    private static bool TryMinutes(string piece, bool afterTimes, out int? minutes)
    {
        var numbers = Number().Matches(piece).Select(match => (Value: int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), IsHours: match.Groups[2].Value is "h" or "hour" or "hours")).Skip(afterTimes ? 1 : 0).ToList();
        if (numbers.Count > 1)
        {
            minutes = null;
            return false;
        }
        minutes = numbers is [.., var last] ? (last.IsHours ? last.Value * 60 : last.Value) : null;
        return minutes is null or (>= LeastMinutes and <= MostMinutes);
    }

    private static string Unknown(string piece, Seq<LoopPreset> presets) =>
        $"{(piece.Length == 0 ? "The list is empty" : $"I do not know the round \"{piece}\"")}. Name a preset ({string.Join(", ", presets.Select(preset => preset.Id))}), or list rounds with minutes: loop:\"coding 45, system design 60, culture 30\".";

    [GeneratedRegex(@"[,;\n\r+>→•|&]+|\bthen\b|\band\b|\s/\s|\s[-–—]\s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pieces();

    [GeneratedRegex(@"^\D{0,3}([2-5])\s*(?:x|×)\s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Times();

    [GeneratedRegex(@"([0-9]{1,4})\s*(h\b|hours?\b)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[0-9]+ *(m|min|mins|minutes|h|hours?)?\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MinutesAlone();

    [GeneratedRegex(@"[^a-z/]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotWords();
}
