using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Storage.Columns;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet doctor</c>: is this machine fit, is the store sound? 0 where nothing failed, else 1.</summary>
internal static class DoctorCommand
{
    public static Command Build(CommandContext context, CancellationToken cancellationToken)
    {
        var common = new SharedOptions();
        var command = new Command("doctor", "Check the machine, the store, the disk, the clock and SQLite.");
        common.AddTo(command, market: false);
        command.SetAction(parsed =>
        {
            var store = new BarStore(common.Load(parsed, context).Value.Data.Root);
            var findings = new List<DoctorFinding>();
            findings.AddRange(MachineChecks.Run());
            findings.AddRange(PlaceChecks.Run(store.Root, context.Clock));
            findings.AddRange(StoreChecks.Run(store, context.Clock, cancellationToken));
            if (parsed.GetValue(common.Json))
            {
                context.Out.WriteLine(JsonText.Of(FindingsView.Json(findings)));
            }
            else
            {
                FindingsView.Write(context.Out, findings);
            }

            return findings.Any(f => f.Level == FindingLevel.Fail) ? ExitCode.Failed : ExitCode.Done;
        });
        return command;
    }
}
