using System.CommandLine;

namespace Ratchet.Cli.Commands;

/// <summary>The options of <c>ratchet paper</c>.</summary>
internal sealed class PaperOptions
{
    public Argument<string[]> Files { get; } = new("file")
    {
        Description = "Files of bars to replay, in every format that 'ratchet data import' takes; without them, the stored pairs.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public Option<string?> Session { get; } = new("--session") { Description = "Folder of the session: its journal, its setup, its reports." };

    public Option<string[]> Strategies { get; } = new("--strategy")
    {
        Description = "Built-in strategies, such as EMA_Trend,Breakout; 'all' are all.",
        AllowMultipleArgumentsPerToken = false,
    };

    public Option<string?> Model { get; } = new("--model") { Description = "Folder of a model that 'ratchet train' wrote." };

    public Option<string?> Adaptive { get; } = new("--adaptive")
    {
        Description = "Trade with the adaptive layer: selector, advisor, or both apart by a comma; alone it is both. Its settings are the section 'adaptive'.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Option<string?> Feed { get; } = new("--feed") { Description = "Where bars come from: replay or binance. Default replay." };

    public Option<string?> Speed { get; } = new("--speed") { Description = "How fast a replay goes: max, or seconds of the market in one, such as 60. Default max." };

    public Option<string?> Fine { get; } = new("--fine") { Description = "A finer time frame on which orders fill, such as 1m." };

    public Option<string?> For { get; } = new("--for") { Description = "How long to trade, such as 90m, 24h or 14d, or ever. Default ever, or until the replay ends." };

    public Option<string?> Until { get; } = new("--until") { Description = "Until when to trade, such as 2025-06-01 or 2025-06-01T12:00Z." };

    public Option<bool> Close { get; } = new("--close-at-end") { Description = "Close what is open at the last prices when the run ends; else it stays for the next run." };

    public void AddTo(Command command)
    {
        command.Arguments.Add(Files);
        foreach (var option in new Option[] { Session, Strategies, Model, Adaptive, Feed, Speed, Fine, For, Until, Close })
        {
            command.Options.Add(option);
        }
    }
}
