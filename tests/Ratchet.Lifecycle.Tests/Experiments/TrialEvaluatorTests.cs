using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Lifecycle.Training;
using Ratchet.Numerics.Randomness;
using Ratchet.Search.Samplers;
using Ratchet.Search.Schedulers;
using Ratchet.Search.Spaces;
using Ratchet.Strategies.Ensemble;
using Ratchet.Validation.Objectives;

namespace Ratchet.Lifecycle.Tests.Experiments;

public sealed class TrialEvaluatorTests
{
    private static readonly Dataset Data = TinyStudy.Dataset(TinyStudy.Market(2200));
    private static readonly StudySettings Settings = TinyStudy.Settings;
    private static readonly ParameterSet[] Proposals = Propose(5);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Evaluate_AnyNumberOfThreads_TellsTheSame(int threads) => Assert.Equal(Schedule(Evaluator(1)), Schedule(Evaluator(threads)));

    [Fact]
    public void Evaluate_PromotedTrials_GrowTheMissingTreesOnly()
    {
        var evaluator = Evaluator(2);
        Schedule(evaluator);
        var expected = Trees(0, 9) + Trees(1, 9) + Enumerable.Range(2, 3).Sum(n => Trees(n, 3));
        Assert.Equal(expected, evaluator.TreesGrown);
    }

    [Fact]
    public void Evaluate_WarmStateLost_ComesToTheSameValue()
    {
        var warm = Evaluator(2);
        Ask(warm, 1, 0);
        Ask(warm, 3, 0);
        var kept = Ask(warm, 9, 0);
        Assert.Equal(Text(kept), Text(Ask(Evaluator(2), 9, 0)));
        Assert.Equal(1, Assert.Single(kept[0].Intermediates).Resource);
    }

    [Fact]
    public void Evaluate_OtherTrialsInTheRung_ChangeNothing()
    {
        var alone = Ask(Evaluator(2), 3, 2);
        var among = Ask(Evaluator(2), 3, 0, 1, 2, 3).Where(r => r.TrialNumber == 2).ToArray();
        Assert.Equal(Text(alone), Text(among));
    }

    [Fact]
    public void Evaluate_OtherNumber_ComesToTheSameValue()
    {
        var result = new List<RungResult>();
        Evaluator(1).Evaluate([new(41, Proposals[2], 0, 0, 0, 3)], result.Add, Token);
        Assert.Equal(Ask(Evaluator(1), 3, 2)[0].Value, result[0].Value);
    }

    [Fact]
    public void Evaluate_Released_ForgetsTheTrial()
    {
        var evaluator = Evaluator(1);
        Ask(evaluator, 3, 0);
        evaluator.Release(0);
        evaluator.Release(77);
        var grown = evaluator.TreesGrown;
        Ask(evaluator, 9, 0);
        Assert.Equal(Trees(0, 9), evaluator.TreesGrown - grown);
    }

    [Fact]
    public void Evaluate_TrialFails_IsRetriedReducedAndTheOthersGoOn()
    {
        var full = TrialSpace.Decode(Proposals[1], Settings.Defaults);
        var results = Ask(Evaluator(2, c => c.Ensemble == full.Ensemble), 3, 0, 1, 2);
        Assert.Equal([0, 1, 2], results.Select(r => r.TrialNumber).Order());
        Assert.All(results, r => Assert.Null(r.Failure));
        var retried = results.Single(r => r.TrialNumber == 1);
        Assert.Equal("reduced after: the score is broken", retried.Attributes["retried"]);
        Assert.DoesNotContain(results, r => r.TrialNumber != 1 && r.Attributes.ContainsKey("retried"));
        var plain = Ask(Evaluator(1), 3, 0, 2);
        Assert.Equal(Text(plain), Text([.. results.Where(r => r.TrialNumber != 1)]));
    }

    [Fact]
    public void Evaluate_TrialFailsTwice_IsToldAsFailedWithItsExceptionAndTheOthersGoOn()
    {
        var labels = TrialSpace.Decode(Proposals[1], Settings.Defaults).Labels;
        var results = Ask(Evaluator(2, c => c.Labels == labels), 3, 0, 1, 2);
        var failed = results.Single(r => r.TrialNumber == 1);
        Assert.True(double.IsNaN(failed.Value));
        Assert.Equal("InvalidOperationException: the score is broken", failed.Failure);
        Assert.Equal(2, results.Count(r => r.Failure is null));
    }

    [Fact]
    public void Evaluate_ResultCannotBeStored_ThrowsAndIsNoFailureOfTheTrial()
    {
        var told = 0;
        var exception = Assert.Throws<IOException>(() => Evaluator(1).Evaluate(
            [Request(0, 3)],
            _ =>
            {
                told++;
                throw new IOException("disk full");
            },
            Token));
        Assert.Equal(("disk full", 1), (exception.Message, told));
    }

    [Fact]
    public void Evaluate_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Evaluator(2).Evaluate([Request(0, 9)], _ => { }, source.Token));
    }

    [Fact]
    public void Evaluate_TimeIsAlwaysOver_TellsAFailureThatIsMarked()
    {
        var result = Assert.Single(Timed(new StepClock(TimeSpan.FromHours(1), _ => true)));
        Assert.StartsWith("TimeoutException", result.Failure, StringComparison.Ordinal);
        Assert.Equal("true", result.Attributes[TrialFacts.TimedOut]);
    }

    [Fact]
    public void Evaluate_TimeIsOverOnce_TheRetryHasItsWholeTimeAndTheTrialStaysMarked()
    {
        var result = Assert.Single(Timed(new StepClock(TimeSpan.FromHours(3), reading => reading == 2)));
        Assert.Null(result.Failure);
        Assert.True(double.IsFinite(result.Value));
        Assert.Equal("true", result.Attributes[TrialFacts.TimedOut]);
    }

    [Fact]
    public void Evaluate_WithinItsTime_IsNotMarked()
    {
        var result = Assert.Single(Timed(new StepClock(TimeSpan.FromSeconds(1), _ => true)));
        Assert.Null(result.Failure);
        Assert.False(result.Attributes.ContainsKey(TrialFacts.TimedOut));
    }

    private static List<RungResult> Timed(StepClock clock)
    {
        var settings = Settings with { TrialTimeout = TimeSpan.FromHours(2) };
        var task = new JointTask(Data, new CompositeObjective(settings.Objective));
        var results = new List<RungResult>();
        new TrialEvaluator(Data, settings, settings.Defaults, task, 1, clock).Evaluate([Request(0, 3)], results.Add, Token);
        return results;
    }

    /// <summary>Five trials at resource 3, of which the first two go on to 9.</summary>
    private static string Schedule(TrialEvaluator evaluator) =>
        Text(Ask(evaluator, 3, 0, 1, 2, 3, 4)) + Text(Ask(evaluator, 9, 0, 1));

    private static RungResult[] Ask(TrialEvaluator evaluator, double resource, params int[] numbers)
    {
        var results = new List<RungResult>();
        evaluator.Evaluate(
            [.. numbers.Select(n => Request(n, resource))],
            r =>
            {
                lock (results)
                {
                    results.Add(r);
                }
            },
            Token);
        return [.. results.OrderBy(r => r.TrialNumber)];
    }

    private static RungRequest Request(int number, double resource) => new(number, Proposals[number], 0, 0, 0, resource);

    private static TrialEvaluator Evaluator(int threads, Func<TrialConfiguration, bool>? fails = null)
    {
        ITrialTask task = new JointTask(Data, new CompositeObjective(Settings.Objective));
        return new(Data, Settings, Settings.Defaults, fails is null ? task : new FaultyTask(task, fails), threads, TimeProvider.System);
    }

    private static long Trees(int number, double resource)
    {
        var ensemble = TrialSpace.Decode(Proposals[number], Settings.Defaults).Ensemble;
        return Settings.Validation.Folds * EnsembleOptions.Roles.Sum(r => (long)WarmTrial.TreesAt(ensemble[r].Trees, resource, 9));
    }

    private static ParameterSet[] Propose(int count)
    {
        var sampler = new RandomSampler(StreamKey.FromSeed(4));
        var space = TrialSpace.Joint(Settings.Estimators);
        return [.. Enumerable.Range(0, count).Select(n => TrialSpace.Repair(sampler.Propose(space, n, [])).Parameters)];
    }

    private static string Text(IEnumerable<RungResult> results) => string.Join(
        '\n',
        results.Select(r =>
            $"{r.TrialNumber} {r.Resource:R} {r.Value:R} {string.Join(' ', r.Intermediates.Select(i => $"{i.Resource:R}={i.Value:R}"))} " +
            $"{string.Join(' ', r.Attributes.Select(a => $"{a.Key}={a.Value}"))} {r.Failure}"));
}
