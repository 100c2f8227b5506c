using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Suggestions;

/// <summary>How one question does with the people it was asked.</summary>
/// <param name="Asked">In mocks, drills, questions of the day and meetings of two.</param>
/// <param name="Held">Finished mocks that asked it and can be read.</param>
/// <param name="Reviews">Reviews that were given of answers to it.</param>
/// <param name="Spread">Highest less lowest score of one dimension of one answer, where two or more people scored, on average; null without such.</param>
/// <param name="NeverFired">Follow-ups that none of these mocks asked, of the question as it is now.</param>
/// <param name="NeverFound">Signals that none of these answers mentioned, as the detectors are now.</param>
/// <param name="Overruled">What reviewers said otherwise than a detector: the signal, whether they say that it is mentioned, how often.</param>
internal sealed record QuestionHealth(
    string Id, int Asked, int Held, int Reviews, double? Spread, Seq<string> NeverFired, Seq<string> NeverFound, Seq<(string Signal, bool Mentioned, int Times)> Overruled, Seq<string> Reports);

/// <summary>Looks through what was asked, answered, reviewed and told, for every question of the bank as it is now.</summary>
internal sealed class BankHealth(StreamKind<Session, SessionInput, SessionEvent> kind, ScriptShelf shelf, Reads reads)
{
    /// <summary>Fewer answers say nothing about what never happens.</summary>
    public const int FewestHeld = 5;

    public IReadOnlyList<QuestionHealth> Of(QuestionBank bank)
    {
        var asked = Counts("""
            SELECT question_id AS Id, count(*) AS Times FROM (
                SELECT question_id FROM session_questions UNION ALL SELECT question_id FROM drills UNION ALL SELECT question_id FROM dailies WHERE question_id IS NOT NULL
                UNION ALL SELECT first_question FROM pairs UNION ALL SELECT second_question FROM pairs)
            GROUP BY question_id
            """);
        var reviews = Counts("""
            SELECT r.question_id AS Id, count(*) AS Times FROM reviews r JOIN review_seats s ON s.stream = r.stream WHERE s.state = 'given' AND s.hidden = 0 GROUP BY r.question_id
            """);
        var spreads = reads.Query<SpreadRow>("""
            SELECT Id, avg(Spread) AS Spread FROM (
                SELECT r.question_id AS Id, max(c.score) - min(c.score) AS Spread FROM reviews r JOIN review_scores c ON c.stream = r.stream
                JOIN review_seats s ON s.stream = c.stream AND s.person = c.person AND s.hidden = 0
                GROUP BY r.stream, c.dimension HAVING count(*) >= 2)
            GROUP BY Id
            """).ToDictionary(row => row.Id, row => row.Spread);
        // Kept as question:signal, because a round may hold several questions.
        var overrules = reads.Query<OverruleRow>("""
            SELECT substr(signal, 1, instr(signal, ':') - 1) AS Id, substr(signal, instr(signal, ':') + 1) AS Signal, mentioned AS Mentioned, count(*) AS Times FROM review_overrules
            GROUP BY signal, mentioned ORDER BY count(*) DESC, signal
            """).ToLookup(row => row.Id);
        var reports = reads.Query<ReportRow>("SELECT question_id AS Id, text AS Text FROM question_reports ORDER BY at DESC, stream").ToLookup(row => row.Id);
        var held = Held(bank);
        return
        [
            .. from question in bank.Questions
               let own = held.GetValueOrDefault(question.Id)
               let enough = own is { Sessions: >= FewestHeld }
               select new QuestionHealth(
                   question.Id,
                   asked.GetValueOrDefault(question.Id),
                   own?.Sessions ?? 0,
                   reviews.GetValueOrDefault(question.Id),
                   spreads.TryGetValue(question.Id, out var spread) ? spread : null,
                   enough ? [.. question.FollowUps.Select(follow => follow.Id).Where(id => !own!.Fired.Contains(id))] : [],
                   enough ? [.. question.Signals.Where(signal => signal.Detect is not null).Select(signal => signal.Id).Where(id => !own!.Found.Contains(id))] : [],
                   [.. overrules[question.Id].Select(row => (row.Signal, row.Mentioned != 0, (int)row.Times))],
                   [.. reports[question.Id].Select(row => row.Text)]),
        ];
    }

    /// <summary>What finished mocks asked and found, read with the detectors of today.</summary>
    private Dictionary<string, Seen> Held(QuestionBank bank)
    {
        var seen = new Dictionary<string, Seen>();
        foreach (var stream in reads.Query<string>("SELECT stream FROM sessions WHERE status = 'finished' AND asked = 1 ORDER BY started_at, stream").Select(StreamId.Parse))
        {
            if (kind.Fold(stream, reads.Events(stream)) is not Session.Finished { Sheet: var last }) continue;
            foreach (var (sheet, shelved) in last.All.Zip(shelf.Of(last.Setup)))
            {
                var id = shelved.Script.Question.Id;
                if (bank.Find(id) is null || sheet.Answer.Count == 0) continue;
                if (!seen.TryGetValue(id, out var own)) seen[id] = own = new();
                own.Sessions++;
                own.Fired.UnionWith(sheet.Probes.Select(probe => probe.FollowUp));
                own.Found.UnionWith(shelf.Get(shelf.HashOf(id)).Scripted.Reader.Read(sheet.Answer).Signals.Where(finding => finding.Mentioned).Select(finding => finding.Id));
            }
        }
        return seen;
    }

    private Dictionary<string, int> Counts(string sql) => reads.Query<CountRow>(sql).ToDictionary(row => row.Id, row => (int)row.Times);

    private sealed class Seen
    {
        public int Sessions { get; set; }

        public HashSet<string> Fired { get; } = [];

        public HashSet<string> Found { get; } = [];
    }

    // Filled by name: of an empty answer SQLite does not know the type of a count.
    private sealed record CountRow
    {
        public string Id { get; init; } = "";

        public long Times { get; init; }
    }

    private sealed record SpreadRow
    {
        public string Id { get; init; } = "";

        public double Spread { get; init; }
    }

    private sealed record OverruleRow
    {
        public string Id { get; init; } = "";

        public string Signal { get; init; } = "";

        public long Mentioned { get; init; }

        public long Times { get; init; }
    }

    private sealed record ReportRow(string Id, string Text);
}
