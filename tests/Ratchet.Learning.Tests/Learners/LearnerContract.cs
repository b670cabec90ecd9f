using System.Diagnostics;
using Ratchet.Learning.Learners;

namespace Ratchet.Learning.Tests.Learners;

/// <summary>What every learner keeps. A learner's test class inherits this and says how the learner is made and what it learns.</summary>
public abstract class LearnerContract
{
    private const int Rows = 240;
    private const int Features = 5;

    /// <summary>What the learner is asked to learn.</summary>
    protected abstract ContractTask Task { get; }

    /// <summary>The size of a table on which <see cref="LongLearner"/> takes some tenths of a second.</summary>
    protected abstract (int Rows, int Features) LongFit { get; }

    /// <summary>A learner; each call must give one that learns the same.</summary>
    protected abstract ILearner Learner();

    /// <summary>A learner that takes a while, for cancelling.</summary>
    protected virtual ILearner LongLearner() => Learner();

    [Fact]
    public void Learn_AnyNumberOfThreads_PredictsTheSameBits()
    {
        var table = Table(weighted: true);
        var expected = Predict(Learn(table, threads: 1), table);
        Assert.Equal(expected, Predict(Learn(table, threads: 2), table));
        Assert.Equal(expected, Predict(Learn(table, threads: 4), table));
    }

    [Fact]
    public void Learn_Twice_PredictsTheSameBits()
    {
        var table = Table();
        var learner = Learner();
        var first = Predict(learner.Learn(table.Data, table.View, null, null, 2, CancellationToken.None), table);
        Assert.Equal(first, Predict(learner.Learn(table.Data, table.View, null, null, 2, CancellationToken.None), table));
        Assert.Equal(first, Predict(Learn(table), table));
    }

    [Fact]
    public void Learn_OrdinaryRows_BeatsAConstant()
    {
        var table = Table();
        var fresh = new ContractTable(Task, Rows, Features, 2);
        var predictions = Predict(Learn(table), fresh);
        var width = predictions.Length / Rows;
        double Error(Func<int, int, double> predicted) => Enumerable.Range(0, Rows).Sum(i => Enumerable.Range(0, width).Sum(c =>
        {
            var truth = width == 1 ? fresh.Targets[i] : fresh.Targets[i] == c ? 1 : 0;
            return Math.Pow(truth - predicted(i, c), 2);
        }));
        var constant = Enumerable.Range(0, width).Select(c => table.Targets.Average(y => width == 1 ? y : y == c ? 1 : 0)).ToArray();
        Assert.True(Error((i, c) => predictions[(i * width) + c]) < 0.8 * Error((_, c) => constant[c]));
    }

    [Fact]
    public void LearnAndPredict_Inputs_AreNotChanged()
    {
        var table = Table(weighted: true);
        var before = table.Fingerprint();
        var model = Learn(table, threads: 2);
        Predict(model, table);
        Assert.Equal(before, table.Fingerprint());
    }

    [Fact]
    public void Learn_RowsOutsideTheView_AreNeverLookedAt()
    {
        var clean = Table(weighted: true);
        clean.Rows = [.. Enumerable.Range(0, Rows).Where(r => r % 3 != 0)];
        clean.EdgeRows = new(0, 120);
        var poisoned = Table(weighted: true);
        poisoned.Rows = clean.Rows;
        poisoned.EdgeRows = clean.EdgeRows;
        foreach (var row in Enumerable.Range(120, Rows - 120).Where(r => r % 3 == 0))
        {
            poisoned.Targets[row] = row % 2 == 0 ? double.NaN : double.PositiveInfinity;
            poisoned.Weights[row] = row % 2 == 0 ? double.NegativeInfinity : double.NaN;
            foreach (var column in poisoned.Columns)
            {
                column[row] = double.NaN;
            }
        }

        Assert.Equal(Predict(Learn(clean), clean, clean.Rows), Predict(Learn(poisoned), clean, clean.Rows));
    }

    [Fact]
    public void Learn_TargetsOfRowsOfWeightZero_DoNotMatter()
    {
        var first = Table(weighted: true);
        var second = Table(weighted: true);
        for (var row = 0; row < Rows; row += 4)
        {
            first.Weights[row] = 0;
            second.Weights[row] = 0;
            second.Targets[row] = Task == ContractTask.Regression ? 1e6 : 1 - Math.Min(1, second.Targets[row]);
        }

        Assert.Equal(Predict(Learn(first), first), Predict(Learn(second), first));
    }

    [Fact]
    public void View_RefusedTargetsWeightsAndRows_ThrowAndNameTheRow()
    {
        var table = Table(weighted: true);
        table.Targets[17] = double.NaN;
        Assert.Contains("17", Assert.ThrowsAny<ArgumentException>(() => table.View).Message, StringComparison.Ordinal);
        table = Table(weighted: true);
        table.Weights[18] = -1;
        Assert.Contains("18", Assert.ThrowsAny<ArgumentException>(() => table.View).Message, StringComparison.Ordinal);
        table.Weights = new double[Rows];
        Assert.ThrowsAny<ArgumentException>(() => table.View);
        table.Rows = [];
        Assert.ThrowsAny<ArgumentException>(() => table.View);
    }

    [Fact]
    public void Learn_LabelsThatAreNoClasses_ThrowAndNameTheRowOrAreNumbers()
    {
        var table = Table();
        table.Targets[23] = 0.5;
        if (Task == ContractTask.Regression)
        {
            Assert.All(Predict(Learn(table), table), p => Assert.True(double.IsFinite(p)));
            return;
        }

        Assert.Contains("23", Assert.ThrowsAny<ArgumentException>(() => Learn(table)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Learn_WrongShapesAndThreads_Throw()
    {
        var table = Table();
        var other = new ContractTable(Task, Rows - 1, Features);
        Assert.ThrowsAny<ArgumentException>(() => Learner().Learn(table.Data, other.View, null, null, 1, CancellationToken.None));
        Assert.ThrowsAny<ArgumentException>(() => Learner().Learn(table.Data, table.View, null, null, 0, CancellationToken.None));
        Assert.Throws<ArgumentNullException>(() => Learner().Learn(null!, table.View, null, null, 1, CancellationToken.None));
        Assert.Throws<ArgumentNullException>(() => Learner().Learn(table.Data, null!, null, null, 1, CancellationToken.None));
    }

    [Fact]
    public void Data_AnInfiniteFeature_IsRefusedByName()
    {
        var table = Table();
        table.Columns[3][41] = double.PositiveInfinity;
        var message = Assert.ThrowsAny<ArgumentException>(() => table.Data).Message;
        Assert.Contains("feature-3", message, StringComparison.Ordinal);
        Assert.Contains("41", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Learn_OneClassOrOneValue_PredictsIt()
    {
        var table = Table();
        var only = Task switch { ContractTask.Binary => 0, ContractTask.MultiClass => 2, _ => 3.25 };
        Array.Fill(table.Targets, only);
        var model = Learn(table);
        Assert.Equal(Task == ContractTask.MultiClass ? 3 : 1, model.OutputCount);
        var predictions = Predict(model, table);
        for (var i = 0; i < predictions.Length; i++)
        {
            var expected = Task == ContractTask.MultiClass ? (i % 3 == 2 ? 1 : 0) : only;
            Assert.Equal(expected, predictions[i], 0.05);
        }
    }

    [Fact]
    public void Learn_ConstantFeatures_PredictsOneFiniteNumber()
    {
        var table = Table();
        foreach (var column in table.Columns)
        {
            Array.Fill(column, 0.1);
        }

        var model = Learn(table);
        var predictions = Predict(model, table);
        Assert.All(predictions, p => Assert.True(double.IsFinite(p)));
        Assert.Equal(model.OutputCount, predictions.Select((p, i) => (i % model.OutputCount, p)).Distinct().Count());
    }

    [Fact]
    public void Learn_OneRow_PredictsFiniteNumbers()
    {
        var table = Table();
        table.Rows = [7];
        var predictions = Predict(Learn(table), table);
        Assert.All(predictions, p => Assert.True(double.IsFinite(p)));
        Assert.All(predictions, p => Assert.True(Task != ContractTask.Regression || Math.Abs(p - table.Targets[7]) < 1e-6));
    }

    [Fact]
    public void LearnAndPredict_MissingValues_KeepTheDeclaredPolicy()
    {
        var clean = Table();
        var holed = Table();
        for (var row = 11; row < Rows; row += 7)
        {
            holed.Columns[2][row] = double.NaN;
        }

        if (Learner().MissingValues == MissingValues.Accepted)
        {
            Assert.All(Predict(Learn(holed), holed), p => Assert.True(double.IsFinite(p)));
            Assert.All(Predict(Learn(clean), holed), p => Assert.True(double.IsFinite(p)));
            return;
        }

        var model = Learn(clean);
        foreach (var action in new Action[] { () => Learn(holed), () => Predict(model, holed) })
        {
            var message = Assert.ThrowsAny<ArgumentException>(action).Message;
            Assert.Contains("feature-2", message, StringComparison.Ordinal);
            Assert.Contains(Enumerable.Range(0, Rows), r => double.IsNaN(holed.Columns[2][r]) && message.Contains($"row {r};", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Predict_OrdinaryRows_HaveTheRightWidthAndRange()
    {
        var table = Table();
        var model = Learn(table);
        Assert.Equal(Task == ContractTask.MultiClass ? 3 : 1, model.OutputCount);
        var predictions = Predict(model, table);
        for (var i = 0; i < Rows && Task != ContractTask.Regression; i++)
        {
            var row = predictions.AsSpan(i * model.OutputCount, model.OutputCount).ToArray();
            Assert.All(row, p => Assert.InRange(p, 0, 1));
            Assert.True(model.OutputCount == 1 || Math.Abs(row.Sum() - 1) < 1e-6);
        }
    }

    [Fact]
    public void Predict_AnyOrderOfRows_GivesEachRowItsOwn()
    {
        var table = Table();
        var model = Learn(table);
        var whole = Predict(model, table);
        int[] rows = [.. Enumerable.Range(0, Rows).Select(i => i * 77 % Rows), 5, 5];
        var picked = Predict(model, table, rows);
        for (var i = 0; i < rows.Length; i++)
        {
            Assert.Equal(whole[(rows[i] * model.OutputCount)..((rows[i] + 1) * model.OutputCount)], picked[(i * model.OutputCount)..((i + 1) * model.OutputCount)]);
        }

        model.Predict(table.Data, [], []);
    }

    [Fact]
    public void Predict_SeveralThreadsAtOnce_GivesTheSame()
    {
        var table = Table();
        var model = Learn(table);
        var expected = Predict(model, table);
        var all = new double[8][];
        Parallel.For(0, all.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => all[i] = Predict(model, table));
        Assert.All(all, p => Assert.Equal(expected, p));
    }

    [Fact]
    public void Predict_WrongNamesShapesAndRows_Throw()
    {
        var table = Table();
        var model = Learn(table);
        var renamed = new ContractTable(Task, Rows, Features);
        renamed.Names = [.. renamed.Names.Reverse()];
        Assert.ThrowsAny<ArgumentException>(() => Predict(model, renamed));
        Assert.ThrowsAny<ArgumentException>(() => Predict(model, new ContractTable(Task, Rows, Features + 1)));
        Assert.ThrowsAny<ArgumentException>(() => model.Predict(table.Data, [0, 1], new double[model.OutputCount]));
        Assert.ThrowsAny<ArgumentException>(() => model.Predict(table.Data, [Rows], new double[model.OutputCount]));
        Assert.ThrowsAny<ArgumentException>(() => model.Predict(table.Data, [-1], new double[model.OutputCount]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Learn_Progress_RisesToItsTotalAtMost(int threads)
    {
        var table = Table();
        var progress = new ReportedProgress();
        Learner().Learn(table.Data, table.View, null, progress, threads, CancellationToken.None);
        Assert.NotEmpty(progress.Reports);
        var before = 0;
        foreach (var report in progress.Reports)
        {
            Assert.True(report.Done > before && report.Done <= report.Total, $"{report} after {before}");
            Assert.Equal(progress.Reports[0].Total, report.Total);
            before = report.Done;
        }
    }

    [Fact]
    public void Learn_CancelledBefore_Throws() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Learner().Learn(Table().Data, Table().View, null, null, 1, new CancellationToken(true)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Learn_CancelledByItsProgress_StopsWithin100Milliseconds(int threads)
    {
        var table = ContractTable.Large(Task, LongFit.Rows, LongFit.Features);
        var best = BestOf(4, () =>
        {
            using var source = new CancellationTokenSource();
            long cancelled = 0;
            var progress = new ReportedProgress(() =>
            {
                Interlocked.CompareExchange(ref cancelled, Stopwatch.GetTimestamp(), 0);
                source.Cancel();
            });
            Assert.ThrowsAny<OperationCanceledException>(
                () => LongLearner().Learn(table.Data, table.View, null, progress, threads, source.Token));
            return Stopwatch.GetElapsedTime(Interlocked.Read(ref cancelled)).TotalMilliseconds;
        });
        Assert.True(best <= 100, $"stopped after {best:F0} ms at best");
    }

    /// <summary>
    /// At two points of a longer fit. Each is tried up to five times and the best counts, since a busy machine may not let the learner run at all
    /// for a while; a learner that looks at its token too rarely is late each time.
    /// </summary>
    [Fact]
    public void Learn_CancelledByATimer_StopsWithin100Milliseconds()
    {
        var table = ContractTable.Large(Task, LongFit.Rows, LongFit.Features);
        var view = table.View;
        LongLearner().Learn(Table().Data, Table().View, null, null, 2, CancellationToken.None);
        var start = Stopwatch.GetTimestamp();
        LongLearner().Learn(table.Data, view, null, null, 2, CancellationToken.None);
        var whole = Stopwatch.GetElapsedTime(start);
        var stopped = 0;
        foreach (var share in new[] { 0.2, 0.6 })
        {
            var best = BestOf(5, () =>
            {
                var latency = TimedCancellation.Latency(whole * share, token => LongLearner().Learn(table.Data, view, null, null, 2, token), out var done);
                stopped += double.IsFinite(latency) ? 1 : 0;

                // One that was done before the timer is no evidence but that a fit can be shorter.
                whole = done < whole ? done : whole;
                return latency;
            });
            Assert.True(best <= 100 || whole.TotalMilliseconds <= 100, $"at {share:P0} of {whole.TotalMilliseconds:F0} ms it stopped after {best:F0} ms at best");
        }

        Assert.True(stopped > 0 || whole.TotalMilliseconds <= 100, "No fit was stopped on its way.");
    }

    private static double BestOf(int tries, Func<double> milliseconds)
    {
        var best = double.PositiveInfinity;
        for (var i = 0; i < tries && best > 100; i++)
        {
            best = Math.Min(best, milliseconds());
        }

        return best;
    }

    private static double[] Predict(IPredictor model, ContractTable table, int[]? rows = null)
    {
        rows ??= [.. Enumerable.Range(0, table.Targets.Length)];
        var output = new double[rows.Length * model.OutputCount];
        model.Predict(table.Data, rows, output);
        return output;
    }

    private ContractTable Table(bool weighted = false)
    {
        var table = new ContractTable(Task, Rows, Features);
        if (weighted)
        {
            table.Weights = [.. Enumerable.Range(0, Rows).Select(i => 0.5 + (i % 5))];
        }

        return table;
    }

    private IPredictor Learn(ContractTable table, int threads = 2) =>
        Learner().Learn(table.Data, table.View, null, null, threads, CancellationToken.None);
}
