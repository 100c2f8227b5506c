using System.Globalization;
using NetflixPrep.Core;
using NetflixPrep.Core.Questions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NetflixPrep.Bot.Questions;

/// <summary>What reading the files came to: findings, and where every node stands.</summary>
internal sealed class YamlNotes
{
    internal List<BankFinding> Findings { get; } = [];

    internal Dictionary<string, NetflixPrep.Core.Questions.Mark> Marks { get; } = [];

    /// <summary>The lexicon by term, read before the first detector.</summary>
    internal Dictionary<string, Term> Terms { get; } = [];
}

/// <summary>A node with its path and file. Every reader notes a finding for what it cannot take and goes on with a stand-in.</summary>
internal sealed class Yaml(YamlNotes notes, string file, string path, YamlNode node)
{
    internal YamlNode Node => node;

    internal string Path => path;

    internal string File => file;

    internal void Note(string message, string mend) => NoteAt(node, message, mend);

    internal void NoteAt(YamlNode at, string message, string mend) =>
        notes.Findings.Add(new(Severity.Error, MarkOf(at), message, mend));

    internal void Remember() => notes.Marks[path] = MarkOf(node);

    internal Yaml Child(string step, YamlNode child)
    {
        var yaml = new Yaml(notes, file, path.Length == 0 ? step : step[0] == '[' ? path + step : $"{path}.{step}", child);
        yaml.Remember();
        return yaml;
    }

    /// <summary>The same node under another path: files become items of one list.</summary>
    internal Yaml At(string other)
    {
        var yaml = new Yaml(notes, file, other, node);
        yaml.Remember();
        return yaml;
    }

    internal string Text()
    {
        if (node is YamlScalarNode { Value: { } value } && !IsNull()) return value.TrimEnd('\n');
        Note("text is expected here.", "Write words, in quotes if they start with a sign.");
        return "";
    }

    internal int Number()
    {
        if (IsPlain(out var value) && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        Note("a whole number is expected here.", "Write digits without quotes.");
        return 0;
    }

    internal double Decimal()
    {
        if (IsPlain(out var value) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        Note("a number is expected here.", "Write digits without quotes, with a point for decimals.");
        return 0;
    }

    internal bool Flag()
    {
        if (IsPlain(out var value) && value is "true" or "false") return value == "true";
        Note("yes or no is expected here.", "Write true or false.");
        return false;
    }

    internal T OneOf<T>(params ReadOnlySpan<(string Name, T Value)> choices)
    {
        var value = node is YamlScalarNode scalar ? scalar.Value ?? "" : "";
        var names = new List<string>();
        foreach (var (name, result) in choices)
        {
            if (name == value) return result;
            names.Add(name);
        }
        Note($"'{value}' is not one of: {string.Join(", ", names)}.", Spelling.Mend(value, names));
        return choices[0].Value;
    }

    internal Seq<T> Many<T>(Func<Yaml, T> read)
    {
        if (node is YamlSequenceNode list) return list.Children.Select((item, i) => read(Child($"[{i}]", item))).ToSeq();
        Note("a list is expected here.", "Put each item on its own line after '- ', or all in [ ].");
        return [];
    }

    internal Seq<string> Texts() => Many(item => item.Text());

    /// <summary>The words of a term of the lexicon.</summary>
    internal Seq<string> Term(string id)
    {
        if (notes.Terms.TryGetValue(id, out var term)) return term.Items;
        Note($"the lexicon has no term '{id}'.", Spelling.Mend(id, notes.Terms.Keys));
        return [];
    }

    /// <summary>The items of this list are now these nodes, in this order.</summary>
    internal void Renumber(IReadOnlyList<Yaml> items)
    {
        for (var i = 0; i < items.Count; i++) notes.Marks[$"{path}[{i}]"] = MarkOf(items[i].Node);
    }

    internal YamlMap Map(params string[] keys) => new(this, keys);

    private bool IsNull() => node is YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "~" or "null" };

    private bool IsPlain(out string value)
    {
        value = node is YamlScalarNode { Style: ScalarStyle.Plain, Value: { } plain } ? plain : "";
        return value.Length > 0;
    }

    private NetflixPrep.Core.Questions.Mark MarkOf(YamlNode at) => new(file, (int)at.Start.Line, (int)at.Start.Column);
}

/// <summary>A mapping with known keys: unknown and missing ones are noted.</summary>
internal sealed class YamlMap
{
    private readonly Yaml yaml;
    private readonly Dictionary<string, Yaml> values = [];

    internal YamlMap(Yaml yaml, string[] keys)
    {
        this.yaml = yaml;
        if (yaml.Node is not YamlMappingNode map)
        {
            yaml.Note("keys with values are expected here.", $"Known keys: {string.Join(", ", keys)}.");
            IsMap = false;
            return;
        }
        IsMap = true;
        foreach (var (key, value) in map.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (keys.Contains(name)) values[name] = yaml.Child(name, value);
            else yaml.NoteAt(key, $"'{name}' is not a key here.", Spelling.Mend(name, keys));
        }
    }

    private bool IsMap { get; }

    internal bool Has(string key) => values.ContainsKey(key);

    internal T Get<T>(string key, Func<Yaml, T> read, T standIn)
    {
        if (values.TryGetValue(key, out var value)) return read(value);
        if (IsMap) yaml.Note($"'{key}' is missing.", $"Add '{key}:'.");
        return standIn;
    }

    internal T Maybe<T>(string key, Func<Yaml, T> read, T otherwise) => values.TryGetValue(key, out var value) ? read(value) : otherwise;

    internal T? Maybe<T>(string key, Func<Yaml, T> read) => values.TryGetValue(key, out var value) ? read(value) : default;

    internal string Text(string key) => Get(key, value => value.Text(), "");

    internal int Number(string key) => Get(key, value => value.Number(), 0);

    internal Seq<string> Texts(string key) => Get(key, value => value.Texts(), []);

    internal Seq<string> MaybeTexts(string key) => Maybe(key, value => value.Texts(), []);

    internal Seq<T> Many<T>(string key, Func<Yaml, T> read) => Get(key, value => value.Many(read), []);

    internal Seq<T> MaybeMany<T>(string key, Func<Yaml, T> read) => Maybe(key, value => value.Many(read), []);

    internal int? MaybeNumber(string key) => Has(key) ? values[key].Number() : null;

    internal double? MaybeDecimal(string key) => Has(key) ? values[key].Decimal() : null;
}
