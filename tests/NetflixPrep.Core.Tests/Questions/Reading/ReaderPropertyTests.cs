using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Tests.Questions.Reading;

public sealed class ReaderPropertyTests
{
    private static readonly QuestionReader Reader = QuestionReader.Compile(B.Script(B.Question(signals:
    [
        B.Signal("any", new() { Any = ["a*", "baseline", "no history", "1 %", "feature store"], Not = ["veto"] }),
        B.Signal("all", new() { All = [["goal"], ["metric*", "p99"]] }),
        B.Signal("near", new() { Near = [new(["label*"], ["late", "delay*"], 5)] }),
        B.Signal("count", new() { Count = new(["shadow", "canary", "ramp*"], 2) }),
        B.Signal("number", new() { Number = new(["ms", "%"], 1, 900, ["p99", "ramp*"]) }),
        B.Signal("first", new() { First = new("all", "near") }),
    ]) with
    { Numbers = [new("n", "n", ["number"], null, null), new("t", "t", ["ms", "row*"], 0, 10)] }));

    private static readonly string[] Pieces =
    [
        "baseline", "no", "not", "history", "goal", "metric", "p99", "label", "late", "shadow", "canary", "ramp", "150ms", "0.8 %", "10k", "1,000,000",
        " ", " ", " ", "\n", "\n\n", ". ", ", ", "; ", "—", "`", "```", "> ", "~~~", "'", "’", "*", "-", "/", "(", "\u200B", "\u0301", "\u202E", "🚀", "\uD83D",
        "\uDE00", "ﬁ", "ｐ９９", "ﷺ", "مرحبا", "日本語。", "\uFFFF", "\0", "\r\n", "e5", "1e400", "$", "feature", "store", "veto", "İ", "aaaa",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements(Pieces).ArrayOf().Select(string.Concat),
        ArbMap.Default.GeneratorFor<string>().Where(text => text is not null),
        ArbMap.Default.GeneratorFor<UnicodeString>().Where(text => text is not null).Select(text => text.Get ?? ""));

    [Fact]
    public void Reading_never_throws_and_quotes_to_the_letter() =>
        Prop.ForAll(Texts.Two().ToArbitrary(), pair => Holds([pair.Item1, pair.Item2])).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(60));

    [Theory]
    [InlineData("baseline ")]
    [InlineData("label late ")]
    [InlineData("a")]
    [InlineData("`")]
    [InlineData("```\n")]
    [InlineData("> \n")]
    [InlineData("9")]
    [InlineData("1,000")]
    [InlineData("not a p99 of 150ms, ")]
    [InlineData("e\u0301\u0301\u0301")]
    [InlineData("feature-")]
    [InlineData("日")]
    public void A_text_of_a_million_characters_is_read_in_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();

        Reader.Read([new("1", text, 0)]);

        // Quadratic time would take minutes; a busy machine gets a wide margin.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"It took {watch.Elapsed}.");
    }

    private static bool Holds(string[] texts)
    {
        var reading = Reader.Read(texts.Select((text, i) => new Said($"m{i}", text, i)).ToSeq());
        Reader.FactsAskedIn(texts[0]);
        return reading.Signals.SelectMany(finding => finding.Hits.Concat(finding.Negated)).Concat(reading.Numbers.Select(number => number.Hit)).All(hit =>
            hit.Start >= 0 && hit.Length > 0 && hit.Start + hit.Length <= texts[hit.Message].Length
            && texts[hit.Message].Substring(hit.Start, hit.Length) == hit.Words
            && hit.Quote.Contains(hit.Words, StringComparison.Ordinal)
            && (hit.Quote.Length <= 90 || hit.Quote == hit.Words)
            && texts[hit.Message].Contains(hit.Quote, StringComparison.Ordinal));
    }
}
