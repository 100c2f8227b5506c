using System.CommandLine;
using NetflixPrep.Bot.Cli;

var run = RunVerb.Create();
var root = new RootCommand("The mock interviewer for the Netflix ML-engineer loop. Without a verb it runs in the terminal.")
{
    run,
    LintVerb.Create(),
    ReadVerb.Create(),
    DoctorVerb.Create(),
    ReplayVerb.Create(),
    ExportVerb.Create(),
    ImportVerb.Create(),
    BackupVerb.Create(),
    RestoreVerb.Create(),
    BankVerb.Create(),
    SlackManifestVerb.Create(),
};
root.Options.Add(Settings.Data);
root.SetAction((parsed, ct) => run.Parse(args).InvokeAsync(cancellationToken: ct));
return await root.Parse(args).InvokeAsync();
