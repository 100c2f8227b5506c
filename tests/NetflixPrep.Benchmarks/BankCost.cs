using System.Diagnostics;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Core;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Benchmarks;

/// <summary>What a bank of a given size costs: reading what is built in, the memory it stays in, and lint of the whole folder.</summary>
internal static class BankCost
{
    private const int Times = 5;

    public static int Run(int questions, string prompts)
    {
        var built = BuiltInBank.Load().Contents;
        // Repeated under other ids until there are enough.
        Seq<Question> many = [.. Enumerable.Range(0, questions).Select(i => i < built.Questions.Count ? built.Questions[i] : built.Questions[i % built.Questions.Count] with { Id = $"{built.Questions[i % built.Questions.Count].Id}-{i}" })];
        var json = BankJson.Write(built with { Questions = many });
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var taken = new double[Times];
        QuestionBank? bank = null;
        for (var run = 0; run < Times; run++)
        {
            var watch = Stopwatch.StartNew();
            bank = new(BankJson.Read(json));
            taken[run] = watch.Elapsed.TotalMilliseconds;
        }
        var live = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(bank);
        var linting = new double[Times];
        var count = 0;
        for (var run = 0; run < Times; run++)
        {
            var watch = Stopwatch.StartNew();
            count = BankLoader.Load(PromptFiles.Folder(prompts)).Bank.Questions.Count;
            linting[run] = watch.Elapsed.TotalMilliseconds;
        }
        JsonLine.Print(new
        {
            Questions = questions,
            BuiltInMegabytes = Math.Round(json.Length / 1e6, 1),
            ReadMilliseconds = new { First = Math.Round(taken[0]), Least = Math.Round(taken.Min()) },
            LiveMegabytes = Math.Round(live / 1e6, 1),
            LintedQuestions = count,
            LintMilliseconds = new { First = Math.Round(linting[0]), Least = Math.Round(linting.Min()) },
        });
        return 0;
    }
}
