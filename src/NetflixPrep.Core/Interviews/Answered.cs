using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Interviews;

/// <summary>A question ready to be asked: what it says and its compiled detectors.</summary>
public sealed record Scripted(InterviewScript Script, QuestionReader Reader);

/// <summary>One question of a round with what was said to it and what was read in that.</summary>
public sealed record Answered(InterviewScript Script, Sheet Sheet, Reading Reading)
{
    /// <summary>Every question that was asked so far, in order.</summary>
    public static Seq<Answered> Of(Sheet sheet, Seq<Scripted> questions) =>
        [.. sheet.All.Select(each => new Answered(questions[each.Number].Script, each, questions[each.Number].Reader.Read(each.Answer)))];
}
