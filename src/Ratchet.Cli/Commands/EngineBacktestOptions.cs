using System.CommandLine;

namespace Ratchet.Cli.Commands;

/// <summary>The options of <c>ratchet backtest</c> that belong to the engine.</summary>
internal sealed class EngineBacktestOptions
{
    public Argument<string[]> Files { get; } = new("file")
    {
        Description = "Files of bars to trade, in every format that 'ratchet data import' takes; without them, the stored pairs.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public Option<string[]> Strategies { get; } = new("--strategy")
    {
        Description = "Built-in strategies, such as EMA_Trend,Breakout, together over one balance; 'all' are all.",
        AllowMultipleArgumentsPerToken = false,
    };

    public Option<string?> Model { get; } = new("--model") { Description = "Folder of a model that 'ratchet train' wrote." };

    public Option<bool> Alone { get; } = new("--alone") { Description = "Each strategy on a balance of its own, one row each." };

    public Option<bool> Others { get; } = new("--allow-other-symbols") { Description = "Let a model trade symbols that it was not trained on." };

    public Option<string?> Adaptive { get; } = new("--adaptive")
    {
        Description = "Trade with the adaptive layer: selector, advisor, or both apart by a comma; alone it is both. Its settings are the section 'adaptive'.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Option<string?> Cash { get; } = new("--cash") { Description = "Money at the start." };

    public Option<string?> Output { get; } = new("--out", "-o") { Description = "Folder for report.html, result.json and trades.csv." };

    public void AddTo(Command command)
    {
        command.Arguments.Add(Files);
        command.Options.Add(Strategies);
        command.Options.Add(Model);
        command.Options.Add(Alone);
        command.Options.Add(Others);
        command.Options.Add(Adaptive);
        command.Options.Add(Cash);
        command.Options.Add(Output);
    }

    /// <summary>Whether the engine is to trade; refuses what does not go together.</summary>
    public bool IsAsked(ParseResult parsed, bool study)
    {
        var strategies = parsed.GetResult(Strategies) is not null;
        var model = parsed.GetValue(Model) is not null;
        if ((strategies ? 1 : 0) + (model ? 1 : 0) + (study ? 1 : 0) > 1)
        {
            throw new UsageException("--strategy, --model and --study exclude each other; give one of them.");
        }

        if (model && parsed.GetValue(Alone))
        {
            throw new UsageException("--alone is for strategies; a model trades alone as it is.");
        }

        return strategies && parsed.GetValue(Others)
            ? throw new UsageException("--allow-other-symbols is for models; strategies trade any symbol.")
            : strategies || model;
    }

    /// <summary>Refuses the engine's options where it does not trade.</summary>
    public void RequireNone(ParseResult parsed)
    {
        var given = parsed.GetValue(Files) is { Length: > 0 } ? "a file"
            : parsed.GetValue(Alone) ? Alone.Name
            : parsed.GetValue(Others) ? Others.Name
            : parsed.GetResult(Adaptive) is not null ? Adaptive.Name
            : parsed.GetValue(Cash) is not null ? Cash.Name
            : parsed.GetValue(Output) is not null ? Output.Name
            : null;
        if (given is not null)
        {
            throw new UsageException($"'ratchet backtest' takes {given} only with --strategy NAME or --model PATH, which trade by the engine.");
        }
    }
}
