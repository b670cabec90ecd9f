using Ratchet.Market.Bars;
using Ratchet.Numerics.Windows;

namespace Ratchet.Features.Labels;

/// <summary>
/// Barrier widths and horizon as a search problem with several objectives: parameters with ranges, decoding, and evaluation on training bars alone.
/// It holds a copy of those bars and nothing else, so that no proposal can be judged by what comes after them: a label that would need a later bar
/// does not exist. It knows no search method; a genetic one (such as NSGA-II: Deb et al., 2002) asks for <see cref="Parameters"/>, evaluates and ranks.
/// </summary>
/// <remarks>
/// The mean outcome is that of the primary signal on the training bars: a search that follows it alone fits barriers to the past. It is one objective
/// of four for that reason, and the choice among the front is made on folds that the search has not seen. Immutable; safe for several threads.
/// </remarks>
public sealed class BarrierProblem
{
    /// <summary>How many objectives there are.</summary>
    public const int ObjectiveCount = 4;

    private const int ParameterCount = 3;
    private readonly BarSeries training;
    private readonly PrimarySignal signal;
    private readonly LabelOptions fixedOptions;

    /// <summary>Sets up the problem.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="trainingBars">The part that geometries are judged on.</param>
    /// <param name="ranges">What may be chosen.</param>
    /// <param name="fixedOptions">What is not searched: momentum, volatility and its estimator, and the cost, which must be given.</param>
    /// <exception cref="ArgumentException">The part is empty or outside the bars, or the cost is not given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A range or an option is refused.</exception>
    public BarrierProblem(BarSeries bars, IndexRange trainingBars, BarrierRanges ranges, LabelOptions fixedOptions)
    {
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentNullException.ThrowIfNull(ranges);
        ArgumentNullException.ThrowIfNull(fixedOptions);
        ranges.Validate();
        fixedOptions.Validate();
        if (trainingBars.IsEmpty || trainingBars.Start < 0 || trainingBars.End > bars.Count)
        {
            throw new ArgumentException($"trainingBars is {trainingBars}; it must be a part of at least one bar within [0, {bars.Count}).", nameof(trainingBars));
        }

        if (fixedOptions.RoundTripCost is null)
        {
            throw new ArgumentException("RoundTripCost is null; outcomes are net of costs, so that the cost of a round trip must be a number, 0 for none.", nameof(fixedOptions));
        }

        training = bars.Slice(trainingBars);
        signal = BarrierUnit.Signal(training, fixedOptions.MomentumBars, fixedOptions.VolatilityBars, fixedOptions.Volatility);
        this.fixedOptions = fixedOptions;
        Parameters =
        [
            new("label.profit_multiple", ranges.LeastProfit, ranges.MostProfit, false),
            new("label.stop_multiple", ranges.LeastStop, ranges.MostStop, false),
            new("label.horizon", ranges.LeastHorizon, ranges.MostHorizon, true),
        ];
    }

    /// <summary>The names of the objectives, in the order in which <see cref="BarrierScore.WriteCosts"/> writes them.</summary>
    public static IReadOnlyList<string> Objectives { get; } = ["class_entropy", "mean_outcome_r", "mean_uniqueness", "effective_labels"];

    /// <summary>What may be chosen, in the order of a proposal's numbers: profit multiple, stop multiple, horizon.</summary>
    public IReadOnlyList<BarrierParameter> Parameters { get; }

    /// <summary>The labelling that a proposal stands for: each number is brought into its range, the horizon rounded to the nearest whole number.</summary>
    /// <param name="proposal">One finite number a parameter.</param>
    /// <exception cref="ArgumentException">There are more or fewer numbers than parameters, or one is not finite.</exception>
    public LabelOptions Decode(ReadOnlySpan<double> proposal)
    {
        if (proposal.Length != ParameterCount)
        {
            throw new ArgumentException($"proposal has {proposal.Length} numbers; there are {ParameterCount} parameters.", nameof(proposal));
        }

        Span<double> values = stackalloc double[ParameterCount];
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(proposal[i]))
            {
                throw new ArgumentException($"'{Parameters[i].Name}' is {proposal[i]}; it must be finite.", nameof(proposal));
            }

            values[i] = Math.Clamp(Parameters[i].IsInteger ? Math.Round(proposal[i]) : proposal[i], Parameters[i].Low, Parameters[i].High);
        }

        return fixedOptions with { ProfitMultiple = values[0], StopMultiple = values[1], HorizonBars = (int)values[2] };
    }

    /// <summary>Labels the training bars by a proposal and scores what comes of it.</summary>
    /// <param name="proposal">One finite number a parameter.</param>
    /// <exception cref="ArgumentException">There are more or fewer numbers than parameters, or one is not finite.</exception>
    /// <remarks>Cost: one labelling of the training bars.</remarks>
    public BarrierScore Evaluate(ReadOnlySpan<double> proposal) => Score(TradeLabeller.Compute(training, signal, Decode(proposal)));

    /// <summary>The objectives of any labelling.</summary>
    /// <param name="labels">The labels.</param>
    public static BarrierScore Score(TradeLabels labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var count = 0;
        var (wins, outcome, uniqueness) = (0.0, 0.0, 0.0);
        for (var t = 0; t < labels.Entry.Length; t++)
        {
            if (labels.TouchIndex[t] >= 0)
            {
                count++;
                wins += labels.Entry[t];
                outcome += labels.Profit[t];
                uniqueness += labels.Uniqueness[t];
            }
        }

        return count == 0
            ? new(0, 0, double.NaN, double.NaN, double.NaN)
            : new(count, uniqueness, Entropy(wins / count), outcome / count, uniqueness / count);
    }

    private static double Entropy(double share) => share is <= 0 or >= 1 ? 0 : -((share * Math.Log2(share)) + ((1 - share) * Math.Log2(1 - share)));
}
