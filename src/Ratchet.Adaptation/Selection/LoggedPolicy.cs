using Ratchet.Adaptation.Bandits;
using Ratchet.Adaptation.Regimes;
using Ratchet.Trading.Profiles;

namespace Ratchet.Adaptation.Selection;

/// <summary>
/// What another policy would have given each decision of a log: the input of <see cref="OffPolicyEvaluation"/>. Judged are decisions of which a real trade has come
/// and in which there was a choice; each symbol and regime is a context of its own.
/// </summary>
public static class LoggedPolicy
{
    /// <summary>The decisions that can be judged: chosen by the policy, with a real reward.</summary>
    /// <param name="log">The log.</param>
    public static IReadOnlyList<LoggedDecision> Judged(IEnumerable<LoggedDecision> log) =>
        [.. log.Where(d => d.Reward is not null && d.Context.Choice is { Profile: >= 0, Why: ChoiceReason.Policy })];

    /// <summary>The samples, their reward being R a trade, not clipped.</summary>
    /// <param name="judged">What <see cref="Judged"/> gave.</param>
    public static OffPolicySample[] Samples(IReadOnlyList<LoggedDecision> judged) =>
        [.. judged.Select(d => new OffPolicySample(
            (d.Context.Symbol * RegimeNames.Count) + (int)d.Context.Regime, d.Context.Choice.Profile, d.Context.Choice.Propensity, d.Reward!.Value.ResultInR))];

    /// <summary>The log's own probabilities.</summary>
    /// <param name="judged">The decisions.</param>
    public static double[] Own(IReadOnlyList<LoggedDecision> judged) => [.. judged.SelectMany(d => d.Probabilities)];

    /// <summary>Epsilon-greedy on the estimates that were seen: what another epsilon would have done at that moment, having learned what the log's had.</summary>
    /// <param name="judged">The decisions.</param>
    /// <param name="epsilon">In [0, 1]; 1 is any allowed profile alike.</param>
    /// <exception cref="ArgumentOutOfRangeException">Epsilon is outside its range.</exception>
    public static double[] Greedy(IReadOnlyList<LoggedDecision> judged, double epsilon)
    {
        if (epsilon is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "epsilon must be in [0, 1].");
        }

        return Rows(judged, (decision, row) => Around(decision, Best(decision), epsilon, row));
    }

    /// <summary>One profile always; where the decision did not allow it, the one with the largest estimate seen.</summary>
    /// <param name="judged">The decisions.</param>
    /// <param name="profile">The profile's place.</param>
    public static double[] Always(IReadOnlyList<LoggedDecision> judged, int profile) =>
        Rows(judged, (decision, row) => Around(decision, (decision.Context.Allowed >> profile & 1) != 0 ? profile : Best(decision), 0, row));

    /// <summary>
    /// A policy that learns, fed with the log's own real rewards in the order they became known. It learns from trades that the log chose, not from those it would
    /// have chosen itself: an approximation, the better the closer both are. With the log's own options, and no simulated rewards, it gives the log's probabilities.
    /// </summary>
    /// <param name="log">Every decision of the log, by number.</param>
    /// <param name="judged">Those whose rows are wanted.</param>
    /// <param name="profiles">The profiles of the log.</param>
    /// <param name="symbols">How many symbols it has.</param>
    /// <param name="options">The policy.</param>
    /// <param name="withSimulated">Whether simulated rewards are learned too.</param>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public static double[] Replayed(
        IEnumerable<LoggedDecision> log, IReadOnlyList<LoggedDecision> judged, IReadOnlyList<TradeProfile> profiles, int symbols, SelectorOptions options, bool withSimulated)
    {
        var all = log.ToArray();
        var table = new ProfileSelector(options, profiles, symbols).Table;
        var rewards = all.SelectMany(d => (withSimulated ? d.Simulated : []).Concat(d.Reward is { } real ? [real] : []).Select(r => (Decision: d, Reward: r)))
            .OrderBy(r => r.Reward.Time).ThenBy(r => r.Reward.Decision).ThenBy(r => r.Reward.Profile).ToArray();
        var standard = TradeProfiles.IndexOf(profiles, options.DefaultProfile);
        var wanted = judged.Select(d => d.Context.Decision).ToHashSet();
        var target = new double[judged.Count * profiles.Count];
        var (row, next, values) = (0, 0, new double[profiles.Count]);
        foreach (var decision in all)
        {
            var context = decision.Context;
            for (; next < rewards.Length && rewards[next].Reward.Time <= context.Time; next++)
            {
                Learn(table, options.Bandit, rewards[next].Decision, rewards[next].Reward);
            }

            if (context.Allowed == 0)
            {
                continue;
            }

            if (wanted.Contains(context.Decision))
            {
                PolicyProbabilities.Fill(
                    table, options.Bandit, context.Symbol, context.Regime, context.Allowed, standard, target.AsSpan(row++ * profiles.Count, profiles.Count), values);
            }

            table.Chosen(context.Symbol, context.Regime);
        }

        return target;
    }

    private static void Learn(BanditTable table, BanditOptions options, LoggedDecision decision, in DecisionReward reward)
    {
        var raw = options.RewardPerHour ? reward.ResultInR / Math.Max(reward.HoursHeld, options.MinimumHours) : reward.ResultInR;
        table.Learn(
            decision.Context.Symbol,
            decision.Context.Regime,
            reward.Profile,
            Math.Clamp(raw, options.ClipLow, options.ClipHigh),
            reward.Time,
            reward.IsReal ? decision.Context.Choice.Propensity : 1,
            reward.IsReal);
    }

    private static double[] Rows(IReadOnlyList<LoggedDecision> judged, Action<LoggedDecision, Span<double>> fill)
    {
        var actions = judged.Count > 0 ? judged[0].Values.Count : 0;
        var target = new double[judged.Count * actions];
        for (var i = 0; i < judged.Count; i++)
        {
            fill(judged[i], target.AsSpan(i * actions, actions));
        }

        return target;
    }

    private static void Around(LoggedDecision decision, int best, double epsilon, Span<double> row)
    {
        var share = epsilon / System.Numerics.BitOperations.PopCount(decision.Context.Allowed);
        for (var p = 0; p < row.Length; p++)
        {
            row[p] = (decision.Context.Allowed >> p & 1) != 0 ? share : 0;
        }

        row[best] += 1 - epsilon;
    }

    private static int Best(LoggedDecision decision)
    {
        var best = -1;
        for (var p = 0; p < decision.Values.Count; p++)
        {
            if ((decision.Context.Allowed >> p & 1) != 0 && (best < 0 || decision.Values[p] > decision.Values[best]))
            {
                best = p;
            }
        }

        return best;
    }
}
