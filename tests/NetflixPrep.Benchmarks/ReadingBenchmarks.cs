using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using NetflixPrep.Core;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Benchmarks;

/// <summary>One read of a whole answer with all signals, pitfalls and number slots of the homepage question.</summary>
[MemoryDiagnoser, MinColumn, MedianColumn]
public class ReadingBenchmarks
{
    private QuestionReader reader = null!;
    private Seq<Said> answer = [];

    /// <summary>300-words, or the kind of one of the question's own sample answers.</summary>
    [Params("300-words", "weak", "fair", "strong")]
    public string Answer { get; set; } = "";

    public static int Run()
    {
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(8).WithIterationCount(15);
        // The artifacts would stand in the repository otherwise.
        var config = DefaultConfig.Instance.AddJob(job).WithArtifactsPath(Path.Combine(Path.GetTempPath(), "netflixprep-benchmarks"));
        return BenchmarkRunner.Run<ReadingBenchmarks>(config).HasCriticalValidationErrors ? 1 : 0;
    }

    [GlobalSetup]
    public void Prepare()
    {
        reader = QuestionReader.Compile(Answers.Bank.Script(Answers.QuestionId));
        var text = Answer == "300-words" ? Answers.OfWords(300) : Answers.Sample(Enum.Parse<SampleKind>(Answer, ignoreCase: true));
        answer = [new Said("m1", text, 3)];
    }

    [Benchmark]
    public Reading Read() => reader.Read(answer);
}
