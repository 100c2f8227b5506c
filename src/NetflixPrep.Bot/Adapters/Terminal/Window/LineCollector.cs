namespace NetflixPrep.Bot.Adapters.Terminal.Window;

/// <summary>Fences of code in what is being typed.</summary>
internal static class Fence
{
    public static bool IsOpen(string text) =>
        text.Split('\n').Count(line => line.TrimStart().StartsWith("```", StringComparison.Ordinal)) % 2 == 1;
}

/// <summary>Makes messages out of lines where there is no editor: a ``` fence, or what stands between <c>/paste</c> and <c>/end</c>, is one message.</summary>
internal sealed class LineCollector
{
    private readonly List<string> lines = [];
    private bool pasting;

    /// <summary>The message that this line completes, or null.</summary>
    public string? Feed(string line)
    {
        if (!pasting && lines.Count == 0 && line.Trim() == "/paste")
        {
            pasting = true;
            return null;
        }
        if (pasting && line.Trim() == "/end") return Finish();
        lines.Add(line);
        return pasting || Fence.IsOpen(string.Join('\n', lines)) ? null : Finish();
    }

    /// <summary>What was collected so far, at the end of the input.</summary>
    public string? Finish()
    {
        var text = lines.Count == 0 ? null : string.Join('\n', lines);
        lines.Clear();
        pasting = false;
        return text;
    }
}
