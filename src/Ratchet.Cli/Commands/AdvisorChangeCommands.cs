using System.CommandLine;
using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Retirement;
using Ratchet.Storage.State;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet advisor force | set</c>: what a person changes; who and why is kept with it.</summary>
internal static class AdvisorChangeCommands
{
    public static Command Force(CommandContext context)
    {
        var options = new AdvisorStateOptions();
        var name = new Argument<string>("strategy") { Description = "The strategy's name." };
        var status = new Argument<string>("status") { Description = "active, degraded, suspended or retired." };
        var (by, why) = Reasons();
        var command = new Command("force", "Set a strategy's status; it is judged anew from its next trade on.") { name, status, by, why };
        options.AddTo(command, regime: false);
        command.SetAction(parsed => Change(parsed, context, options, advisor =>
        {
            var wanted = parsed.GetValue(name)!;
            var place = advisor.Strategies.ToList().IndexOf(wanted);
            if (place < 0)
            {
                throw new UsageException($"There is no strategy '{wanted}'; there are: {string.Join(", ", advisor.Strategies)}.");
            }

            if (!Enum.TryParse<RetirementStatus>(parsed.GetValue(status), ignoreCase: true, out var to) || !Enum.IsDefined(to))
            {
                throw new UsageException($"status '{parsed.GetValue(status)}' must be active, degraded, suspended or retired.");
            }

            advisor.Force(Now(context), place, to, parsed.GetValue(by)!, parsed.GetValue(why)!);
        }));
        return command;
    }

    public static Command Set(CommandContext context)
    {
        var options = new AdvisorStateOptions();
        var changes = new Argument<string[]>("changes")
        {
            Description = "Settings as name=value, such as quality.threshold=0.6 switch.retirement=off; 'advisor status --json' lists the names.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var preset = new Option<string?>("--preset") { Description = "conservative or aggressive, before the changes." };
        var reset = new Option<bool>("--reset-weights") { Description = "Set every weight back to its base." };
        var recover = new Option<bool>("--recover") { Description = "Start the advisor again after a failure." };
        var (by, why) = Reasons();
        var command = new Command("set", "Change settings and switches, take a preset, reset weights, or start the advisor again after a failure.") { changes, preset, reset, recover, by, why };
        options.AddTo(command, regime: false);
        command.SetAction(parsed => Change(parsed, context, options, advisor =>
        {
            var time = Now(context);
            var (who, reason) = (parsed.GetValue(by)!, parsed.GetValue(why)!);
            var words = parsed.GetValue(changes) ?? [];
            if (words.Length == 0 && parsed.GetValue(preset) is null && !parsed.GetValue(reset) && !parsed.GetValue(recover))
            {
                throw new UsageException("There is nothing to change: give name=value, --preset, --reset-weights or --recover.");
            }

            var next = parsed.GetValue(preset) switch
            {
                null => advisor.Options,
                "conservative" => WithSettingsOf(advisor.Options, AdvisorOptions.Conservative),
                "aggressive" => WithSettingsOf(advisor.Options, AdvisorOptions.Aggressive),
                var other => throw new UsageException($"--preset '{other}' must be conservative or aggressive."),
            };
            foreach (var word in words)
            {
                var split = word.IndexOf('=', StringComparison.Ordinal);
                var setting = AdvisorSettings.Find(split > 0 ? word[..split] : word)
                    ?? throw new UsageException($"'{word}' names no setting; there are: {string.Join(", ", AdvisorSettings.All.Select(s => s.Name))}.");
                next = split > 0 ? setting.WithText(next, word[(split + 1)..]) : throw new UsageException($"'{word}' must be {setting.Name}=value.");
            }

            if (parsed.GetValue(recover))
            {
                advisor.Recover(time, who, reason);
            }

            advisor.Configure(time, next, who, reason);
            if (parsed.GetValue(reset))
            {
                advisor.ResetWeights(time, who, reason);
            }
        }));
        return command;
    }

    private static AdvisorOptions WithSettingsOf(AdvisorOptions options, AdvisorOptions preset) => AdvisorSettings.All.Aggregate(options, (o, s) => s.With(o, s.Read(preset)));

    private static (Option<string> By, Option<string> Why) Reasons() => (
        new("--by") { Description = "Who wants it.", Required = true },
        new("--why") { Description = "Why.", Required = true });

    private static long Now(CommandContext context) => context.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static int Change(ParseResult parsed, CommandContext context, AdvisorStateOptions options, Action<StrategyAdvisor> change)
    {
        var path = options.Path(parsed, context);
        var advisor = AdvisorStateOptions.Load(path, context);
        var before = advisor.Audit.Total;
        try
        {
            change(advisor);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(exception.Message.ReplaceLineEndings(" "));
        }

        new AdvisorStateFile(path).Write(advisor);
        var added = (int)Math.Min(advisor.Audit.Total - before, advisor.Audit.Count);
        foreach (var entry in advisor.Audit.TakeLast(added))
        {
            context.Out.WriteLine($"{entry.Subject}: {(entry.From.Length > 0 ? entry.From : "-")} -> {(entry.To.Length > 0 ? entry.To : "-")} (by {entry.By}: {entry.Why})");
        }

        if (added == 0)
        {
            context.Out.WriteLine("Nothing was different; nothing changed.");
        }

        return ExitCode.Done;
    }
}
