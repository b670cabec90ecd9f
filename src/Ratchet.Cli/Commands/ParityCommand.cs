using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Hosting.Composition;
using Ratchet.Hosting.Composition.Paper;
using Ratchet.Market.Bars;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet parity</c>: simulates a session anew from other bars and says why what differs differs.</summary>
internal static class ParityCommand
{
    public static Command Build(CommandContext context, CancellationToken cancellationToken)
    {
        var common = new SharedOptions();
        var session = SessionCommands.Session();
        var files = new Argument<string[]>("file") { Description = "Files of the bars, one for each instrument in the session's order; without them, the stored ones.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("parity", "Simulate a paper session anew from stored bars or files, and attribute every difference to data, timing, fill or model.") { files, session };
        common.AddTo(command, market: false);
        command.SetAction(parsed =>
        {
            var configuration = common.Load(parsed, context).Value;
            var (folder, setup, reader) = SessionCommands.Open(parsed.GetValue(session), "parity");
            using (reader)
            {
                var instruments = setup.Engine.Instruments;
                var given = parsed.GetValue(files) ?? [];
                if (given.Length > 0 && given.Length != instruments.Count)
                {
                    throw new UsageException($"There are {given.Length} files and {instruments.Count} instruments, {string.Join(", ", instruments.Select(i => i.Symbol.Name))}; give one for each in this order.");
                }

                string[] pairs = [.. instruments.Select(i => i.Symbol.Name)];
                var series = new List<BarSeries>();
                var own = configuration with { Data = configuration.Data with { Timeframe = instruments[0].Frame.ToString() } };
                series.AddRange((given.Length > 0
                    ? TradedMarkets.Read(own, given, [.. instruments.Select(i => i.Symbol)], instruments[0].Frame, cancellationToken)
                    : TradedMarkets.Open(own, pairs)).Select(m => m.Bars));
                if (setup.Fine is { } fine)
                {
                    series.AddRange(TradedMarkets.Open(configuration with { Data = configuration.Data with { Timeframe = fine.ToString() } }, pairs).Select(m => m.Bars));
                }

                var strategies = SessionStrategies.Create(setup, context.Families);
                SessionHistory.WarmUp(folder, setup, strategies);
                ParityText.Write(context, SessionParity.RunAsync(setup, reader, series, strategies, cancellationToken).GetAwaiter().GetResult(), parsed.GetValue(common.Json));
            }

            return ExitCode.Done;
        });
        return command;
    }
}
