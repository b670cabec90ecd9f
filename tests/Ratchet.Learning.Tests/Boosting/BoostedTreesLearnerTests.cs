using Ratchet.Learning.Binning;
using Ratchet.Learning.Boosting;
using Ratchet.Learning.Learners;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Boosting;

public sealed class BoostedTreesLearnerTests
{
    private static readonly StreamKey Key = StreamKey.FromSeed(8);

    // Values 0 0 0 1 1 with targets 1 1 1 5 7 from 0: left g = -3, h = 3; right g = -12, h = 2; both g = -15, h = 5.
    [Theory]
    [InlineData(1, 0, (9.0 / 4) + (144.0 / 3) - (225.0 / 6), 0.75, 4.0)]
    [InlineData(0, 0, (9.0 / 3) + (144.0 / 2) - (225.0 / 5), 1.0, 6.0)]
    [InlineData(1, 2, (1.0 / 4) + (100.0 / 3) - (169.0 / 6), 0.25, 10.0 / 3)]
    public void Learn_OneSplit_HasTheGainAndWeightsOfTheFormula(double lambda, double alpha, double gain, double left, double right)
    {
        var model = Small(new() { Lambda = lambda, Alpha = alpha });
        Assert.Equal(gain, model.Importance(ImportanceKind.TotalGain)[0], 1e-5);
        Assert.Equal(5, model.Importance(ImportanceKind.Cover)[0]);
        Assert.Equal(left / 2, model.Predict([0]), 1e-6);
        Assert.Equal(right / 2, model.Predict([1]), 1e-6);
        Assert.Equal(3, model.Trees.Nodes.Length);
        Assert.Equal((float)left, model.BaseWeights[1], 1e-6);
    }

    [Fact]
    public void Learn_GainBelowGamma_IsNotSplit()
    {
        Assert.Equal(3, Small(new() { Gamma = 12.7 }).Trees.Nodes.Length);
        var model = Small(new() { Gamma = 12.8 });
        Assert.Single(model.Trees.Nodes);
        Assert.Equal(15.0 / 6 / 2, model.Predict([0]), 1e-6);
    }

    [Fact]
    public void Learn_ChildBelowMinChildWeight_IsNotSplit()
    {
        Assert.Equal(3, Small(new() { MinChildWeight = 2 }).Trees.Nodes.Length);
        Assert.Single(Small(new() { MinChildWeight = 2.1 }).Trees.Nodes);
    }

    [Fact]
    public void Learn_MaxDeltaStep_ClipsWeights()
    {
        var model = Small(new() { MaxDeltaStep = 2 });
        Assert.Equal(0.75 / 2, model.Predict([0]), 1e-6);
        Assert.Equal(1, model.Predict([1]), 1e-6);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Learn_SmallTables_IsTheExactReference(int seed)
    {
        var plain = new BoostingOptions { Rounds = 4, MaxDepth = 3, BaseScore = 0.4 };
        var squared = plain with { Objective = BoostingObjective.SquaredError };
        BoostingOptions[] all =
        [
            plain,
            plain with { Lambda = 0.5, Alpha = 0.3, Gamma = 0.2, MinChildWeight = 3 },
            squared with { Gamma = 1 },
            squared with { MonotoneConstraints = [1, -1, 1, 0] },
        ];
        foreach (var options in all)
        {
            var data = BoostingData.Make(150, 4, (ulong)seed, 0.15, 7, options.MonotoneConstraints.Count > 0 ? 1 : 0);
            var expected = new ExactBoosting(options, data, data.Weights).Margins();
            foreach (var wide in new[] { false, true })
            {
                var margins = new double[data.RowCount];
                data.Learn(options, true, 1, wide).PredictMargins(data.Bin(), data.AllRows, margins);
                for (var i = 0; i < margins.Length; i++)
                {
                    Assert.Equal(expected[i], margins[i], 1e-6);
                }
            }
        }
    }

    public static TheoryData<string> Kinds => ["binary", "softmax", "squared", "columns", "leafwise", "monotone"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Learn_AnyThreads_GivesTheSameBits(string kind)
    {
        var data = BoostingData.Make(9000, 19, 4, 0.05, 200);
        var one = data.Learn(Options(kind, 19), true);
        foreach (var threads in new[] { 2, 4 })
        {
            var other = data.Learn(Options(kind, 19), true, threads);
            Assert.Equal(one.Trees.Nodes, other.Trees.Nodes);
            Assert.Equal(one.Trees.Values, other.Trees.Values);
            Assert.Equal(one.Trees.Weights, other.Trees.Weights);
            Assert.Equal(one.TrainingLosses.ToArray(), other.TrainingLosses.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Predict_BatchAndRows_FollowFromTheMarginsOfTraining(string kind)
    {
        var data = BoostingData.Make(4000, 10, 5, 0.1, 100);
        var model = data.Learn(Options(kind, 10), true);
        var outputs = model.OutputCount;
        var batch = new double[data.RowCount * outputs];
        var parallel = new double[batch.Length];
        var x = data.Bin();
        model.Predict(x, data.AllRows, batch);
        model.Predict(x, data.AllRows, parallel, 4, CancellationToken.None);
        Assert.Equal(batch, parallel);
        var one = new double[outputs];
        var loss = 0.0;
        for (var i = 0; i < data.RowCount; i++)
        {
            model.Predict(data.Row(i), one);
            Assert.Equal(batch.AsSpan(i * outputs, outputs).ToArray(), one);
            loss += data.Weights[i] * (model.Objective switch
            {
                BoostingObjective.BinaryLogistic => -Math.Log(data.Labels[i] == 1 ? one[0] : 1 - one[0]),
                BoostingObjective.Softmax => -Math.Log(one[(int)data.ThreeClasses[i]]),
                _ => Math.Pow(one[0] - data.Numbers[i], 2),
            });
            Assert.True(outputs == 1 || Math.Abs(one.Sum() - 1) < 1e-12);
        }

        // The last training loss is of margins that leaves and descents have built up: in and out of the samples.
        loss /= data.Weights.Sum();
        Assert.Equal(model.Objective == BoostingObjective.SquaredError ? Math.Sqrt(loss) : loss, model.TrainingLosses[^1], 1e-9);
        Assert.True(model.TrainingLosses[^1] < model.TrainingLosses[0]);
    }

    [Fact]
    public void Learn_ScalePositiveWeight_IsAWeight()
    {
        var data = BoostingData.Make(2000, 5, 6);
        var scaled = data.Learn(new() { Rounds = 5, ScalePositiveWeight = 2.5 });
        var weights = data.Labels.Select(y => y == 1 ? 2.5 : 1).ToArray();
        var weighted = new BoostedTreesLearner(new() { Rounds = 5 }, StreamKey.FromSeed(3)).Learn(
            data.Bin(), new TrainingView(data.AllRows, data.Labels, weights), null, null, 1, CancellationToken.None);
        Assert.Equal(weighted.Trees.Nodes, scaled.Trees.Nodes);
        Assert.Equal(weighted.Trees.Values, scaled.Trees.Values);
    }

    [Fact]
    public void Learn_MonotoneConstraints_HoldOnAGrid()
    {
        var data = BoostingData.Make(3000, 3, 7, 0, 30);
        var model = data.Learn(new() { Objective = BoostingObjective.SquaredError, Rounds = 30, MonotoneConstraints = [1, -1, 0] });
        for (var a = 0; a < 29; a++)
        {
            for (var b = 0; b < 30; b++)
            {
                Assert.True(model.Predict([a, b, 3]) <= model.Predict([a + 1, b, 3]));
                Assert.True(model.Predict([b, a, 3]) >= model.Predict([b, a + 1, 3]));
            }
        }

        var free = data.Learn(new() { Objective = BoostingObjective.SquaredError, Rounds = 30 });
        Assert.Contains(Enumerable.Range(0, 29), b => free.Predict([9, b, 3]) < free.Predict([9, b + 1, 3]));
    }

    [Fact]
    public void Learn_EarlyStopping_KeepsTheRoundsUpToTheBest()
    {
        var data = BoostingData.Make(1200, 8, 9);
        int[] train = [.. Enumerable.Range(0, 800)];
        int[] rest = [.. Enumerable.Range(800, 400)];
        var options = new BoostingOptions { Rounds = 200, MaxDepth = 8, EarlyStoppingRounds = 7 };
        var reports = new List<LearningProgress>();
        var model = new BoostedTreesLearner(options, Key).Learn(
            data.Bin(), new(train, data.Labels, default), new(rest, data.Labels, default), new Reports(reports.Add), 1, CancellationToken.None);
        var losses = model.ValidationLosses.ToArray();
        Assert.Equal(Array.IndexOf(losses, losses.Min()) + 1, model.BestRound);
        Assert.Equal(model.BestRound, model.Rounds);
        Assert.Equal(model.BestRound + 7, losses.Length);
        Assert.True(losses.Length < 200);
        Assert.Equal(losses, reports.Select(r => r.ValidationLoss));
        Assert.Equal(model.TrainingLosses.ToArray(), reports.Select(r => r.TrainingLoss));
        Assert.Equal(Enumerable.Range(1, losses.Length), reports.Select(r => r.Done));

        // Without stopping all rounds are kept, and the first ones predict the same.
        var whole = new BoostedTreesLearner(options with { EarlyStoppingRounds = 0, Rounds = losses.Length }, Key).Learn(
            data.Bin(), new(train, data.Labels, default), new(rest, data.Labels, default), null, 1, CancellationToken.None);
        Assert.Equal(losses.Length, whole.Rounds);
        Assert.Equal(model.BestRound, whole.BestRound);
        var expected = new double[rest.Length];
        var first = new double[rest.Length];
        model.Predict(data.Bin(), rest, expected);
        whole.Predict(data.Bin(), rest, model.BestRound, first);
        Assert.Equal(expected, first);
    }

    [Fact]
    public void Learn_FewHugeErrors_StillSplitsTheOthers()
    {
        var data = BoostingData.Make(4000, 3, 10, 0, 20);
        data.Numbers[17] = 1e13;
        data.Columns[0][17] = 25;
        var rows = data.AllRows.Where(i => i != 17).ToArray();
        var options = new BoostingOptions { Objective = BoostingObjective.SquaredError, Rounds = 1, LearningRate = 1, MaxDepth = 12, BaseScore = 0 };
        var model = data.Learn(options);
        var output = new double[rows.Length];
        model.Predict(data.Bin(), rows, output);
        var error = rows.Select((r, i) => Math.Pow(output[i] - data.Numbers[r], 2)).Average();
        var mean = rows.Average(r => data.Numbers[r]);
        Assert.True(error < 0.8 * rows.Average(r => Math.Pow(data.Numbers[r] - mean, 2)), $"mean squared error {error}");
        Assert.Equal(data.Learn(options, wide: true).Trees.Nodes, model.Trees.Nodes);
    }

    [Fact]
    public void Learn_PackedAndWideIntegers_AgreeInQuality()
    {
        var data = BoostingData.Make(20_000, 6, 12, 0.02, 250);
        var options = new BoostingOptions { Rounds = 20, MaxDepth = 5 };
        Assert.Equal(data.Learn(options, wide: true).TrainingLosses[^1], data.Learn(options).TrainingLosses[^1], 2e-4);
    }

    [Fact]
    public void Learn_Cancelled_Throws()
    {
        var data = BoostingData.Make(3000, 8, 13);
        using var source = new CancellationTokenSource();
        var learner = new BoostedTreesLearner(new() { Rounds = 100_000 }, Key);
        Assert.ThrowsAny<OperationCanceledException>(() => learner.Learn(
            data.Bin(), new(data.AllRows, data.Labels, default), null, new Reports(p => Cancel(p, source)), 2, source.Token));

        static void Cancel(LearningProgress progress, CancellationTokenSource source)
        {
            if (progress.Done == 3)
            {
                source.Cancel();
            }
        }
    }

    [Fact]
    public void Learn_BadInput_NamesIt()
    {
        var data = BoostingData.Make(50, 3, 14);
        var x = data.Bin();
        var view = new TrainingView(data.AllRows, data.Labels, default);
        Assert.Contains("row", Refusal(new(), new(data.AllRows, data.ThreeClasses, default), null), StringComparison.Ordinal);
        Assert.Contains("class label", Refusal(new(), new(data.AllRows, data.Numbers, default), null), StringComparison.Ordinal);
        Assert.Contains("validation", Refusal(new(), view, new(data.AllRows, data.ThreeClasses, default)), StringComparison.Ordinal);
        Assert.Contains("3 features", Refusal(new() { MonotoneConstraints = [1, 0] }, view, null), StringComparison.Ordinal);
        Assert.Contains("EarlyStoppingRounds is 5", Refusal(new() { EarlyStoppingRounds = 5 }, view, null), StringComparison.Ordinal);
        Assert.Contains("49 targets", Refusal(new(), new(new[] { 0 }, data.Labels.AsMemory(0, 49), default), null), StringComparison.Ordinal);

        string Refusal(BoostingOptions options, TrainingView training, TrainingView? validation) => Assert.Throws<ArgumentException>(
            () => new BoostedTreesLearner(options, Key).Learn(x, training, validation, null, 1, CancellationToken.None)).Message;
    }

    [Fact]
    public void Learn_ThroughTheInterface_IsTheSame()
    {
        var data = BoostingData.Make(300, 4, 15);
        var x = data.Bin();
        var table = new LearningData(x.Names, [.. data.Columns.Select(c => (ReadOnlyMemory<double>)c)], x);
        ILearner learner = new BoostedTreesLearner(new() { Objective = BoostingObjective.Softmax, Rounds = 3 }, Key);
        var predictor = learner.Learn(table, new(data.AllRows, data.Labels, default), null, null, 1, CancellationToken.None);
        var model = (BoostedTrees)predictor;
        Assert.Equal((1, 2), (predictor.OutputCount, model.OutputCount));
        var one = new double[data.RowCount];
        var both = new double[2 * data.RowCount];
        predictor.Predict(table, data.AllRows, one);
        model.Predict(x, data.AllRows, both);
        Assert.Equal(both.Where((_, i) => i % 2 == 1), one);
        Assert.Equal(MissingValues.Accepted, learner.MissingValues);
    }

    [Fact]
    public void Predict_SingleRow_AllocatesNothing()
    {
        var data = BoostingData.Make(2000, 6, 16);
        var model = data.Learn(new() { Rounds = 30 });
        var row = data.Row(3);
        model.Predict(row);
        var before = GC.GetAllocatedBytesForCurrentThread();
        model.Predict(row);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static BoostingOptions Options(string kind, int features)
    {
        var plain = new BoostingOptions { Rounds = 6, MaxDepth = 5, Subsample = 0.7 };
        return kind switch
        {
            "binary" => plain,
            "softmax" => plain with { Objective = BoostingObjective.Softmax },
            "squared" => plain with { Objective = BoostingObjective.SquaredError },
            "columns" => plain with { ColumnSampleByTree = 0.6, ColumnSampleByLevel = 0.7, ColumnSampleByNode = 0.6 },
            "leafwise" => plain with { MaxDepth = 0, MaxLeaves = 40 },
            _ => plain with { MonotoneConstraints = [.. Enumerable.Range(0, features).Select(f => (f % 3) - 1)] },
        };
    }

    private static BoostedTrees Small(BoostingOptions options)
    {
        double[] values = [0, 0, 0, 1, 1];
        double[] targets = [1, 1, 1, 5, 7];
        var x = BinnedMatrix.Build(["a"], [values], new(0, 5), new(), 1, CancellationToken.None);
        return new BoostedTreesLearner(
            options with { Objective = BoostingObjective.SquaredError, BaseScore = 0, Rounds = 1, LearningRate = 0.5 }, Key).Learn(
            x, new(new[] { 0, 1, 2, 3, 4 }, targets, default), null, null, 1, CancellationToken.None);
    }

    private sealed class Reports(Action<LearningProgress> told) : IProgress<LearningProgress>
    {
        public void Report(LearningProgress value) => told(value);
    }
}
