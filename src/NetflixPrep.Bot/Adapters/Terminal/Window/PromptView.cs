namespace NetflixPrep.Bot.Adapters.Terminal.Window;

/// <summary>The prompt and the line being typed, broken into rows of the screen, with the cursor's row and column.</summary>
internal sealed record PromptView(IReadOnlyList<string> Rows, int CursorRow, int CursorColumn)
{
    /// <summary>Lays out at most <paramref name="maxRows"/> rows; the ones around the cursor are kept.</summary>
    public static PromptView Of(string prompt, string text, int cursor, int width, int maxRows)
    {
        width = Math.Max(width, 10);
        var rows = new List<string>();
        var row = new System.Text.StringBuilder();
        var column = 0;
        var (cursorRow, cursorColumn) = (0, 0);
        var whole = PlainText.Safe(prompt) + text;
        var cursorAt = whole.Length - text.Length + cursor;
        for (var at = 0; ;)
        {
            if (at == cursorAt) (cursorRow, cursorColumn) = (rows.Count, column);
            if (at >= whole.Length) break;
            if (whole[at] == '\n')
            {
                Break();
                at++;
                continue;
            }
            var length = char.IsHighSurrogate(whole[at]) && at + 1 < whole.Length ? 2 : 1;
            var piece = PlainText.Safe(whole.Substring(at, length)).Replace('\n', ' ');
            var columns = TextWidth.Of(piece);
            // The last column stays free, so that no terminal wraps by itself.
            if (column + columns > width - 1)
            {
                Break();
                if (at == cursorAt) (cursorRow, cursorColumn) = (rows.Count, 0);
            }
            row.Append(piece);
            column += columns;
            at += length;
        }
        rows.Add(row.ToString());

        var first = Math.Clamp(cursorRow - maxRows + 1, 0, Math.Max(0, rows.Count - maxRows));
        return new([.. rows.Skip(first).Take(maxRows)], cursorRow - first, cursorColumn);

        void Break()
        {
            rows.Add(row.ToString());
            row.Clear();
            column = 0;
        }
    }
}
