namespace NetflixPrep.Core.Questions.Reading;

/// <summary>Counts words as people count them: runs of letters and digits between white space.</summary>
public static class Words
{
    public static int Count(string text)
    {
        var count = 0;
        var inside = false;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter)) inside = false;
            else if (!inside && char.IsLetterOrDigit(letter))
            {
                inside = true;
                count++;
            }
        }
        return count;
    }
}
