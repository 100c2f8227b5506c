using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Drills;

namespace NetflixPrep.Benchmarks.Drills;

/// <summary>
/// So many people whose drill is due at the same minute, spread over slots in as many zones: start-up, memory, the time until every due row is written,
/// and what an interactive command waits meanwhile. The worst minute there is: in life they would be spread over the day.
/// </summary>
internal static class DrillHour
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(DirectoryInfo? data, int people, int slots, CancellationToken ct)
    {
        using var folder = new ThrowawayFolder(data);
        // The next full minute that leaves time to start.
        var now = DateTimeOffset.UtcNow;
        var due = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, now.Minute, 0, TimeSpan.Zero).AddMinutes(1);
        if (due - now < TimeSpan.FromSeconds(30) + TimeSpan.FromMilliseconds(people / 4)) due = due.AddMinutes(1);
        Fill(Path.Combine(folder.Path, "bot.db"), people, slots, due);

        // The filling is not the bot's.
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var before = Process.GetCurrentProcess().WorkingSet64;
        var watch = Stopwatch.StartNew();
        await using var bot = await RunningBot.StartAsync(folder.Path, ct);
        var started = watch.Elapsed;
        using var reader = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "bot.db")};Pooling=False;Mode=ReadOnly");
        reader.Open();
        if (DateTimeOffset.UtcNow >= due) throw new InvalidOperationException("Filling took longer than foreseen; the minute has passed.");
        while (DateTimeOffset.UtcNow < due) await Task.Delay(due - DateTimeOffset.UtcNow, ct);

        var waits = new List<double>();
        var (first, last) = ((TimeSpan?)null, TimeSpan.Zero);
        for (long rows = 0; rows < people && last < Patience;)
        {
            var asked = Stopwatch.StartNew();
            await bot.StatusAsync(ct);
            waits.Add(asked.Elapsed.TotalMilliseconds);
            rows = Count(reader, "SELECT count(*) FROM drill_dues");
            last = DateTimeOffset.UtcNow - due;
            if (rows > 0) first ??= last;
        }
        var written = Count(reader, "SELECT count(*) FROM drill_dues");
        await Task.Delay(TimeSpan.FromSeconds(20), ct);
        waits.Sort();
        JsonLine.Print(new
        {
            People = people,
            Slots = slots,
            StartMilliseconds = Math.Round(started.TotalMilliseconds),
            FirstRowsSeconds = Math.Round(first?.TotalSeconds ?? -1, 2),
            AllRowsSeconds = Math.Round(last.TotalSeconds, 2),
            RowsWritten = written,
            SentAfterTwentySeconds = Count(reader, "SELECT count(*) FROM drill_dues WHERE state = 'sent'"),
            DrillsTwice = Count(reader, "SELECT count(*) FROM (SELECT 1 FROM drills GROUP BY person, date HAVING count(*) > 1)"),
            CommandMeanwhileMilliseconds = new { Median = Math.Round(waits[waits.Count / 2], 1), Max = Math.Round(waits[^1], 1), Of = waits.Count },
            WorkingSetBeforeMegabytes = ProcessUse.Megabytes(before),
            WorkingSetAfterMegabytes = ProcessUse.Megabytes(Process.GetCurrentProcess().WorkingSet64),
            ManagedHeapMegabytes = ProcessUse.Megabytes(GC.GetTotalMemory(forceFullCollection: true)),
        });
        return written == people ? 0 : 1;
    }

    /// <summary>As if everybody had typed /drill on a month ago for today: facts, rows and the timers of the slots. Half of them have had a direct message.</summary>
    private static void Fill(string path, int people, int slots, DateTimeOffset due)
    {
        using var database = Database.Open(new() { Path = path });
        using var transaction = database.Writer.BeginTransaction();
        var at = Times.Text(due.AddDays(-30));
        Run("INSERT INTO inbound (platform, delivery_id, person, place, at, received_at, kind, data, status, answered) VALUES ('silent', 'filled', 'silent::filler', 'silent:lobby', $at, $at, 'text', '{}', 'done', 0)", ("$at", at));
        var zones = Zones.All.Where(zone => ZonedDays.At(ZonedDays.DateOf(due, zone), ZonedDays.TimeOf(due, zone), zone) == due).Take(slots).ToList();
        if (zones.Count < slots) throw new InvalidOperationException($"Only {zones.Count} zones.");
        foreach (var zone in zones)
            Run("INSERT INTO timers (stream, timer, due_at, arguments, set_by) VALUES ($stream, $timer, $due, '[]', 1)",
                ("$stream", new Slot(zone, ZonedDays.TimeOf(due, zone)).Stream.ToString()), ("$timer", SlotDesk.StrikeTimer), ("$due", Times.Text(due)));
        using var subscribe = Prepared("INSERT INTO subscriptions (stream, person, platform, \"user\", slot, days, first_on, state, changed_at) VALUES ($stream, $person, 'silent', $user, $slot, 127, $first, 'on', $at)", "$stream", "$person", "$user", "$slot", "$first", "$at");
        using var fact = Prepared("INSERT INTO events (stream, version, type, data, at, inbound_id) VALUES ($stream, 1, $type, $data, $at, 1)", "$stream", "$type", "$data", "$at");
        using var direct = Prepared("INSERT INTO direct_places (person, place) VALUES ($person, $place)", "$person", "$place");
        for (var number = 0; number < people; number++)
        {
            var zone = zones[number % slots];
            var person = new PersonId("silent", "group", $"u{number.ToString(CultureInfo.InvariantCulture)}");
            var wanted = new Subscription { Person = person, AskedIn = new("silent", "lobby"), Time = ZonedDays.TimeOf(due, zone), Zone = zone, Days = DrillDays.Daily, FirstOn = ZonedDays.DateOf(due, zone) };
            var stream = Practice.StreamOf(person).ToString();
            Do(subscribe, stream, person.ToString(), person.User, wanted.Slot.ToString(), DrillWording.Iso(wanted.FirstOn), at);
            var stored = DrillJson.Write(new PracticeEvent.Subscribed(due.AddDays(-30), wanted));
            Do(fact, stream, stored.Kind, stored.Data, at);
            if (number % 2 == 0) Do(direct, person.ToString(), $"silent:dm-{person.User}");
        }
        transaction.Commit();

        void Run(string sql, params (string Name, string Value)[] values)
        {
            using var command = database.Writer.CreateCommand();
            (command.CommandText, command.Transaction) = (sql, transaction);
            foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
            command.ExecuteNonQuery();
        }

        SqliteCommand Prepared(string sql, params string[] names)
        {
            var command = database.Writer.CreateCommand();
            (command.CommandText, command.Transaction) = (sql, transaction);
            foreach (var name in names) command.Parameters.Add(new SqliteParameter(name, SqliteType.Text));
            return command;
        }

        static void Do(SqliteCommand command, params string[] values)
        {
            for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
            command.ExecuteNonQuery();
        }
    }

    private static long Count(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
