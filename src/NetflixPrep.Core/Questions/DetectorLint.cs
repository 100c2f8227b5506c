using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Questions;

/// <summary>Lint for one detector.</summary>
internal static class DetectorLint
{
    /// <param name="signals">The question's signals by id, or null where no "first" can stand.</param>
    internal static void Check(Detector detector, string path, IReadOnlyDictionary<string, Signal>? signals, LintNotes notes)
    {
        var lines = detector.Any.Count + detector.All.Count + detector.Near.Count
            + (detector.Count is null ? 0 : 1) + (detector.Number is null ? 0 : 1) + (detector.First is null ? 0 : 1);
        if (lines == 0) notes.Error(path, "the detector can never fire.", "Write at least one of any, all, near, count, number, first; or leave 'detect' out.");
        Items(detector.Any, $"{path}.any");
        Items(detector.Not, $"{path}.not");
        if (detector.All.Count == 1) notes.Error($"{path}.all", "'all' has one list.", "Use 'any', or add a second list.");
        for (var i = 0; i < detector.All.Count; i++) Filled(detector.All[i], $"{path}.all[{i}]");
        for (var i = 0; i < detector.Near.Count; i++)
        {
            Filled(detector.Near[i].Left, $"{path}.near[{i}].left");
            Filled(detector.Near[i].Right, $"{path}.near[{i}].right");
            Items(detector.Near[i].Also, $"{path}.near[{i}].also");
            Items(detector.Near[i].Not, $"{path}.near[{i}].not");
            notes.Range($"{path}.near[{i}].within", detector.Near[i].Within, 0, 20);
        }
        if (detector.Count is { } count)
        {
            Items(count.Items, $"{path}.count.items");
            notes.Range($"{path}.count.least", count.Least, 2, Math.Max(2, count.Items.Count));
        }
        if (detector.Number is { } number) Number(number.Units, number.Min, number.Max, number.Around, $"{path}.number", notes);
        if (detector.First is { } first)
        {
            Order(first.Earlier, $"{path}.first.earlier");
            Order(first.Later, $"{path}.first.later");
        }

        void Filled(Seq<string> items, string at)
        {
            if (items.Count == 0) notes.Error(at, "the list is empty.", "Add an item, or take the list out.");
            Items(items, at);
        }

        void Items(Seq<string> items, string at) => DetectorLint.Items(items, at, notes);

        void Order(string signal, string at)
        {
            if (signals is null) return;
            notes.Known(at, "signal", signal, signals.Keys);
            if (!signals.TryGetValue(signal, out var named)) return;
            if (named.Detect is null) notes.Error(at, $"the signal '{signal}' has no detector.", "Name one that has.");
            else if (named.Detect.First is not null) notes.Error(at, $"the signal '{signal}' uses 'first' itself.", "Name one that looks for words only.");
        }
    }

    internal static void Number(Seq<string> units, double? min, double? max, Seq<string> around, string path, LintNotes notes)
    {
        if (units.Count == 0) notes.Error($"{path}.units", "a number needs a unit.", "Add one, or 'number' for a bare number.");
        if (min > max) notes.Error($"{path}.min", $"{min} is above the maximum {max}.", "Swap them.");
        Items(units.Where(unit => unit is not "$").ToSeq(), $"{path}.units", notes);
        Items(around, $"{path}.around", notes);
    }

    internal static void Items(Seq<string> items, string path, LintNotes notes)
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < items.Count; i++)
        {
            var (item, at) = (items[i], $"{path}[{i}]");
            var star = item.IndexOf('*', StringComparison.Ordinal);
            var words = Tokens.Of(item.TrimEnd('*'));
            if (star >= 0 && (star != item.Length - 1 || star == 0 || item[star - 1] == ' ')) notes.Error(at, $"'{item}' has a * that is not at the end of a word.", "Only the end of an item can be left open.");
            else if (words.Count == 0) notes.Error(at, $"'{item}' holds no word.", "Write a word or a phrase.");
            else if (words.Count > 6 || item.Length > 60) notes.Error(at, $"'{item}' is too long to be said the same way by two people.", "Use at most 6 words, or 'near'.");
            else if (words.Sentences > 1) notes.Error(at, $"'{item}' goes across a sentence end.", "Leave the full stop out.");
            else if (star > 0 && words.Word(words.Count - 1).Length < 3) notes.Error(at, $"'{item}' would match nearly anything.", "Put at least 3 letters before the *.");
            else if (!seen.Add(item)) notes.Error(at, $"'{item}' is there twice.", "Keep one.");
        }
    }
}
