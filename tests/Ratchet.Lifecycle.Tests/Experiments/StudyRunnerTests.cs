using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Lifecycle.Training;
using Ratchet.Search.Studies;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Lifecycle.Tests.Experiments;

public sealed class StudyRunnerTests
{
    private static readonly Dataset Data = TinyStudy.Dataset(TinyStudy.Market());
    private static readonly StudyOutcome Outcome = TinyStudy.Run(Data, TinyStudy.Settings, 1);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Run_AnyNumberOfThreads_GivesTheSameBits(int threads) =>
        Assert.Equal(StudyDigest.Of(Outcome), StudyDigest.Of(TinyStudy.Run(Data, TinyStudy.Settings, threads)));

    [Fact]
    public void Run_AnotherSeed_GivesAnotherSearch() =>
        Assert.NotEqual(StudyDigest.Of(Outcome), StudyDigest.Of(TinyStudy.Run(Data, TinyStudy.Settings with { Seed = 6 }, 2)));

    [Fact]
    public void Run_FinishedStudyAgain_GrowsNothingInTheSearchAndGivesTheSameBits()
    {
        var storage = new InMemoryStudyStorage();
        TinyStudy.Run(Data, TinyStudy.Settings, 2, storage);
        var again = TinyStudy.Run(Data, TinyStudy.Settings, 2, storage);
        Assert.Equal(StudyDigest.Of(Outcome), StudyDigest.Of(again));
        Assert.Equal(0, again.Trees.Grown);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    public void Run_StoppedDuringTheSearchAndContinued_GivesTheSameBits(int reports)
    {
        var storage = new InMemoryStudyStorage();
        using var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var stop = new StopAfter(reports, source);
        Assert.ThrowsAny<OperationCanceledException>(() => new StudyRunner(Data, TinyStudy.Settings, 2, TimeProvider.System)
            .Run(stage => Study.LoadOrCreate(storage, stage), stop, source.Token));
        Assert.Equal(StudyDigest.Of(Outcome), StudyDigest.Of(TinyStudy.Run(Data, TinyStudy.Settings, 2, storage)));
    }

    [Fact]
    public void Run_TreesGrown_EqualTheWarmStartArithmetic()
    {
        long expected = 0;
        long scratch = 0;
        foreach (var trial in Outcome.Search.Trials.Where(t => t.DuplicateOf is null))
        {
            var ensemble = TrialSpace.Decode(trial.Parameters, TinyStudy.Settings.Defaults).Ensemble;
            long At(double resource) => 3 * EnsembleOptions.Roles.Sum(r => (long)WarmTrial.TreesAt(ensemble[r].Trees, resource, 9));
            expected += At(trial.Rungs.Max(r => r.Resource));
            scratch += trial.Rungs.Sum(r => At(r.Resource));
        }

        Assert.Equal((expected, expected, scratch), (Outcome.Trees.Grown, Outcome.Trees.WarmStarted, Outcome.Trees.FromScratch));
        Assert.True(scratch > expected);
    }

    [Fact]
    public void Run_Choice_IsTheViableFirstThenTheLargestLowerBound()
    {
        var order = Outcome.Top.OrderByDescending(c => c.Second.Whole.Score.Viable).ThenByDescending(c => c.Second.LowerBound).ThenBy(c => c.TrialNumber);
        Assert.Equal(order.Select(c => c.TrialNumber), Outcome.Top.Select(c => c.TrialNumber));
        Assert.Equal(TinyStudy.Settings.ReevaluateTop, Outcome.Top.Count);
        Assert.All(Outcome.Top, c =>
        {
            var composites = c.Second.Folds.Select(f => f.Score.Composite).ToArray();
            var mean = composites.Average();
            var error = Math.Sqrt(composites.Sum(x => (x - mean) * (x - mean)) / (composites.Length - 1) / composites.Length);
            Assert.Equal(mean - error, c.Second.LowerBound, 1e-12);
        });
    }

    [Fact]
    public void Run_SecondLook_SharesOfFeaturesAddUpToOne() =>
        Assert.All(Outcome.Top, c => Assert.Equal(1, c.Second.Importance.Sum(i => i.Share), 1e-9));

    [Fact]
    public void Run_ByModel_SearchesEachForestThenTrading()
    {
        var settings = TinyStudy.Settings with { Scope = SearchScope.PerModel };
        var opened = new List<string>();
        var storage = new InMemoryStudyStorage();
        var outcome = new StudyRunner(Data, settings, 2, TimeProvider.System).Run(
            stage =>
            {
                opened.Add(stage);
                return Study.LoadOrCreate(storage, stage);
            },
            null,
            TestContext.Current.CancellationToken);
        Assert.Equal(["entry", "position", "exit", "profit", "trading"], opened);
        Assert.Equal(EnsembleOptions.Roles, outcome.Models.Select(m => m.Role));
        Assert.Equal(outcome.Trees.WarmStarted, outcome.Trees.Grown);
        foreach (var model in outcome.Models)
        {
            var best = TrialSpace.Decode(model.Outcome.Best!.Parameters, settings.Defaults).Ensemble[model.Role];
            Assert.Equal(best, outcome.Chosen.Configuration.Ensemble[model.Role]);
        }

        Assert.Equal(StudyDigest.Of(outcome), StudyDigest.Of(TinyStudy.Run(Data, settings, 1)));
    }

    [Fact]
    public void Run_OneTrialRanOutOfTime_SaysThatItIsNotReproducibleAndStillDoesWhenContinued()
    {
        var settings = TinyStudy.Settings with { TrialTimeout = TimeSpan.FromHours(2) };
        var storage = new InMemoryStudyStorage();
        var clock = new StepClock(TimeSpan.FromHours(3), reading => reading == 50);
        var outcome = new StudyRunner(Data, settings, 1, clock)
            .Run(stage => Study.LoadOrCreate(storage, stage), null, TestContext.Current.CancellationToken);
        Assert.False(outcome.Reproducible);
        Assert.False(TinyStudy.Run(Data, settings, 1, storage).Reproducible);
        Assert.True(Outcome.Reproducible);
    }

    [Fact]
    public void Run_NoThreads_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new StudyRunner(Data, TinyStudy.Settings, 0, TimeProvider.System));

    private sealed class StopAfter(int reports, CancellationTokenSource source) : IProgress<StudyProgress>
    {
        private int seen;

        public void Report(StudyProgress value)
        {
            if (value.Search is not null && Interlocked.Increment(ref seen) == reports)
            {
                source.Cancel();
            }
        }
    }
}
