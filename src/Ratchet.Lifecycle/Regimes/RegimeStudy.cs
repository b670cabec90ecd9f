using Ratchet.Features.Regimes;
using Ratchet.Learning.Markov;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Lifecycle.Regimes;

/// <summary>
/// A study of a market's regimes: hidden Markov models and a jump model are fitted on the first part of the bars and reported on the rest.
/// Observations are those of the regime features. Deterministic: bars, options and seed decide everything.
/// </summary>
public static class RegimeStudy
{
    private const int LeastRows = 400;

    private static readonly int[] StateCounts = [2, 3, 4, 5, 6];
    private static readonly HmmCovariance[] Shapes = [HmmCovariance.Diagonal, HmmCovariance.Full, HmmCovariance.Spherical, HmmCovariance.Tied];

    /// <summary>Runs the study.</summary>
    /// <param name="bars">The bars, oldest first.</param>
    /// <param name="options">How; checked here.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="NotEnoughDataException">A part has fewer than 400 bars after the 60 that the observations need.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static RegimeStudyResult Run(BarSeries bars, RegimeStudyOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var x = RegimeObservations.Compute(bars.Close);
        var rows = x.Length / RegimeObservations.Dimensions;
        var fitRows = (int)(rows * options.FitShare);
        if (Math.Min(fitRows, rows - fitRows) < LeastRows)
        {
            throw new NotEnoughDataException(
                $"{bars.Count:N0} bars give {fitRows:N0} rows to fit on and {rows - fitRows:N0} to report on; regimes need at least {LeastRows} of each, after {RegimeObservations.FirstBar} bars that the observations need.");
        }

        var key = StreamKey.FromSeed(options.Seed).Derive("regime study");
        var seen = x.AsSpan(0, fitRows * RegimeObservations.Dimensions);
        var hmm = new HmmOptions { Restarts = options.Restarts, CovarianceFloor = 1e-3 };
        var selection = HmmSelection.ByBic(seen, RegimeObservations.Dimensions, StateCounts, Shapes, hmm, key.Derive("hmm"), cancellationToken);
        var chosen = selection.Table.Where(c => c.States == options.States).MinBy(c => c.BayesianInformation)!;
        var model = chosen.Fit.Model.Reorder(TrendOrder.Of(chosen.Fit.Model));
        var jumpOptions = new JumpOptions { States = options.States, Penalty = options.Penalty, Restarts = options.Restarts };
        var jump = JumpLearner.Learn(seen, RegimeObservations.Dimensions, jumpOptions, key.Derive("jump"), cancellationToken);
        jump = jump.Reorder(TrendOrder.Of(jump));
        var refitted = hmm with { States = options.States };
        var identity = RegimeRefits.Run(
            x, RegimeObservations.Dimensions, options.Refits, Math.Min(options.WindowBars, rows / 2), Shapes, refitted, key.Derive("refits"), cancellationToken);
        var (paths, lags, agreement) = Compare(model, jump, x, fitRows, bars);
        var times = bars.OpenTime;
        var border = times[RegimeObservations.FirstBar + fitRows];
        return new RegimeStudyResult
        {
            FitTime = new TimeRange(times[RegimeObservations.FirstBar], border),
            ReportTime = new TimeRange(border, times[^1] + bars.TimeFrame.Milliseconds),
            FitRows = fitRows,
            ReportRows = rows - fitRows,
            Selection = selection,
            Model = model,
            Starts = chosen.Fit.Starts,
            InSample = PersistenceReport.Of(model, seen, 0),
            OutOfSample = PersistenceReport.Of(model, x, fitRows),
            Jump = jump,
            Paths = paths,
            Lags = lags,
            CausalAgreement = agreement,
            Identity = identity,
        };
    }

    private static (IReadOnlyList<RegimePath> Paths, IReadOnlyList<RegimeLag> Lags, double Agreement) Compare(
        HmmModel model, JumpModel jump, double[] x, int fitRows, BarSeries bars)
    {
        const string Filtered = "HMM, filtered";
        const string Viterbi = "HMM, Viterbi";
        const string Online = "jump model, online";
        const string Decoded = "jump model, decoded";
        var probabilities = model.Filter(x);
        var likeliest = new int[probabilities.Rows - fitRows];
        for (var t = 0; t < likeliest.Length; t++)
        {
            likeliest[t] = probabilities.Likeliest(fitRows + t);
        }

        var followed = jump.Follow(x).Values[fitRows..].ToArray();
        var viterbi = model.Viterbi(x).Values[fitRows..].ToArray();
        var decoded = jump.Decode(x).Values[fitRows..].ToArray();
        var closes = bars.Close[(RegimeObservations.FirstBar + fitRows)..].ToArray();
        RegimePath Path(string name, bool causal, int[] path) => RegimePath.Of(name, causal, path, model.States, closes, bars.TimeFrame.BarsPerYear);
        return (
            [Path(Filtered, true, likeliest), Path(Online, true, followed), Path(Viterbi, false, viterbi), Path(Decoded, false, decoded)],
            [
                RegimeLag.Of(Filtered, likeliest, Viterbi, viterbi),
                RegimeLag.Of(Online, followed, Decoded, decoded),
                RegimeLag.Of(Online, followed, Viterbi, viterbi),
            ],
            PathAgreement.Share(likeliest, followed));
    }
}
