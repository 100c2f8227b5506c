using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Suggestions;

namespace NetflixPrep.Bot.Suggestions;

/// <summary>The stream kind of suggestions: the desk behind it, and the tables by which they are found.</summary>
internal static class SuggestionStream
{
    public static StreamKind<SuggestionBox, SuggestionInput, SuggestionEvent> Kind() => new()
    {
        Name = SuggestionBox.StreamName,
        Initial = SuggestionBox.New,
        Evolve = (box, fact) => box.Evolve(fact),
        Decide = SuggestionDesk.Decide,
        Write = SuggestionJson.Write,
        Read = SuggestionJson.Read,
        Project = (writer, stream, _, fact, box) => Project(writer, stream, fact, box),
    };

    public static SuggestionBox Suggestions(this Reads reads, StreamId stream) =>
        reads.Events(stream).Aggregate(SuggestionBox.New(stream), (box, fact) => box.Evolve(SuggestionJson.Read(new(fact.Type, fact.Data))));

    /// <summary>What people of this group told about a question, newest first; from direct messages what the same human told.</summary>
    public static Seq<string> ReportsOf(this Reads reads, string questionId, PersonId person, int most) =>
    [
        .. reads.Query<ReportRow>("""
            SELECT s.person AS Person, r.text AS Text FROM question_reports r JOIN suggestions s ON s.stream = r.stream WHERE r.question_id = @questionId ORDER BY r.at DESC, r.stream
            """, new { questionId })
            .Where(row => PersonId.Parse(row.Person) is var teller && (teller.Group == person.Group || teller.IsSameHuman(person))).Take(most).Select(row => row.Text),
    ];

    private static void Project(ProjectionWriter writer, StreamId stream, SuggestionEvent fact, SuggestionBox box)
    {
        var (person, key, at) = (PersonId.Parse(stream.Key), stream.ToString(), Times.Text(fact.At));
        writer.Execute("""
            INSERT INTO suggestions (stream, person, platform, "user", changed_at) VALUES (@key, @Person, @Platform, @User, @at)
            ON CONFLICT (stream) DO UPDATE SET changed_at = excluded.changed_at
            """, new { key, Person = person.ToString(), person.Platform, person.User, at });
        switch (fact)
        {
            case SuggestionEvent.Reported { Report: var report }:
                writer.Execute("INSERT INTO question_reports (stream, number, question_id, version, text, at) VALUES (@key, @Number, @QuestionId, @Version, @Text, @at)",
                    new { key, Number = (long)box.Reports.Count, report.QuestionId, Version = (long)report.Version, report.Text, at });
                break;
            case SuggestionEvent.Proposed { Proposal: var proposal }:
                writer.Execute("INSERT INTO question_proposals (stream, number, round, title, at) VALUES (@key, @Number, @Round, @Title, @at)",
                    new { key, Number = (long)box.Proposals.Count, proposal.Round, proposal.Title, at });
                break;
        }
    }

    private sealed record ReportRow(string Person, string Text);
}
