using System.Diagnostics;

namespace NetflixPrep.Bot.Tests.Processes;

/// <summary>How a run of the built program ended.</summary>
internal sealed record Ran(int ExitCode, string Output, string Errors);

/// <summary>Runs the program as people do: the one that was built beside the tests.</summary>
internal static class BotProcess
{
    // The program's own folder: the copy beside the tests lacks what the web framework brings along here.
    private static readonly string Program = Path.Combine(
        Tidy.Tree.Root, "src/NetflixPrep.Bot/bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0/NetflixPrep.Bot.dll");

    public static Process Start(string data, params string[] arguments) => Start(data, new Dictionary<string, string>(), arguments);

    public static Process Start(string data, Dictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = data,
        };
        foreach (var argument in (string[])[Program, .. arguments, "--data", data]) start.ArgumentList.Add(argument);
        start.Environment["Questions__Folder"] = Golden.SmallBank.Folder;
        start.Environment["Storage__Synchronous"] = "NORMAL";
        start.Environment["NO_COLOR"] = "1";
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static async Task<Ran> RunAsync(string data, string input, CancellationToken ct, params string[] arguments)
    {
        using var process = Start(data, arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(ct);
        return new(process.ExitCode, await output, await errors);
    }
}
