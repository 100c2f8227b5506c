using System.Collections.Concurrent;
using System.Text;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Bot.Sessions;

/// <summary>A script with its compiled detectors.</summary>
internal sealed record Shelved(string Hash, InterviewScript Script, string Json)
{
    public Scripted Scripted { get; } = new(Script, QuestionReader.Compile(Script));

    /// <summary>For sessions of this one question.</summary>
    public Interviewer Interviewer => field ??= new([Scripted]);
}

/// <summary>Scripts by hash: those of the bank, and those that old sessions were held with, as the database keeps them.</summary>
internal sealed class ScriptShelf(LiveBank live, Database database)
{
    private readonly ConcurrentDictionary<string, Shelved> byHash = new();
    private readonly ConcurrentDictionary<(QuestionBank Bank, string Id), string> hashes = new();

    /// <summary>The hash of a question of the bank as it is now.</summary>
    public string HashOf(string questionId)
    {
        var bank = live.Now;
        if (hashes.TryGetValue((bank, questionId), out var known)) return known;
        var script = bank.Script(questionId);
        var json = ScriptJson.Write(script);
        var hash = ScriptJson.Hash(json);
        byHash.TryAdd(hash, new(hash, script, Encoding.UTF8.GetString(json)));
        // What an earlier bank said is of no more use.
        foreach (var old in hashes.Keys.Where(key => key.Bank != bank)) hashes.TryRemove(old, out _);
        return hashes[(bank, questionId)] = hash;
    }

    /// <exception cref="KeyNotFoundException">Neither the bank nor the database has it.</exception>
    public Shelved Get(string hash) => byHash.GetOrAdd(hash, Load);

    /// <summary>The same, looking first through the bank: after a restart the shelf is empty.</summary>
    public Shelved Get(string hash, string questionId)
    {
        if (byHash.TryGetValue(hash, out var known)) return known;
        return live.Now.Find(questionId) is not null && HashOf(questionId) == hash ? byHash[hash] : Get(hash);
    }

    /// <summary>All questions of a session, in order.</summary>
    public Seq<Shelved> Of(Setup setup) => setup.Plan is { } plan
        ? [.. plan.Select(planned => Get(planned.ScriptHash, planned.QuestionId))]
        : [Get(setup.ScriptHash, setup.QuestionId)];

    public Seq<Scripted> Scripted(Setup setup) => [.. Of(setup).Select(shelved => shelved.Scripted)];

    public Interviewer Interviewer(Setup setup) => setup.Plan is null ? Get(setup.ScriptHash, setup.QuestionId).Interviewer : new(Scripted(setup));

    /// <summary>Keeps the words of a question as they were asked.</summary>
    public static void Keep(ProjectionWriter writer, Shelved shelved) =>
        writer.Execute("INSERT OR IGNORE INTO questions (hash, question_id, version, data) VALUES (@Hash, @Id, @Version, @Json)",
            new { shelved.Hash, shelved.Script.Question.Id, Version = (long)shelved.Script.Question.Version, shelved.Json });

    private Shelved Load(string hash)
    {
        using var connection = database.OpenReader();
        var json = new Reads(connection).First<string>("SELECT data FROM questions WHERE hash = @hash", new { hash })
            ?? throw new KeyNotFoundException($"The text of question {hash[..8]} is not in the database.");
        return new(hash, ScriptJson.Read(Encoding.UTF8.GetBytes(json)), json);
    }
}
