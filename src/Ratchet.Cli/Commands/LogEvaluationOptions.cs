using System.CommandLine;

namespace Ratchet.Cli.Commands;

/// <summary>Which log is judged, and by what.</summary>
internal sealed class LogEvaluationOptions
{
    public Option<string?> Log { get; } = new("--log") { Description = "A log of decisions (JSON lines)." };

    public Option<string?> Session { get; } = new("--session") { Description = "The folder of a session, whose log of decisions is taken." };

    public Option<string?> Profiles { get; } = SelectorCommands.ProfilesOption();

    public Option<string?> Policy { get; } = new("--policy") { Description = "Judge this one alone: a profile's name, or EpsilonGreedy, Thompson, Ucb1Tuned, DiscountedUcb, Exp3S, Softmax." };

    public Option<double?> Epsilon { get; } = new("--epsilon") { Description = "Judge epsilon-greedy with this epsilon alone, on the estimates that were seen." };

    public Option<double> Clip { get; } = new("--clip") { Description = "The largest weight of a decision.", DefaultValueFactory = _ => 20 };

    public Option<double> Confidence { get; } = new("--confidence") { Description = "Of the intervals.", DefaultValueFactory = _ => 0.9 };

    public Option<string?> Export { get; } = new("--export") { Description = "Also write the log, whole and in order, to this file of JSON lines." };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Log, Session, Profiles, Policy, Epsilon, Clip, Confidence, Export])
        {
            command.Options.Add(option);
        }
    }

    public bool IsGiven(ParseResult parsed)
    {
        var (log, session) = (parsed.GetValue(Log), parsed.GetValue(Session));
        if (log is not null && session is not null)
        {
            throw new UsageException("--log and --session both name a log; leave one of them away.");
        }

        if (log is null && session is null && (parsed.GetValue(Policy) ?? parsed.GetValue(Export)) is not null)
        {
            throw new UsageException("--policy and --export need a log of decisions: name it with --log, or a session's folder with --session.");
        }

        return log is not null || session is not null;
    }
}
