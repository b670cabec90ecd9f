using Ratchet.Numerics.Randomness;
using Ratchet.Search.Samplers;
using Ratchet.Search.Schedulers;
using Ratchet.Search.Spaces;
using Ratchet.Search.Studies;

namespace Ratchet.Search.Tests.Schedulers;

public sealed class HyperbandResumptionTests
{
    // Few values, so that many configurations repeat, also across brackets.
    private static readonly SearchSpace Space = new([("n", new IntDistribution(1, 12)), ("c", new CategoricalDistribution(["a", "b"]))]);
    private static readonly HyperbandOptions Options = new() { MaximumResource = 27, Iterations = 2, MinimumImprovement = 0 };

    private static double Value(RungRequest request) => Math.Sin(request.Parameters["n"] * 1.7) + (request.Parameters["c"] / request.Resource);

    private static string? Failure(RungRequest request) => request.Parameters["n"] == 5 && request.Resource >= 3 ? "five" : null;

    private static FunctionEvaluator Evaluator(int stopAfter = int.MaxValue) => new(Value) { Failure = Failure, StopAfter = stopAfter };

    private static HyperbandOutcome Run(Study study, FunctionEvaluator evaluator, HyperbandOptions? options = null, ulong seed = 3, SearchSpace? space = null) =>
        new HyperbandScheduler(options ?? Options, space ?? Space, new RandomSampler(StreamKey.FromSeed(seed)))
            .Run(study, evaluator, null, TestContext.Current.CancellationToken);

    [Fact]
    public void Run_KilledAnywhere_ContinuesToTheSameOutcome()
    {
        var whole = Evaluator();
        var expected = OutcomeText.Of(Run(Study.Create(new InMemoryStudyStorage(), "s"), whole));
        var total = whole.Requests.Count;
        Assert.InRange(total, 40, 100);
        for (var kill = 0; kill <= total; kill++)
        {
            var storage = new InMemoryStudyStorage();
            var first = Evaluator(kill);
            if (kill < total)
            {
                Assert.Throws<FunctionEvaluator.KilledException>(() => Run(Study.LoadOrCreate(storage, "s"), first));
            }
            else
            {
                Run(Study.LoadOrCreate(storage, "s"), first);
            }

            var second = Evaluator();
            Assert.Equal(expected, OutcomeText.Of(Run(Study.LoadOrCreate(storage, "s"), second)));
            Assert.Equal(total, first.Requests.Count + second.Requests.Count);
            Assert.Equal(whole.Requests.Skip(kill).Select(Describe), second.Requests.Select(Describe));
        }
    }

    [Fact]
    public void Run_KilledAgainAndAgain_ContinuesToTheSameOutcome()
    {
        var expected = OutcomeText.Of(Run(Study.Create(new InMemoryStudyStorage(), "s"), Evaluator()));
        var storage = new InMemoryStudyStorage();
        HyperbandOutcome? outcome = null;
        for (var attempt = 0; outcome is null && attempt < 100; attempt++)
        {
            try
            {
                outcome = Run(Study.LoadOrCreate(storage, "s"), Evaluator(3));
            }
            catch (FunctionEvaluator.KilledException)
            {
                continue;
            }
        }

        Assert.Equal(expected, OutcomeText.Of(outcome!));
    }

    [Fact]
    public void Run_KilledInsideAnyWrite_ContinuesToTheSameOutcome()
    {
        var expected = OutcomeText.Of(Run(Study.Create(new InMemoryStudyStorage(), "s"), Evaluator()));
        for (var writes = 0; ; writes++)
        {
            var storage = new InMemoryStudyStorage();
            var failing = new FailingStorage(storage, writes);
            try
            {
                Run(Study.LoadOrCreate(failing, "s"), Evaluator());
                Assert.True(writes > 100);
                break;
            }
            catch (StudyStorageException)
            {
                Assert.Equal(expected, OutcomeText.Of(Run(Study.LoadOrCreate(storage, "s"), Evaluator())));
            }
        }
    }

    [Fact]
    public void Run_Cancelled_KeepsWhatWasTold()
    {
        var storage = new InMemoryStudyStorage();
        using var source = new CancellationTokenSource();
        var evaluator = new FunctionEvaluator(r =>
        {
            source.Cancel();
            return Value(r);
        });
        var scheduler = new HyperbandScheduler(Options, Space, new RandomSampler(StreamKey.FromSeed(3)));
        Assert.ThrowsAny<OperationCanceledException>(() => scheduler.Run(Study.LoadOrCreate(storage, "s"), evaluator, null, source.Token));
        Assert.Equal(27, storage.GetTrials(1).Count(t => t.IntermediateValues.ContainsKey(1)));
    }

    [Fact]
    public void Run_OtherSettings_NamesTheFirstDifference()
    {
        var storage = new InMemoryStudyStorage();
        var study = Study.LoadOrCreate(storage, "s");
        Run(study, Evaluator());
        void Differs(string text, Action run) => Assert.Contains(text, Assert.Throws<StudyMismatchException>(run).Message, StringComparison.Ordinal);

        Differs("hyperband = R=27 eta=3, now it is R=9 eta=3", () => Run(study, Evaluator(), Options with { MaximumResource = 9 }));
        Differs("Trial 0 of study 's' has ", () => Run(study, Evaluator(), seed: 4));
        Differs("end after 49", () => Run(study, Evaluator(), Options with { Iterations = 1 }));
        Differs("drew 'n' from", () => Run(study, Evaluator(), space: new([("n", new IntDistribution(1, 13)), ("c", Space["c"])])));
        Differs("has no parameter 'm'", () => Run(study, Evaluator(), space: new([("n", Space["n"]), ("c", Space["c"]), ("m", Space["n"])])));
        Differs("has a parameter 'c'", () => Run(study, Evaluator(), space: new([("n", Space["n"])])));
        Assert.Equal(147, Run(study, Evaluator(), Options with { Iterations = 3 }).Trials.Count);
    }

    [Fact]
    public void Run_ForeignTrials_Throws()
    {
        var study = Study.Create(new InMemoryStudyStorage(), "s");
        study.CreateTrials([new TrialDraft([])]);
        Assert.Throws<StudyMismatchException>(() => Run(study, Evaluator()));
    }

    private static string Describe(RungRequest r) => $"{r.TrialNumber} {r.Parameters.Key} {r.Bracket} {r.Rung} {r.PreviousResource} {r.Resource}";

    private sealed class FailingStorage(InMemoryStudyStorage inner, int writes) : IStudyStorage
    {
        private int left = writes;

        public StudyRecord CreateStudy(string name, IReadOnlyList<StudyDirection> directions) => inner.CreateStudy(name, directions);

        public StudyRecord? FindStudy(string name) => inner.FindStudy(name);

        public IReadOnlyList<StudyRecord> ListStudies() => inner.ListStudies();

        public IReadOnlyDictionary<string, string> GetStudyAttributes(long studyId) => inner.GetStudyAttributes(studyId);

        public IReadOnlyList<Trial> GetTrials(long studyId) => inner.GetTrials(studyId);

        public void SetStudyAttribute(long studyId, string key, string value)
        {
            Spend();
            inner.SetStudyAttribute(studyId, key, value);
        }

        public IReadOnlyList<int> CreateTrials(long studyId, IReadOnlyList<TrialDraft> drafts)
        {
            Spend();
            return inner.CreateTrials(studyId, drafts);
        }

        public void UpdateTrials(long studyId, IReadOnlyList<TrialUpdate> updates)
        {
            Spend();
            inner.UpdateTrials(studyId, updates);
        }

        private void Spend()
        {
            if (left-- <= 0)
            {
                throw new StudyStorageException("The disk is gone.");
            }
        }
    }
}
