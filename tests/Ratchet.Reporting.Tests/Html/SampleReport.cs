using Ratchet.Numerics.Randomness;
using Ratchet.Reporting.Html;

namespace Ratchet.Reporting.Tests.Html;

/// <summary>A model of realistic size and shape, made from a keyed random stream.</summary>
internal static class SampleReport
{
    private const long Hour = 3_600_000;
    private const long Start = 1_609_459_200_000; // 2021-01-01

    private static readonly string[] Features =
    [
        "fractal_dimension_20", "rsi_14_tf4", "atr_ratio_14_100", "volume_z_50", "swing_distance_up", "swing_distance_down", "macd_histogram_12_26_9", "hour_of_week_sin",
        "bollinger_width_20", "adx_14_tf16", "realised_skew_96", "order_flow_imbalance_10", "ema_slope_50", "regime_probability_2", "donchian_position_55", "close_to_vwap_24",
    ];

    private static readonly string[] Conditions = ["profit factor 1.04, needs more than 1.10", "Sharpe ratio 0.41, needs more than 0.50", "largest drawdown 31.8 %, needs less than 30 %"];

    public static StudyReport Build(int bars = 17_520, int trials = 364, bool isViable = true, bool isSynthetic = true)
    {
        var random = new Draws(7);
        var outBars = bars / 2;
        var split = Start + (bars * Hour);
        string[] names = ["Best configuration", "Buy and hold", "Fixed defaults", "Lowest fidelity first"];
        double[] inEnds = [0.412, 0.581, 0.071, 0.308];
        double[] outEnds = [0.086, 0.143, -0.021, 0.049];
        return new StudyReport
        {
            Title = "hyperband-btc-1h",
            Subtitle = "BTCUSDT · 1 h · 2021-01-01 to 2023-12-31 · 26,280 bars",
            IsSynthetic = isSynthetic,
            Verdict = isViable
                ? new ReportVerdict(true, "#217", "Configuration #217 met every condition of viability and was chosen by the lower confidence bound of its fold scores. In the walk-forward it kept about half of what the search promised.")
                : new ReportVerdict(false, "#217", "No configuration met every condition of viability. The nearest is #217; its figures follow, so that you can see how far it fell short.") { Reasons = [Conditions[0], Conditions[1]] },
            Warnings = ["Only 79 trades in the walk-forward: every figure below has a wide margin.", "1,092 trials have now been run on this data set; the deflated Sharpe ratio counts them all."],
            Comparison = Comparison(names),
            Equity =
            [
                new ReportEquity(ReportStage.InSample, [.. names.Select((name, i) => Curve(random, name, i, Start, bars, inEnds[i], i == 1 ? 0.0058 : 0.0011))]),
                new ReportEquity(ReportStage.OutOfSample, [.. names.Select((name, i) => Curve(random, name, i, split, outBars, outEnds[i], i == 1 ? 0.0042 : 0.0011))])
                {
                    Moments = [.. Enumerable.Range(0, 4).Select(i => new ReportMoment(split + (i * outBars / 4 * Hour), $"window {i + 1}"))],
                },
            ],
            TopConfigurations = [.. Enumerable.Range(0, 10).Select(i => Configuration(random, i, isViable))],
            Brackets = Brackets(),
            History = History(random, trials),
            Slices = Slices(random, trials),
            Calibration = [.. new[] { "Entry forest", "Direction forest", "Exit forest", "Risk forest" }.Select((name, i) => Calibration(random, name, i))],
            Importance = [.. new[] { "Entry forest", "Direction forest", "Exit forest", "Risk forest" }.Select(name => Importance(random, name))],
            Trades = [Trades(random, ReportStage.InSample, 214, 2021, 24), Trades(random, ReportStage.OutOfSample, 79, 2023, 12)],
            Run = new ReportRun(
                [
                    new("Seed", "20240117"),
                    new("Data", "sha256:9f2c6a0b4be1d5f7c8e9134a7700f3a2dd61c2b8e0a94455b1c3f7de02a91c66"),
                    new("Code version", "0.1.0+9e9c4cc"),
                    new("Configuration", "sha256:41b7d0e2c6c94f0f86f2a1d3ee47"),
                    new("Trials", "364 in 5 brackets"),
                    new("Trees grown", "1,204,800"),
                    new("Time", "41 min 12 s on 8 cores"),
                    new("Memory", "1.9 GB at most"),
                ],
                "ratchet study run --data data/btcusdt-1h.csv --symbol BTCUSDT --time-frame 1h --seed 20240117 --max-budget 27 --eta 3 --out results/"),
        };
    }

    private static ReportComparison Comparison(string[] names)
    {
        (double Total, double Annual, double Sharpe, double Drawdown, double Factor, double Score, double Trades, double Wins)[] search =
        [
            (0.412, 0.188, 1.62, 0.094, 1.71, 0.684, 214, 0.593), (0.581, 0.257, 0.74, 0.534, double.NaN, double.NaN, double.NaN, double.NaN),
            (0.071, 0.035, 0.39, 0.172, 1.09, 0.351, 301, 0.501), (0.308, 0.144, 1.28, 0.121, 1.46, 0.602, 188, 0.564),
        ];
        (double Total, double Annual, double Sharpe, double Drawdown, double Factor, double Score, double Trades, double Wins)[] forward =
        [
            (0.086, 0.086, 0.91, 0.078, 1.31, 0.497, 79, 0.557), (0.143, 0.143, 0.52, 0.214, double.NaN, double.NaN, double.NaN, double.NaN),
            (-0.021, -0.021, -0.22, 0.139, 0.96, 0.262, 122, 0.475), (0.049, 0.049, 0.58, 0.101, 1.17, 0.421, 71, 0.535),
        ];
        return new ReportComparison
        {
            Contenders = [.. names.Select((name, i) => new ReportContender(name, i) { InSample = Figures(search[i]), OutOfSample = Figures(forward[i]) })],
            RandomEntry = new ReportRandomEntry(1_000, 0.994, 0.912),
            Periods = ["2021-01-01 to 2022-12-31", "2023-01-01 to 2023-12-31", "2024-01-01 to 2024-06-30"],
        };
    }

    private static ReportFigures Figures((double Total, double Annual, double Sharpe, double Drawdown, double Factor, double Score, double Trades, double Wins) row) => new()
    {
        TotalReturn = row.Total,
        AnnualReturn = row.Annual,
        Sharpe = row.Sharpe,
        MaxDrawdown = row.Drawdown,
        ProfitFactor = row.Factor,
        Score = row.Score,
        Trades = row.Trades,
        WinRate = row.Wins,
    };

    private static ReportCurve Curve(Draws random, string name, int colour, long start, int bars, double end, double noise)
    {
        var times = new long[bars];
        var equity = new double[bars];
        var walk = new double[bars];
        for (var i = 1; i < bars; i++)
        {
            walk[i] = walk[i - 1] + (noise * random.Normal());
        }

        // A bridge: the walk is tilted so that it ends at the return that the table shows.
        for (var i = 0; i < bars; i++)
        {
            times[i] = start + (i * Hour);
            equity[i] = 10_000 * Math.Exp(walk[i] + ((Math.Log(1 + end) - walk[^1]) * i / (bars - 1)));
        }

        return new ReportCurve(name, colour, times, equity);
    }

    private static ReportConfiguration Configuration(Draws random, int rank, bool isViable)
    {
        var score = 0.684 - (0.012 * rank);
        var viable = isViable && rank is 0 or 1 or 3;
        return new ReportConfiguration($"#{217 - (17 * rank)}", viable)
        {
            Reasons = viable ? [] : [.. Conditions.Take(1 + (rank % 3))],
            InSample = Figures((0.41 - (0.02 * rank), 0.18, 1.62 - (0.05 * rank), 0.094 + (0.006 * rank), 1.6, score, 214 - (3 * rank), 0.58)),
            OutOfSample = rank < 5 ? Figures((0.086 - (0.03 * rank), 0.08, 0.91 - (0.2 * rank), 0.078 + (0.01 * rank), 1.2, score - 0.187 - (0.02 * rank), 79 - rank, 0.55)) : null,
            FoldScores = [.. Enumerable.Range(0, 6).Select(_ => score + (0.09 * random.Normal()))],
            LowerBound = score - 0.09 - (0.03 * random.Uniform()),
            Parameters =
            [
                new("trees", "400"), new("max_depth", "9"), new("min_leaf", "24"), new("features_per_split", "0.35"), new("bootstrap", "0.71"), new("label_target_atr", "2.4"), new("label_stop_atr", "1.3"),
                new("label_horizon_bars", "48"), new("entry_threshold", "0.583"), new("feature_groups", "trend, volatility, swing, fractal"), new("risk_per_trade", "0.0075"), new("trailing_atr", "1.9"),
            ],
        };
    }

    private static ReportBracket[] Brackets() =>
    [
        new("Bracket 4", [new("1/81", 0, 162, 54), new("1/27", 1, 54, 18), new("1/9", 2, 18, 6), new("1/3", 3, 6, 2), new("full", 4, 2, 2)]),
        new("Bracket 3", [new("1/27", 1, 68, 22), new("1/9", 2, 22, 7), new("1/3", 3, 7, 2), new("full", 4, 2, 2)]),
        new("Bracket 2", [new("1/9", 2, 30, 10), new("1/3", 3, 10, 3), new("full", 4, 3, 3)]),
        new("Bracket 1", [new("1/3", 3, 16, 5), new("full", 4, 5, 5)]),
        new("Bracket 0", [new("full", 4, 10, 10)]),
    ];

    private static ReportHistory History(Draws random, int count)
    {
        var trials = new ReportTrial[count];
        for (var i = 0; i < count; i++)
        {
            var rung = random.Uniform() switch
            {
                < 0.5 => 0,
                < 0.75 => 1,
                < 0.88 => 2,
                < 0.95 => 3,
                _ => 4,
            };
            var value = 0.28 + (0.06 * rung) + (0.1 * random.Normal()) + (0.12 * i / count);
            trials[i] = new ReportTrial(i, i % 53 == 11 ? double.NaN : i % 31 == 4 ? value - 4 : Math.Min(value, 0.684), rung, value > 0.55);
        }

        return new ReportHistory(trials, ["1/81", "1/27", "1/9", "1/3", "full"]) { OutOfSampleScore = 0.497 };
    }

    private static ReportSlice[] Slices(Draws random, int count) =>
    [
        Slice(random, count, "label_target_atr", 0.31, draw => 0.8 + (3.2 * draw), draw => -2 * (draw - 0.5) * (draw - 0.5)),
        Slice(random, count, "entry_threshold", 0.22, draw => 0.5 + (0.2 * draw), draw => 0.25 * draw),
        Slice(random, count, "learning_rate", 0.14, draw => Math.Pow(10, -3 + (3 * draw)), draw => -(draw - 0.4) * (draw - 0.4)) with { IsLogarithmic = true },
        Slice(random, count, "min_leaf", 0.09, draw => Math.Round(5 + (195 * draw)), draw => 0.1 * draw),
        Slice(random, count, "splitter", 0.07, draw => Math.Floor(draw * 3), draw => draw > 0.66 ? 0.1 : 0) with { Categories = ["best", "random", "extremely randomised"] },
        Slice(random, count, "max_depth", 0.05, draw => Math.Round(3 + (12 * draw)), _ => 0),
    ];

    private static ReportSlice Slice(Draws random, int count, string name, double importance, Func<double, double> value, Func<double, double> effect)
    {
        var points = new ReportSlicePoint[count];
        for (var i = 0; i < count; i++)
        {
            var draw = random.Uniform();
            var rung = (int)(5 * random.Uniform() * random.Uniform());
            points[i] = new ReportSlicePoint(value(draw), 0.35 + (0.05 * rung) + effect(draw) + (0.07 * random.Normal()), rung);
        }

        return new ReportSlice(name, points) { Importance = importance };
    }

    private static ReportCalibration Calibration(Draws random, string name, int tilt)
    {
        var bins = new ReportCalibrationBin[10];
        for (var i = 0; i < 10; i++)
        {
            var predicted = (i + 0.5) / 10;
            var observed = Math.Clamp(0.5 + ((predicted - 0.5) * (0.95 - (0.12 * tilt))) + (0.02 * random.Normal()), 0, 1);
            var count = (int)(4_200 * Math.Exp(-14 * (predicted - 0.45) * (predicted - 0.45)));
            bins[i] = i == 9 && tilt == 3 ? new ReportCalibrationBin(predicted, double.NaN, 0) : new ReportCalibrationBin(predicted, observed, count);
        }

        return new ReportCalibration(name, bins) { ExpectedError = 0.011 + (0.012 * tilt), Brier = 0.218 + (0.01 * tilt) };
    }

    private static ReportImportance Importance(Draws random, string name)
    {
        var features = Features.Select((feature, i) =>
        {
            var mean = 0.031 * Math.Exp(-0.19 * i) * (0.85 + (0.3 * random.Uniform()));
            var spread = 0.0015 + (0.2 * mean);
            return new ReportFeature(feature, mean, mean - spread, mean + spread);
        });
        return new ReportImportance(name, [.. features.OrderByDescending(feature => feature.Mean)]) { Measure = "rise of log loss when the feature is permuted, out of fold" };
    }

    private static ReportTrades Trades(Draws random, ReportStage stage, int count, int year, int months)
    {
        var results = new double[count];
        for (var i = 0; i < count; i++)
        {
            results[i] = random.Uniform() < 0.44 ? -1 + (0.3 * random.Uniform()) : 0.2 + (2.2 * random.Uniform() * random.Uniform()) + (random.Uniform() < 0.1 ? 1.5 : 0);
        }

        return new ReportTrades(stage, count)
        {
            Sides = [new("Long", (count * 6 / 10), 0.61, 0.24), new("Short", count - (count * 6 / 10), 0.49, -0.03)],
            Exits = [new("Target", count * 3 / 10, 1.84), new("Stop loss", count * 3 / 10, -0.97), new("Trailing stop", count / 5, 0.71), new("Time stop", count / 10, -0.12), new("Signal", count - (count * 3 / 10 * 2) - (count / 5) - (count / 10), 0.05)],
            Best = "+3.9 R, long, 2023-03-13, target",
            Worst = "−1.4 R, short, 2023-10-24, stop loss",
            Holding = "median 7 h, mean 11 h, longest 2 d",
            RMultiples = results,
            Months = [.. Enumerable.Range(0, months).Select(i => new ReportMonth(year + (i / 12), (i % 12) + 1, 0.008 + (0.028 * random.Normal())))],
        };
    }

    /// <summary>Successive draws; the sample is made by one thread in one order.</summary>
    private sealed class Draws(ulong seed)
    {
        private readonly RandomStream _stream = StreamKey.FromSeed(seed).Open();

        public double Uniform() => _stream.NextDouble();

        public double Normal() => _stream.NextNormal();
    }
}
