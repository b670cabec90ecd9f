using Ratchet.Numerics.Randomness;
using Ratchet.Search.Samplers;
using Ratchet.Search.Schedulers;
using Ratchet.Search.Spaces;
using Ratchet.Search.Studies;

namespace Ratchet.Search.Tests.Schedulers;

public sealed class HyperbandSchedulerTests
{
    private static readonly SearchSpace Space = new([("x", new FloatDistribution(0, 1)), ("n", new IntDistribution(1, 20))]);

    private static double Value(RungRequest request) =>
        -Math.Pow(request.Parameters["x"] - 0.3, 2) - (0.01 * request.Parameters["n"] / request.Resource);

    private static HyperbandScheduler Scheduler(HyperbandOptions? options = null, ISampler? sampler = null, Func<ParameterSet, RepairOutcome>? repair = null) =>
        new(options ?? new HyperbandOptions(), Space, sampler ?? new RandomSampler(StreamKey.FromSeed(7)), repair);

    private static Study NewStudy() => Study.Create(new InMemoryStudyStorage(), "s");

    [Fact]
    public void Run_Defaults_FollowsThePlan()
    {
        var study = NewStudy();
        var evaluator = new FunctionEvaluator(Value);
        var outcome = Scheduler().Run(study, evaluator, null, TestContext.Current.CancellationToken);

        Assert.Equal(143, outcome.Trials.Count);
        Assert.Equal(206, evaluator.Requests.Count);
        Assert.Equal(10, outcome.Ranking.Count); // one a bracket with s > 1, two in s = 1, five in s = 0
        Assert.Equal(133, outcome.Trials.Count(t => t.State == TrialState.Pruned));
        Assert.Equal(Enumerable.Range(0, 143), evaluator.Released.Order());
        Assert.Equal([81, 27, 9, 3, 1], outcome.Survival.Take(5).Select(s => s.Entered));
        Assert.Equal([27, 9, 3, 1, 1], outcome.Survival.Take(5).Select(s => s.Promoted));
        Assert.Equal(0, outcome.LowestFidelityMissing);
        var stored = study.Trials;
        Assert.Equal(outcome.Trials.Select(t => (t.State, t.Value)), stored.Select(t => (t.State, t.Value)));
        Assert.Equal(outcome.Best!.Number, study.BestTrial!.Number);
        Assert.Equal(outcome.Ranking.Select(t => t.Value), outcome.Ranking.Select(t => t.Value).OrderDescending());
        Assert.All(outcome.Trials, t => Assert.Equal($"{t.Bracket}", stored[t.Number].UserAttributes["bracket"]));
    }

    [Fact]
    public void Run_Promotion_KeepsTheBestOfEachRung()
    {
        var outcome = Scheduler().Run(NewStudy(), new FunctionEvaluator(Value), null, TestContext.Current.CancellationToken);
        foreach (var bracket in outcome.Plan.Brackets)
        {
            var trials = outcome.Trials.Where(t => t.Bracket == bracket.Number).ToList();
            foreach (var rung in bracket.Rungs.SkipLast(1))
            {
                var expected = trials.Where(t => t.Rungs.Count > rung.Index)
                    .OrderByDescending(t => t.Rungs[rung.Index].Value).ThenBy(t => t.Number).Take(rung.Keep).Select(t => t.Number).Order();
                Assert.Equal(expected, trials.Where(t => t.Rungs.Count > rung.Index + 1).Select(t => t.Number));
            }
        }
    }

    [Fact]
    public void Run_WarmStart_NamesThePreviousResource()
    {
        var evaluator = new FunctionEvaluator(Value);
        Scheduler().Run(NewStudy(), evaluator, null, TestContext.Current.CancellationToken);
        foreach (var group in evaluator.Requests.GroupBy(r => r.TrialNumber))
        {
            Assert.Equal(group.Select(r => r.Resource).SkipLast(1).Prepend(0), group.Select(r => r.PreviousResource));
        }
    }

    [Fact]
    public void Run_AllValuesEqual_PromotesTheLowestNumbers()
    {
        var outcome = Scheduler().Run(NewStudy(), new FunctionEvaluator(_ => 1), null, TestContext.Current.CancellationToken);
        Assert.Equal([0, 81, 115, 130, 131, 138, 139, 140, 141, 142], outcome.Ranking.Select(t => t.Number));
        Assert.Equal([0, 1, 2], outcome.LowestFidelityRanking(3).Select(t => t.Number));
    }

    [Fact]
    public void Run_InParallel_IsTheSame()
    {
        var token = TestContext.Current.CancellationToken;
        var expected = Scheduler().Run(NewStudy(), new FunctionEvaluator(Value), null, token);
        var actual = Scheduler().Run(NewStudy(), new FunctionEvaluator(Value) { Parallel = true }, null, token);
        Assert.Equal(OutcomeText.Of(expected), OutcomeText.Of(actual));
    }

    [Fact]
    public void Run_Failures_NeverGoOn()
    {
        var study = NewStudy();
        var evaluator = new FunctionEvaluator(Value) { Failure = r => r.TrialNumber % 3 == 0 && r.Resource >= 3 ? "boom" : null };
        var outcome = Scheduler().Run(study, evaluator, null, TestContext.Current.CancellationToken);

        var failed = outcome.Trials.Where(t => t.State == TrialState.Fail).ToList();
        Assert.NotEmpty(failed);
        Assert.All(failed, t => Assert.True(t.Number % 3 == 0 && t.Failure == "boom" && t.Value is null));
        Assert.All(failed, t => Assert.Equal("boom", study.Trials[t.Number].UserAttributes["failure"]));
        Assert.All(evaluator.Requests.GroupBy(r => r.TrialNumber).Where(g => g.Key % 3 == 0), g => Assert.True(g.Count(r => r.Resource >= 3) <= 1));
        Assert.Equal(failed.Count, outcome.Survival.Sum(s => s.Failed));
        Assert.True(outcome.LowestFidelityMissing > 0);
    }

    [Fact]
    public void Run_EverythingFails_HasNoBest()
    {
        var outcome = Scheduler().Run(NewStudy(), new FunctionEvaluator(Value) { Failure = _ => "boom" }, null, TestContext.Current.CancellationToken);
        Assert.Null(outcome.Best);
        Assert.All(outcome.Trials, t => Assert.Equal(TrialState.Fail, t.State));
        Assert.Equal(0, outcome.Survival[1].Entered);
    }

    [Fact]
    public void Run_SmallSpace_EvaluatesEachConfigurationOnceAResource()
    {
        var space = new SearchSpace([("n", new IntDistribution(1, 6))]);
        var evaluator = new FunctionEvaluator(r => r.Parameters["n"] * r.Resource);
        var study = NewStudy();
        var outcome = new HyperbandScheduler(new HyperbandOptions(), space, new RandomSampler(StreamKey.FromSeed(1)))
            .Run(study, evaluator, null, TestContext.Current.CancellationToken);

        Assert.Equal(evaluator.Requests.Count, evaluator.Requests.Select(r => (r.Parameters.Key, r.Resource)).Distinct().Count());
        Assert.Equal(206, evaluator.Requests.Count + outcome.Survival.Sum(s => s.Reused));
        var duplicates = outcome.Trials.Where(t => t.DuplicateOf is not null).ToList();
        Assert.Equal(137, duplicates.Count);
        Assert.All(duplicates, t => Assert.Equal(outcome.Trials[t.DuplicateOf!.Value].Parameters.Key, t.Parameters.Key));
        Assert.All(duplicates, t => Assert.Equal($"{t.DuplicateOf}", study.Trials[t.Number].UserAttributes["duplicate_of"]));
        Assert.All(outcome.Trials, t => Assert.All(t.Rungs, r => Assert.Equal(t.Parameters["n"] * r.Resource, r.Value)));
        Assert.All(outcome.Trials, t => Assert.Equal(t.Parameters["n"], t.LowestFidelityValue));
        Assert.Equal(6, outcome.LowestFidelityRanking(100).Count);
    }

    [Fact]
    public void Run_Repair_IsRecordedAndEvaluated()
    {
        var study = NewStudy();
        RepairOutcome Repair(ParameterSet p) => p["n"] > 10 ? new RepairOutcome(p.With("n", 10), [$"n: {p["n"]} -> 10"]) : RepairOutcome.Unchanged(p);
        var evaluator = new FunctionEvaluator(Value);
        var outcome = Scheduler(repair: Repair).Run(study, evaluator, null, TestContext.Current.CancellationToken);

        Assert.All(evaluator.Requests, r => Assert.True(r.Parameters["n"] <= 10));
        var repaired = outcome.Trials.Where(t => t.Attributes.ContainsKey("repaired")).ToList();
        Assert.InRange(repaired.Count, 40, 100);
        Assert.All(repaired, t => Assert.EndsWith("-> 10", study.Trials[t.Number].UserAttributes["repaired"], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.05, 2, true)]
    [InlineData(0.0, 4, false)]
    public void Run_NoImprovement_EndsAfterTheSecondIteration(double minimum, int iterations, bool endedEarly)
    {
        var options = new HyperbandOptions { MaximumResource = 9, Iterations = 4, MinimumImprovement = minimum };
        var outcome = Scheduler(options).Run(NewStudy(), new FunctionEvaluator(_ => 1), null, TestContext.Current.CancellationToken);
        Assert.Equal((iterations, endedEarly), (outcome.Iterations, outcome.EndedEarly));
        Assert.Equal(iterations * outcome.Plan.Configurations, outcome.Trials.Count);
    }

    [Fact]
    public void Run_SteadyImprovement_GoesOn()
    {
        var options = new HyperbandOptions { MaximumResource = 9, Iterations = 3 };
        var outcome = Scheduler(options).Run(NewStudy(), new FunctionEvaluator(r => 1 + r.TrialNumber), null, TestContext.Current.CancellationToken);
        Assert.Equal((3, false), (outcome.Iterations, outcome.EndedEarly));
    }

    [Fact]
    public void Run_Progress_CountsToTheEnd()
    {
        var reports = new List<SearchProgress>();
        var outcome = Scheduler().Run(NewStudy(), new FunctionEvaluator(Value), new Sink(reports), TestContext.Current.CancellationToken);
        var last = reports[^1];
        Assert.All(last.Rungs, r => Assert.Equal(r.Total, r.Done));
        Assert.Equal(15, last.Rungs.Count);
        Assert.Equal((143, 143, 206, 206), (last.TrialsFinished, last.TrialsTotal, last.EvaluationsDone, last.EvaluationsTotal));
        Assert.Equal((outcome.Best!.Number, outcome.Best.Value!.Value, 81.0), (last.BestTrial!.Value, last.BestValue, last.BestResource));
        Assert.Equal(1, reports[0].EvaluationsDone);
    }

    [Fact]
    public void Run_EvaluatorBreaksItsContract_Throws()
    {
        void Fails(Action<IReadOnlyList<RungRequest>, Action<RungResult>> evaluate, string text)
        {
            var error = Assert.Throws<InvalidOperationException>(
                () => Scheduler().Run(NewStudy(), new Delegated(evaluate), null, TestContext.Current.CancellationToken));
            Assert.Contains(text, error.Message, StringComparison.Ordinal);
        }

        Fails((_, _) => { }, "without telling trial 0, 1, 2");
        Fails((r, tell) => tell(RungResult.Of(r[0], double.NaN)), "NaN");
        Fails((r, tell) => { tell(RungResult.Of(r[0], 1)); tell(RungResult.Of(r[0], 1)); }, "told before");
        Fails((r, tell) => tell(RungResult.Of(r[0], 1) with { Resource = 2 }), "at resource 2");
        Fails((r, tell) => tell(RungResult.Of(r[0], 1) with { Intermediates = [(1, 1)] }), "must round to a step of 0 to 0");
        Fails((r, tell) => tell(RungResult.Of(r[0], 1) with { Attributes = new Dictionary<string, string> { ["bracket"] = "x" } }), "belongs to the scheduler");
    }

    [Fact]
    public void Run_StudyToMinimise_Throws() => Assert.Throws<ArgumentException>(() => Scheduler().Run(
        Study.Create(new InMemoryStudyStorage(), "s", StudyDirection.Minimize), new FunctionEvaluator(Value), null, TestContext.Current.CancellationToken));

    private sealed class Sink(List<SearchProgress> reports) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => reports.Add(value);
    }

    private sealed class Delegated(Action<IReadOnlyList<RungRequest>, Action<RungResult>> evaluate) : IRungEvaluator
    {
        public void Evaluate(IReadOnlyList<RungRequest> requests, Action<RungResult> tell, CancellationToken cancellationToken) => evaluate(requests, tell);

        public void Release(int trialNumber)
        {
        }
    }
}
