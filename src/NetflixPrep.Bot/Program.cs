using System.CommandLine;
using NetflixPrep.Bot.Cli;

return await new RootCommand("The mock interviewer for the Netflix ML-engineer loop.")
{
    LintVerb.Create(),
    ReadVerb.Create(),
}.Parse(args).InvokeAsync();
