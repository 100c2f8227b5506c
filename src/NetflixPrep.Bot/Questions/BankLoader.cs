using NetflixPrep.Core;
using NetflixPrep.Core.Questions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using Mark = NetflixPrep.Core.Questions.Mark;

namespace NetflixPrep.Bot.Questions;

/// <summary>A bank that may have faults.</summary>
/// <param name="Findings">Everything that reading and lint found, by file and line.</param>
internal sealed record LoadedBank(QuestionBank Bank, Seq<BankFinding> Findings)
{
    internal bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);
}

/// <summary>Reads the YAML files of prompts/ to a bank and, unless told not to, lints it; all findings at once, nothing guessed.</summary>
internal static class BankLoader
{
    private const string Lexicon = "lexicon.yaml";

    private static readonly string[] Shared = ["ladders", "rubrics", "root-causes", "pitfalls", "loops", "topics"];

    /// <summary>The files as records, not linted: what is built in was linted before.</summary>
    internal static LoadedBank Read(IReadOnlyList<PromptFile> files) => Load(files, lint: false);

    internal static LoadedBank Load(IReadOnlyList<PromptFile> files) => Load(files, lint: true);

    /// <summary>What the questions of a group's folder may begin with.</summary>
    internal static bool IsPrefix(string prefix) => prefix.Length is >= 2 and <= 20 && prefix.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter));

    /// <summary>
    /// A bank with the questions of one more folder, in which only questions/ is read. Their slugs begin with the prefix and a hyphen,
    /// so that a later version of the bot never brings a question of the same id. Findings are those of the folder alone.
    /// </summary>
    internal static LoadedBank Add(BankContents to, string prefix, IReadOnlyList<PromptFile> files)
    {
        var notes = new YamlNotes();
        foreach (var term in to.Terms) notes.Terms[term.Id] = term;
        var questions = to.Questions.ToList();
        foreach (var file in files)
        {
            var before = notes.Findings.Count;
            if (Parse(file, notes) is not { } root) continue;
            if (file.Path.Split('/') is not ["questions", var round, var name])
            {
                root.Note($"'{file.Path}' is no question.", "Questions live in questions/<round>/<slug>.yaml; the other files come from the bot.");
                continue;
            }
            var question = QuestionYaml.Question(root.At($"questions[{questions.Count}]"));
            CheckPlace(root, file, question);
            if (!name.StartsWith(prefix + "-", StringComparison.Ordinal)) root.Note($"the name '{name}' does not begin with '{prefix}-'.", $"Call the file {round}/{prefix}-{name} and the question {round}.{prefix}-{Path.GetFileNameWithoutExtension(name)}.");
            if (notes.Findings.Count == before) questions.Add(question);
        }
        var contents = to with { Questions = questions.ToSeq() };
        return new(new(contents), InOrder([.. notes.Findings, .. BankLint.CheckAdded(contents, to.Questions.Count, new Marks(notes.Marks))]));
    }

    private static LoadedBank Load(IReadOnlyList<PromptFile> files, bool lint)
    {
        var notes = new YamlNotes();
        var contents = new BankContents();
        var questions = new List<Question>();
        var seen = new HashSet<string>();
        foreach (var file in files.OrderBy(file => file.Path != Lexicon))
        {
            var before = notes.Findings.Count;
            if (Parse(file, notes) is not { } root) continue;
            var (kind, path) = KindOf(file.Path);
            seen.Add(kind);
            if (kind == "question")
            {
                var question = QuestionYaml.Question(root.At($"questions[{questions.Count}]"));
                CheckPlace(root, file, question);
                if (notes.Findings.Count == before) questions.Add(question);
            }
            else if (path is null)
            {
                root.Note($"'{file.Path}' is no file of the bank.", "Questions live in questions/<round>/<slug>.yaml.");
            }
            else
            {
                contents = ReadShared(contents, kind, root.At(path));
                foreach (var term in kind == "lexicon" ? contents.Terms : []) notes.Terms[term.Id] = term;
            }
        }
        foreach (var missing in Shared.Where(name => !seen.Contains(name)))
        {
            notes.Findings.Add(new(Severity.Error, new($"{missing}.yaml", 1, 1), $"{missing}.yaml is missing.", "Every bank has it; copy it from the bot's own prompts/."));
        }
        contents = contents with { Questions = questions.ToSeq() };
        // A broken shared file would make every reference to it look broken too.
        var sharedIsWhole = !notes.Findings.Any(finding => Shared.Any(name => finding.At.File.EndsWith($"{name}.yaml", StringComparison.Ordinal)));
        var linted = lint && sharedIsWhole ? BankLint.Check(contents, new Marks(notes.Marks)) : [];
        return new(new(contents), InOrder([.. notes.Findings, .. linted]));
    }

    private static Seq<BankFinding> InOrder(Seq<BankFinding> findings) =>
        findings.OrderBy(finding => finding.At.File, StringComparer.Ordinal).ThenBy(finding => finding.At.Line).ThenBy(finding => finding.At.Column).ToSeq();

    private static (string Kind, string? Path) KindOf(string path) => path.Split('/') switch
    {
        ["questions", _, _] or ["sample", _] => ("question", null),
        ["ladders.yaml"] => ("ladders", "ladders"),
        ["rubrics.yaml"] => ("rubrics", "rubric"),
        ["root-causes.yaml"] => ("root-causes", "rootCauses"),
        ["pitfalls.yaml"] => ("pitfalls", "pitfalls"),
        ["loops.yaml"] => ("loops", "loops"),
        ["topics.yaml"] => ("topics", "topics"),
        [Lexicon] => ("lexicon", "terms"),
        _ => ("unknown", null),
    };

    private static BankContents ReadShared(BankContents contents, string kind, Yaml root) => kind switch
    {
        "ladders" => contents with { Ladders = root.Map("ladders").Many("ladders", item => SharedYaml.Ladder(Flat(item, "ladders"))) },
        "rubrics" => contents with { Rubric = root.Map("dimensions").Many("dimensions", item => SharedYaml.Dimension(Flat(item, "rubric"))) },
        "root-causes" => contents with { RootCauses = root.Map("root_causes").Many("root_causes", item => SharedYaml.RootCause(Flat(item, "rootCauses"))) },
        "pitfalls" => contents with { Pitfalls = root.Map("pitfalls").Many("pitfalls", item => SharedYaml.Pitfall(Flat(item, "pitfalls"))) },
        "lexicon" => contents with { Terms = root.Map("terms").Many("terms", item => SharedYaml.Term(Flat(item, "terms"))) },
        "loops" => contents with { Loops = root.Map("loops").Many("loops", item => SharedYaml.Loop(Flat(item, "loops"))) },
        _ => root.Map("topics", "skills") is var map
            ? contents with
            {
                Topics = map.Many("topics", item => SharedYaml.Topic(Flat(item, "topics"))),
                Skills = map.Many("skills", item => SharedYaml.Skill(Flat(item, "skills"))),
            }
            : contents,
    };

    /// <summary>"ladders.ladders[0]" is "ladders[0]" to everybody else.</summary>
    private static Yaml Flat(Yaml item, string list) => item.At(list + item.Path[item.Path.LastIndexOf('[')..]);

    private static void CheckPlace(Yaml root, PromptFile file, Question question)
    {
        var slug = Path.GetFileNameWithoutExtension(file.Path);
        var parts = file.Path.Split('/');
        var expected = parts[0] == "sample" ? $"sample.{slug}" : $"{parts[1]}.{slug}";
        if (question.Id.Length > 0 && question.Id != expected)
        {
            root.Note($"the id '{question.Id}' does not match the file.", $"Write 'id: {expected}', or move the file.");
        }
    }

    private static Yaml? Parse(PromptFile file, YamlNotes notes)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(file.Text));
            if (stream.Documents.Count == 1) return new(notes, file.Name, "", stream.Documents[0].RootNode);
            notes.Findings.Add(new(Severity.Error, new(file.Name, 1, 1), $"the file holds {stream.Documents.Count} documents.", "Write one, without '---' lines."));
        }
        catch (YamlException broken)
        {
            var mark = new Mark(file.Name, (int)broken.Start.Line, (int)broken.Start.Column);
            notes.Findings.Add(broken.Message.Contains("Duplicate key", StringComparison.OrdinalIgnoreCase)
                ? new(Severity.Error, mark, $"{broken.Message.TrimEnd('.')}.", "Keep one of them.")
                : new(Severity.Error, mark, $"this is not YAML: {broken.Message.TrimEnd('.')}.", "Look at the indent, and put text with ': ' or '#' in quotes."));
        }
        catch (InvalidOperationException)
        {
            // The parser gives up like this, without a place, when a bracket stays open.
            notes.Findings.Add(new(Severity.Error, LastGoodPlace(file), "this is not YAML: after this a bracket or quote stays open.", "Close it."));
        }
        return null;
    }

    private static Mark LastGoodPlace(PromptFile file)
    {
        var parser = new Parser(new StringReader(file.Text));
        var mark = new Mark(file.Name, 1, 1);
        try
        {
            while (parser.MoveNext())
            {
                if (parser.Current is { } seen) mark = new(file.Name, (int)seen.Start.Line, (int)seen.Start.Column);
            }
        }
        catch (InvalidOperationException)
        {
            return mark;
        }
        return mark;
    }
}
