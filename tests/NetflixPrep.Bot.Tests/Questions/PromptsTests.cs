using System.Text.Json.Nodes;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Bot.Tests.JsonSchema;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Bot.Tests.Questions;

/// <summary>Claims about the bank that ships.</summary>
public sealed class PromptsTests
{
    private static readonly string Schemas = Path.Combine(Root(), "prompts", "schema");

    public static TheoryData<string> Files => new(RepoPrompts.Files.Select(file => file.Path));

    [Fact]
    public void The_bank_that_ships_has_no_errors() =>
        Assert.DoesNotContain(BankLoader.Load(RepoPrompts.Files).Findings, finding => finding.Severity == Severity.Error);

    [Fact]
    public void The_bank_that_is_built_in_is_that_of_the_folder() => Assert.Equal(BankLoader.Read(RepoPrompts.Files).Bank.Contents, BuiltInBank.Load().Contents);

    [Fact]
    public void The_coverage_in_the_README_is_that_of_the_bank()
    {
        var readme = File.ReadAllText(Path.Combine(Root(), "prompts", "README.md")).ReplaceLineEndings("\n");

        Assert.EndsWith("`lint --coverage` prints this.\n\n" + Coverage.Table(BuiltInBank.Load().Contents), readme, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_fits_its_schema(string path)
    {
        var file = RepoPrompts.Files.Single(built => built.Path == path);
        var name = path.Contains('/') ? "question" : Path.GetFileNameWithoutExtension(path);

        var findings = new SchemaValidator(Schema($"{name}.schema.json"), Schema).Validate(YamlAsJson.Parse(file.Text));

        Assert.Empty(findings);
    }

    [Fact]
    public void The_schema_refuses_what_the_loader_refuses()
    {
        var json = YamlAsJson.Parse(RepoPrompts.Files.Single(file => file.Path == "sample/three-minutes.yaml").Text)!.AsObject();
        json["difficulty"] = "heavy";
        json["sugnals"] = new JsonArray();
        json["hints"]!.AsArray().RemoveAt(0);

        Assert.Equal(3, new SchemaValidator(Schema("question.schema.json"), Schema).Validate(json).Count);
    }

    [Fact]
    public void The_sample_is_there() => Assert.Equal(3, BuiltInBank.Load().Find("sample.three-minutes")?.Minutes.Total);

    [Fact]
    public void A_script_comes_back_from_its_bytes_and_keeps_its_hash()
    {
        var bank = BuiltInBank.Load();

        Assert.All(bank.Questions, question =>
        {
            var script = bank.Script(question.Id);
            var bytes = ScriptJson.Write(script);
            var again = ScriptJson.Read(bytes);
            Assert.Equal(script, again);
            Assert.Equal(bytes, ScriptJson.Write(again));
            Assert.Matches("^[0-9a-f]{64}$", ScriptJson.Hash(script));
            Assert.Equal(ScriptJson.Hash(bytes), ScriptJson.Hash(again));
        });
    }

    [Fact]
    public void A_strong_sample_says_more_than_a_fair_one_and_that_more_than_a_weak_one()
    {
        var bank = BuiltInBank.Load();

        Assert.All(bank.Questions, question =>
        {
            var reader = QuestionReader.Compile(bank.Script(question.Id));
            var mentioned = question.Samples.OrderBy(sample => sample.Kind)
                .Select(sample => reader.Read([new("1", sample.Text, 0)]).Signals.Count(finding => finding.Mentioned)).ToList();
            Assert.Equal(mentioned.Order(), mentioned);
            Assert.Equal(3, mentioned.Distinct().Count());
        });
    }

    private static JsonNode Schema(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Schemas, name)))!;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NetflixPrep.Bot.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
