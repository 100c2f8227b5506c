using System.CommandLine;
using NetflixPrep.Benchmarks;
using NetflixPrep.Benchmarks.Discord;
using NetflixPrep.Benchmarks.Drills;
using NetflixPrep.Benchmarks.Reviews;
using NetflixPrep.Benchmarks.Slack;

var sessions = new Argument<int>("sessions") { Description = "How many sessions are open.", DefaultValueFactory = _ => 10_000 };
var open = new Option<int>("--sessions") { Description = "How many sessions are open.", DefaultValueFactory = _ => 1_000 };
var senders = new Option<int>("--senders") { Description = "How many people send at the same time, each as soon as the last answer is kept.", DefaultValueFactory = _ => 64 };
var turns = new Option<int>("--turns") { Description = "How many answers are sent.", DefaultValueFactory = _ => 20_000 };
var talking = new Option<int>("--sessions") { Description = "How many sessions are open.", DefaultValueFactory = _ => 200 };
var rate = new Option<int>("--rate") { Description = "How many messages a second people send, all together.", DefaultValueFactory = _ => 200 };
var seconds = new Option<int>("--seconds") { Description = "For how long.", DefaultValueFactory = _ => 10 };
var times = new Option<int>("--times") { Description = "How many starts of each kind.", DefaultValueFactory = _ => 9 };
var people = new Argument<int>("people") { Description = "How many people have a drill at that minute.", DefaultValueFactory = _ => 100_000 };
var slots = new Option<int>("--slots") { Description = "In how many zones.", DefaultValueFactory = _ => 400 };
var shares = new Argument<int>("shares") { Description = "How many answers were shared.", DefaultValueFactory = _ => 1_000_000 };
var folder = new Option<DirectoryInfo?>("--data") { Description = "Make the throw-away data below this folder, to measure its disk; the system's temporary folder otherwise.", Recursive = true };

var detectors = new Command("detectors", "How long reading an answer takes with all detectors of its question, and what it allocates (BenchmarkDotNet).");
detectors.SetAction(_ => ReadingBenchmarks.Run());

var load = new Command("load", "Durable turns a second and their latency with open sessions, beside the disk's own single commits; one JSON line.") { open, senders, turns };
load.SetAction((parsed, ct) => LoadTest.RunAsync(parsed.GetValue(folder), parsed.GetValue(open), parsed.GetValue(senders), parsed.GetValue(turns), ct));

var memory = new Command("sessions", "The memory of a process in which so many sessions are open; one JSON line.") { sessions };
memory.SetAction((parsed, ct) => SessionMemory.RunAsync(parsed.GetValue(folder), parsed.GetValue(sessions), ct));

var discord = new Command("discord", "The time from the gateway frame of a message to the request that answers it, on a fake Discord on loopback; then 5,000 frames at once; one JSON line.") { talking, rate, seconds };
discord.SetAction((parsed, ct) => DiscordTest.RunAsync(parsed.GetValue(folder), parsed.GetValue(talking), parsed.GetValue(rate), parsed.GetValue(seconds), ct));

var slack = new Command("slack", "The same on a fake Slack; then again while Slack refreshes one socket every two seconds; then 5,000 envelopes at once; one JSON line.") { talking, rate, seconds };
slack.SetAction((parsed, ct) => SlackTest.RunAsync(parsed.GetValue(folder), parsed.GetValue(talking), parsed.GetValue(rate), parsed.GetValue(seconds), ct));

var startup = new Command("startup", "The time from the start of the program until it is ready; one JSON line.") { times };
startup.SetAction((parsed, ct) => StartUp.RunAsync(parsed.GetValue(folder), parsed.GetValue(times), ct));

var drills = new Command("drills", "The minute at which drills are due for everybody at once: start-up, memory, the time until every due row is written; one JSON line.") { people, slots };
drills.SetAction((parsed, ct) => DrillHour.RunAsync(parsed.GetValue(folder), parsed.GetValue(people), parsed.GetValue(slots), ct));

var reviews = new Command("reviews", "What people wait for when very many answers were shared for review: the queue, balances, a result; one JSON line, then how the queue is searched.") { shares };
reviews.SetAction(parsed => ReviewReading.Run(parsed.GetValue(folder), parsed.GetValue(shares)));

var many = new Argument<int>("questions") { Description = "How many questions the built-in bank is brought to, by repeating them.", DefaultValueFactory = _ => 300 };
var prompts = new Option<string>("--prompts") { Description = "The folder that is linted.", DefaultValueFactory = _ => "prompts" };
var bank = new Command("bank", "What a bank of so many questions costs: reading it, the memory it stays in; and lint of a folder; one JSON line.") { many, prompts };
bank.SetAction(parsed => BankCost.Run(parsed.GetValue(many), parsed.GetRequiredValue(prompts)));

var root = new RootCommand("Measures the bot; docs/BENCHMARKS.md says what the numbers mean. Run it with -c Release.") { detectors, load, discord, slack, memory, startup, bank, drills, reviews };
root.Options.Add(folder);
return await root.Parse(args).InvokeAsync();
