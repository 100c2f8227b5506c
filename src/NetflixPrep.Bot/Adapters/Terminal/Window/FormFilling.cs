using System.Globalization;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Adapters.Terminal.Window;

/// <summary>A form on its way to being filled, one input after the other.</summary>
internal sealed record FormFilling(FormSheet Form, Seq<Pair> Answers)
{
    public bool IsDone => Answers.Count == Form.Inputs.Count;

    private InputSheet Current => Form.Inputs[Answers.Count];

    /// <summary>What to ask now, with numbered options and what Enter keeps.</summary>
    public IEnumerable<string> Question
    {
        get
        {
            var input = Current;
            yield return string.Create(CultureInfo.InvariantCulture, $"{Form.Title}, {Answers.Count + 1} of {Form.Inputs.Count}: {input.Label}{(input.Required ? "" : " (optional)")}");
            if (input.Hint is { } hint) yield return hint;
            for (var at = 0; at < input.Options.Count; at++)
            {
                var option = input.Options[at];
                yield return string.Create(CultureInfo.InvariantCulture, $"  {at + 1} [{option.Label}]{(option.Description is { } more ? " " + more : "")}");
            }
            if (input.Value is { Length: > 0 } value) yield return $"Enter keeps \"{MessageText.Short(value)}\".";
        }
    }

    /// <summary>The words before the cursor.</summary>
    public string Prompt => Current.Label.Length <= 30 ? Current.Label + "> " : Current.Label[..29] + "…> ";

    /// <summary>The form with this answer, or the same form and why the answer does not fit.</summary>
    public (FormFilling Next, string? Complaint) Answer(string text)
    {
        var input = Current;
        if (text.Trim().Length == 0) text = input.Value ?? "";
        // A number picks an option, unless an option is called that itself.
        if (input.Options.Count > 0 && input.Options.All(option => option.Label != text.Trim() && option.Value != text.Trim())
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= input.Options.Count)
        {
            text = input.Options[number - 1].Value;
        }
        var (value, complaint) = FormEntry.Value(input, text);
        return complaint is null ? (this with { Answers = Answers.Add(new(input.Name, value)) }, null) : (this, complaint + ".");
    }
}
