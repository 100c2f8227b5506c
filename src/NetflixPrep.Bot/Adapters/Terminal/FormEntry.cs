namespace NetflixPrep.Bot.Adapters.Terminal;

/// <summary>Holds what was typed into a form against its inputs, as a platform does before it sends it.</summary>
internal static class FormEntry
{
    /// <summary>Every input with its value, or the reason why the form cannot be sent.</summary>
    public static (IReadOnlyList<Pair> Fields, string? Complaint) Read(FormSheet form, IReadOnlyList<Pair> typed)
    {
        var unknown = typed.FirstOrDefault(pair => form.Inputs.All(input => !Names(input, pair.Name)));
        if (unknown is not null) return ([], $"the form \"{form.Title}\" has no field {unknown.Name}; it has {string.Join(", ", form.Inputs.Select(input => input.Name))}");
        var fields = new List<Pair>();
        foreach (var input in form.Inputs)
        {
            var text = typed.LastOrDefault(pair => Names(input, pair.Name))?.Value ?? input.Value ?? "";
            var (value, complaint) = Value(input, text);
            if (complaint is not null) return ([], complaint);
            fields.Add(new(input.Name, value));
        }
        return (fields, null);
    }

    /// <summary>The value that an input takes for this text, or why it does not.</summary>
    public static (string Value, string? Complaint) Value(InputSheet input, string text)
    {
        text = text.Trim();
        if (text.Length == 0) return ("", input.Required ? $"{input.Label} is required" : null);
        if (input.Options.Count == 0)
        {
            return text.Length <= input.MaxLength ? (text, null) : ("", $"{input.Label} holds at most {input.MaxLength} characters, these are {text.Length}");
        }
        var chosen = input.Options.FirstOrDefault(option => Same(option.Value, text)) ?? input.Options.FirstOrDefault(option => Same(option.Label, text));
        return chosen is not null ? (chosen.Value, null) : ("", $"{input.Label} is one of {string.Join(", ", input.Options.Select(option => option.Label))}");
    }

    private static bool Names(InputSheet input, string name) => Same(input.Name, name) || Same(input.Label, name);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
