using Ratchet.Lifecycle.Experiments;
using Ratchet.Lifecycle.Training;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Reporting.Html;
using Ratchet.Reporting.Results;
using Ratchet.Validation.Significance;

namespace Ratchet.Reporting.Studies;

/// <summary>Turns a study's outcome into the page that people read.</summary>
public static class StudyPages
{
    /// <summary>The page's model.</summary>
    /// <param name="name">The study's name.</param>
    /// <param name="outcome">What it found.</param>
    /// <param name="bars">The bars of the development part.</param>
    /// <param name="identity">What names the run.</param>
    /// <param name="source">Where the bars came from, in words.</param>
    /// <param name="facts">Further facts of the run, such as times.</param>
    /// <param name="command">The command that makes it again.</param>
    /// <param name="holdOut">The sealed part, where it has been opened.</param>
    public static StudyReport Compose(
        string name,
        StudyOutcome outcome,
        BarSeries bars,
        ResultIdentity identity,
        string source,
        IReadOnlyList<ReportParameter> facts,
        string command,
        OpenedHoldOut? holdOut)
    {
        var chosen = outcome.Chosen;
        var walked = outcome.WalkForward.Whole;
        return new()
        {
            Title = name,
            Subtitle = $"{identity.Symbol} {identity.TimeFrame}, {Day(identity.DevelopmentFrom)} to {Day(identity.DevelopmentTo)}; {source}",
            IsSynthetic = identity.Synthetic,
            Verdict = new(outcome.Viable, $"trial {chosen.TrialNumber}", Explanation(outcome))
            {
                Reasons = outcome.Viable ? [] : [.. Missed("second look", chosen.Second.Whole), .. Missed("walk-forward", walked)],
            },
            Warnings = [.. PlausibilityCheck.Warnings(walked.Metrics), .. outcome.Reproducible ? [] : NotReproducible],
            Comparison = Comparison(outcome, bars, holdOut),
            Equity =
            [
                EquityPanels.OutOfSample(outcome, bars),
                EquityPanels.InSample(outcome, bars),
                .. holdOut is null ? Array.Empty<ReportEquity>() : [EquityPanels.HoldOut(holdOut)],
            ],
            TopConfigurations = [.. outcome.Top.Select((c, i) => Configuration(c, i == 0 ? walked : null)), Configuration(outcome.Defaults, outcome.DefaultsWalkForward.Whole)],
            Brackets = SearchPictures.Brackets(outcome.Search),
            History = SearchPictures.History(outcome.Search, walked.Score.Ranking),
            Slices = SearchPictures.Slices(outcome.Search),
            Calibration =
            [
                Calibration("confidence, walk-forward (out of sample)", outcome.WalkForward.Calibration),
                Calibration("confidence, out of fold", chosen.Second.Calibration),
            ],
            Importance =
            [
                new("the four forests together", [.. chosen.Second.Importance.Select(f => new ReportFeature(f.Name, f.Share, f.Share - f.Spread, f.Share + f.Spread))])
                {
                    Measure = "share of impurity removed, mean over models and folds (favours features with many distinct values)",
                },
            ],
            Trades = [TradeSummary.Of(ReportStage.OutOfSample, walked, bars), TradeSummary.Of(ReportStage.InSample, chosen.Second.Whole, bars)],
            Run = new(Facts(outcome, identity, facts), command),
        };
    }

    private static readonly string[] NotReproducible = ["A trial's time-out fired, so another machine may find something else."];

    private static string Explanation(StudyOutcome outcome)
    {
        var walked = outcome.WalkForward.Whole;
        var percentile = outcome.RandomEntry is { } random
            ? $" Its walk-forward return beats {random.ReturnPercentile(walked.Metrics.TotalReturn):0} % of random-entry strategies of the same shape."
            : " It made no trade when walked forward.";
        var verdict = outcome.Viable
            ? "It met every condition of viability, both in the second look on more folds and walked forward on bars that its models had not seen."
            : $"The best of {outcome.TrialCount} configurations, trial {outcome.Chosen.TrialNumber}, does not meet every condition; an honest search of this data ends here.";
        return verdict + percentile;
    }

    private static IEnumerable<string> Missed(string where, ScoredRun run) => run.Score.Reasons.Select(r => $"{where}: {r}");

    private static ReportComparison Comparison(StudyOutcome outcome, BarSeries bars, OpenedHoldOut? holdOut)
    {
        var walked = outcome.WalkForward.Whole;
        var contenders = new List<ReportContender>
        {
            new("Chosen configuration", 0)
            {
                InSample = Figures.Of(outcome.Chosen.Second.Whole),
                OutOfSample = Figures.Of(walked),
                HoldOut = holdOut is null ? null : Figures.Of(holdOut.Comparison.Chosen.Run),
            },
            new("Fixed defaults", 1)
            {
                InSample = Figures.Of(outcome.Defaults.Second.Whole),
                OutOfSample = Figures.Of(outcome.DefaultsWalkForward.Whole),
                HoldOut = holdOut is null ? null : Figures.Of(holdOut.Comparison.Defaults.Run),
            },
            new("Buy and hold", 2)
            {
                OutOfSample = Figures.Of(outcome.BuyAndHold),
                HoldOut = holdOut is null ? null : Figures.Of(holdOut.Comparison.BuyAndHold),
            },
        };
        if (outcome.RandomEntry is { } random)
        {
            contenders.Add(new("Random entry, median", 3)
            {
                OutOfSample = new() { Score = random.MedianComposite, TotalReturn = random.MedianReturn, Trades = walked.Metrics.Trades },
                HoldOut = holdOut?.Comparison.RandomEntry is { } drawn ? new() { Score = drawn.MedianComposite, TotalReturn = drawn.MedianReturn } : null,
            });
        }

        return new()
        {
            Contenders = contenders,
            RandomEntry = outcome.RandomEntry is not { } draws
                ? null
                : new(
                    draws.Returns.Length,
                    double.NaN,
                    draws.ReturnPercentile(walked.Metrics.TotalReturn) / 100,
                    holdOut?.Comparison.RandomEntry?.ReturnPercentile(holdOut.Comparison.Chosen.Run.Metrics.TotalReturn) / 100 ?? double.NaN),
            HoldOutOpenedAt = holdOut?.OpenedAt,
            Periods =
            [
                Period(bars, outcome.Chosen.Second.Whole),
                Period(bars, walked),
                holdOut is null ? string.Empty : Period(holdOut.Bars, holdOut.Comparison.Chosen.Run),
            ],
        };
    }

    private static ReportConfiguration Configuration(Candidate candidate, ScoredRun? walked) =>
        new(candidate.TrialNumber < 0 ? "Fixed defaults" : $"#{candidate.TrialNumber}", candidate.Second.Whole.Score.Viable)
        {
            Reasons = candidate.Second.Whole.Score.Reasons,
            InSample = Figures.Of(candidate.Second.Whole),
            OutOfSample = walked is null ? null : Figures.Of(walked),
            FoldScores = [.. candidate.Second.Folds.Select(f => f.Score.Composite)],
            LowerBound = candidate.Second.LowerBound,
            Parameters = candidate.Parameters is null ? [] : [.. candidate.Parameters.AsDictionary.Select(p => new ReportParameter(p.Key, Text(p.Value)))],
        };

    private static string Text(object value) => value is double number ? $"{number:0.######}" : $"{value}";

    private static ReportCalibration Calibration(string name, IReadOnlyList<CalibrationPoint> points)
    {
        double rows = points.Sum(p => p.Rows);
        return new(name, [.. points.Select(p => new ReportCalibrationBin(p.Confidence, p.Paid, p.Rows))])
        {
            ExpectedError = rows > 0 ? points.Sum(p => p.Rows * Math.Abs(p.Confidence - p.Paid)) / rows : double.NaN,
        };
    }

    private static List<ReportParameter> Facts(StudyOutcome outcome, ResultIdentity identity, IReadOnlyList<ReportParameter> more) =>
    [
        new("Seed", $"{outcome.Settings.Seed}"),
        new("Data hash (development part)", outcome.DataHash),
        new("Configuration hash", identity.ConfigurationHash),
        new("Code version", identity.CodeVersion),
        new("Rows learned from", $"{outcome.Rows:N0} of {outcome.FeatureCount} features"),
        new("Configurations", $"{outcome.TrialCount} x 4 forests x {outcome.Settings.Validation.Folds} purged folds"),
        new("Trees grown in the search", $"{outcome.Trees.Grown:N0}; by warm-start arithmetic {outcome.Trees.WarmStarted:N0}, from scratch {outcome.Trees.FromScratch:N0}"),
        .. outcome.LowestFidelity is { } plain
            ? [new ReportParameter("Plain baseline (in-sample values)", $"best {plain.Evaluated} of the lowest fidelity: {plain.BestValue:0.0000} with {plain.Trees:N0} trees; Hyperband: {plain.HyperbandValue:0.0000} with {plain.HyperbandTrees:N0}")]
            : Array.Empty<ReportParameter>(),
        .. outcome.WalkForward.Skills.Zip(outcome.Chosen.Second.Skills, (walked, folded) => new ReportParameter(
            $"{walked.Role} model",
            $"{(walked.Role is Strategies.Ensemble.EnsembleRole.Entry or Strategies.Ensemble.EnsembleRole.Exit ? "AUC" : "R2")} {walked.Score:0.000} walked forward ({folded.Score:0.000} out of fold); loss {walked.Loss:0.0000} against {walked.BaseLoss:0.0000} of the base rate")),
        .. more,
    ];

    private static string Period(BarSeries bars, ScoredRun run) =>
        $"{Day(UtcTime.Format(bars.OpenTime[run.Range.Start]))} to {Day(UtcTime.Format(bars.OpenTime[run.Range.End - 1]))}";

    private static string Day(string time) => time[..10];
}
