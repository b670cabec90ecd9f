using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Hosting.Composition.Paper;
using Ratchet.Market.Time;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet explain</c>: why something was done at a bar, or nothing.</summary>
internal static class ExplainCommand
{
    public static Command Build(CommandContext context, CancellationToken cancellationToken)
    {
        var session = SessionCommands.Session();
        var json = SessionCommands.Json();
        var at = new Option<string?>("--at") { Description = "A time, such as 2025-06-01T12:00Z: the last bar that had closed by then is explained." };
        var pair = new Option<string?>("--pair", "-p") { Description = "One symbol of the session; without it all." };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Show the numbers of strategies that wanted nothing too." };
        var command = new Command("explain", "Say why something was done at a bar of a paper session, or nothing: scores, thresholds, gates, risk state, positions.") { session, at, pair, verbose, json };
        command.SetAction(parsed =>
        {
            var time = PaperWords.ReadTime(parsed.GetValue(at) ?? throw new UsageException("'ratchet explain' needs --at TIME, such as --at 2025-06-01T12:00Z."), "--at");
            var (_, setup, reader) = SessionCommands.Open(parsed.GetValue(session), "explain");
            using (reader)
            {
                var explanations = new List<SessionExplanation>();
                foreach (var symbol in Symbols(setup, parsed.GetValue(pair)))
                {
                    explanations.Add(SessionExplainer.Explain(setup, reader, time, symbol, cancellationToken)
                        ?? throw new UsageException($"--at {parsed.GetValue(at)}: no bar of {setup.Engine.Instruments[symbol].Symbol} had closed by then; the session begins at {UtcTime.Format(setup.Created)}."));
                }

                if (parsed.GetValue(json))
                {
                    context.Out.WriteLine(JsonText.Of(ExplainJson.Of(explanations)));
                }
                else
                {
                    context.Out.Write(string.Join("\n", explanations.Select(e => ExplainText.Of(e, parsed.GetValue(verbose)))));
                }
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<int> Symbols(SessionSetup setup, string? pair)
    {
        var known = setup.Engine.Instruments;
        if (pair is null)
        {
            return Enumerable.Range(0, known.Count);
        }

        var symbol = MarketWords.ReadSymbol(pair, "--pair");
        return known.ToList().FindIndex(i => i.Symbol == symbol) is >= 0 and var index
            ? [index]
            : throw new UsageException($"--pair {symbol} is not traded in this session; it trades {string.Join(", ", known.Select(i => i.Symbol.Name))}.");
    }
}
