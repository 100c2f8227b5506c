using NetflixPrep.Bot.Questions;
using NetflixPrep.Core.Questions;

// BankBuilder PROMPTS FILE: the folder of prompts as the one file that is built into the bot. Stops the build when a file cannot be read.
var loaded = BankLoader.Read(PromptFiles.Folder(args[0]));
foreach (var finding in loaded.Findings) Console.Error.WriteLine($"{finding.At.File}({finding.At.Line},{finding.At.Column}): error BANK: {finding.Message} {finding.Mend}");
if (loaded.HasErrors) return 1;
File.WriteAllBytes(args[1], BankJson.Write(loaded.Bank.Contents));
return 0;
