using System.CommandLine;
using System.Globalization;
using Ratchet.Adaptation.Bandits;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Cli.Rendering;
using Ratchet.Hosting.Composition.Paper;
using Ratchet.Storage.State;
using Ratchet.Trading.Profiles;

namespace Ratchet.Cli.Commands;

/// <summary>Judges other policies from a log of decisions.</summary>
internal static class LogEvaluation
{
    private static readonly double[] Epsilons = [0, 0.05, 0.1, 0.2, 1];

    public static int Run(CommandContext context, LogEvaluationOptions options, ParseResult parsed, SharedOptions common)
    {
        var profiles = SelectorCommands.Profiles(parsed.GetValue(options.Profiles));
        var settings = SelectorCommands.Settings(context, common, parsed, profiles);
        var (clip, confidence) = (parsed.GetValue(options.Clip), parsed.GetValue(options.Confidence));
        if (!(clip >= 1) || confidence is not (> 0 and < 1))
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--clip is {clip} and --confidence is {confidence}; they must be at least 1, and in (0, 1)."));
        }

        var path = parsed.GetValue(options.Log) ?? SessionLog(parsed.GetValue(options.Session)!);
        if (!File.Exists(path))
        {
            throw new UsageException($"There is no log of decisions {path}; a session that runs with the selector writes it.");
        }

        DecisionLogContent log;
        try
        {
            log = Path.GetFileName(path) == SqliteDecisionLog.FileName ? OfSession(path) : DecisionLogFile.Read(path);
        }
        catch (InvalidDataException exception)
        {
            context.Error.WriteLine($"error: {exception.Message}");
            return ExitCode.Failed;
        }

        if (log.CutBytes > 0)
        {
            context.Error.WriteLine($"warning: {path}: its last line was cut; {PlainText.Count(log.CutBytes, "byte")} left out.");
        }

        if (!log.Profiles.SequenceEqual(profiles.Select(p => p.Name)))
        {
            throw new UsageException($"{path} is of the profiles {string.Join(", ", log.Profiles)}; name their file with --profiles.");
        }

        if (parsed.GetValue(options.Export) is { } target)
        {
            DecisionLogFile.Write(target, log.Profiles, log.Symbols, log.Decisions);
            context.Error.WriteLine($"{target}: {PlainText.Count(log.Decisions.Count, "decision")}.");
        }

        var judged = LoggedPolicy.Judged(log.Decisions);
        if (judged.Count < 2)
        {
            context.Error.WriteLine($"error: {path} has {PlainText.Count(log.Decisions.Count, "decision")}, {judged.Count} of them chosen by the policy with a known result; at least 2 are needed.");
            return ExitCode.Failed;
        }

        var samples = LoggedPolicy.Samples(judged);
        var rows = Policies(parsed, options, profiles, settings)
            .Select(p => new LogEvaluationRow(
                p.Name, p.IsReplayed, OffPolicyEvaluation.Evaluate(samples, p.Target(log, judged), profiles.Count, log.Symbols.Count * RegimeNames.Count, clip, confidence)))
            .ToArray();
        if (parsed.GetValue(common.Json))
        {
            context.Out.WriteLine(JsonText.Of(LogEvaluationJson.Of(log, judged, rows, clip, confidence)));
        }
        else
        {
            LogEvaluationText.Write(context.Out, path, log, judged, rows, clip, confidence);
        }

        return ExitCode.Done;
    }

    private static IEnumerable<(string Name, bool IsReplayed, Func<DecisionLogContent, IReadOnlyList<LoggedDecision>, double[]> Target)> Policies(
        ParseResult parsed, LogEvaluationOptions options, IReadOnlyList<TradeProfile> profiles, SelectorSettings settings)
    {
        var (name, epsilon) = (parsed.GetValue(options.Policy), parsed.GetValue(options.Epsilon));
        if (epsilon is { } given && given is not (>= 0 and <= 1))
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--epsilon is {given}; it must be in [0, 1]."));
        }

        yield return ("as logged", false, (_, judged) => LoggedPolicy.Own(judged));
        if (name is not null)
        {
            var place = TradeProfiles.IndexOf(profiles, name);
            yield return place >= 0 ? Static(place)
                : Enum.TryParse<BanditPolicy>(name, ignoreCase: true, out var policy) && Enum.IsDefined(policy) ? Learning(policy, epsilon)
                : throw new UsageException($"--policy '{name}' must be a profile ({string.Join(", ", profiles.Select(p => p.Name))}) or a policy ({string.Join(", ", Enum.GetNames<BanditPolicy>())}).");
            yield break;
        }

        foreach (var e in epsilon is { } one ? [one] : Epsilons)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"epsilon {e:0.##}"), false, (_, judged) => LoggedPolicy.Greedy(judged, e));
        }

        if (epsilon is not null)
        {
            yield break;
        }

        for (var p = 0; p < profiles.Count; p++)
        {
            yield return Static(p);
        }

        foreach (var policy in Enum.GetValues<BanditPolicy>())
        {
            yield return Learning(policy, null);
        }

        (string, bool, Func<DecisionLogContent, IReadOnlyList<LoggedDecision>, double[]>) Static(int place) =>
            ($"always {profiles[place].Name}", false, (_, judged) => LoggedPolicy.Always(judged, place));

        (string, bool, Func<DecisionLogContent, IReadOnlyList<LoggedDecision>, double[]>) Learning(BanditPolicy policy, double? e)
        {
            var selector = settings.Apply(new SelectorOptions());
            selector = selector with { Bandit = selector.Bandit with { Policy = policy, Epsilon = e ?? selector.Bandit.Epsilon } };
            return ($"{policy}", true, (log, judged) => LoggedPolicy.Replayed(log.Decisions, judged, profiles, log.Symbols.Count, selector, withSimulated: true));
        }
    }

    // A session keeps its log in its database; an exported one may lie beside it.
    private static string SessionLog(string folder)
    {
        var own = Path.Combine(folder, SqliteDecisionLog.FileName);
        return File.Exists(own) ? own : Path.Combine(folder, DecisionLogFile.FileName);
    }

    private static DecisionLogContent OfSession(string path)
    {
        var setup = new SessionFolder(Path.GetDirectoryName(Path.GetFullPath(path))!).ReadSetup();
        using var log = new SqliteDecisionLog(path);
        return new([.. setup.Adaptive?.Profiles.Select(p => p.Name) ?? []], [.. setup.Engine.Instruments.Select(i => i.Symbol.Name)], log.Read(), 0, 0);
    }
}
