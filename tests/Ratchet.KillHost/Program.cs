using System.Globalization;
using Ratchet.KillHost.Kills;
using Ratchet.KillHost.Sessions;

// run FILE STEPS: runs the script on a journal file; KILL_AT names the write boundary at which the process kills itself.
// adaptive FILE STEPS: the same with the adaptive layer, whose state lies in FILE.state.
// table FOLDER: kills such runs and prints how many came out otherwise than the run that was left alone. See KillTableOptions.
if (args is ["run", var file, var steps])
{
    var killAt = long.Parse(Environment.GetEnvironmentVariable("KILL_AT") ?? "0", CultureInfo.InvariantCulture);
    var boundaries = new Boundaries(killAt);
    var outcome = ScriptRun.ToEnd(file, int.Parse(steps, CultureInfo.InvariantCulture), boundaries, () => Console.WriteLine("began"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"boundaries {boundaries.Count}"));
    Console.WriteLine(outcome);
    return 0;
}

if (args is ["adaptive", var adaptive, var bars])
{
    Console.WriteLine(AdaptiveRun.ToEnd(adaptive, int.Parse(bars, CultureInfo.InvariantCulture), () => Console.WriteLine("began")));
    return 0;
}

if (args is ["table", var folder, ..])
{
    return KillTable.Run(folder, KillTableOptions.FromEnvironment(), Console.Out) ? 0 : 1;
}

Console.Error.WriteLine("usage: run FILE STEPS | adaptive FILE STEPS | table FOLDER");
return 2;
