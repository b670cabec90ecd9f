using Ratchet.Search.Spaces;
using Ratchet.Search.Studies;

namespace Ratchet.Search.Tests.Studies;

/// <summary>What every study storage must do.</summary>
public abstract class StudyStorageContract
{
    protected static readonly FloatDistribution Rate = new(1e-5, 0.1, Log: true);
    protected static readonly IntDistribution Trees = new(50, 200, Step: 10);
    protected static readonly CategoricalDistribution Criterion = new(["gini", "entropy \"quoted\" ü"]);

    protected abstract IStudyStorage Open(TimeProvider timeProvider);

    protected static TrialDraft Draft(double rate = 0.01, int trees = 100, int criterion = 1) => new(
    [
        new TrialParameter("rate", rate, Rate), new TrialParameter("trees", trees, Trees), new TrialParameter("criterion", criterion, Criterion),
    ]);

    private IStudyStorage Open() => Open(new FixedTime());

    [Fact]
    public void CreateStudy_NewName_IsFoundAndListed()
    {
        var storage = Open();
        var first = storage.CreateStudy("first", [StudyDirection.Maximize]);
        var second = storage.CreateStudy("second", [StudyDirection.Minimize, StudyDirection.Maximize]);

        Assert.Null(storage.FindStudy("third"));
        Assert.Null(storage.FindStudy("FIRST"));
        Assert.Equal(first.Id, storage.FindStudy("first")!.Id);
        Assert.Equal([StudyDirection.Minimize, StudyDirection.Maximize], storage.FindStudy("second")!.Directions);
        Assert.Equal([first.Name, second.Name], storage.ListStudies().Select(s => s.Name));
    }

    [Fact]
    public void CreateStudy_TakenOrEmptyNameOrNoDirection_Throws()
    {
        var storage = Open();
        storage.CreateStudy("taken", [StudyDirection.Maximize]);

        Assert.Throws<ArgumentException>(() => storage.CreateStudy("taken", [StudyDirection.Maximize]));
        Assert.Throws<ArgumentException>(() => storage.CreateStudy("", [StudyDirection.Maximize]));
        Assert.Throws<ArgumentException>(() => storage.CreateStudy(new string('x', 513), [StudyDirection.Maximize]));
        Assert.Throws<ArgumentException>(() => storage.CreateStudy("none", []));
        Assert.Single(storage.ListStudies());
    }

    [Fact]
    public void SetStudyAttribute_Twice_KeepsTheLast()
    {
        var storage = Open();
        var id = storage.CreateStudy("s", [StudyDirection.Maximize]).Id;
        storage.SetStudyAttribute(id, "b", "1");
        storage.SetStudyAttribute(id, "a", "line\nbreak \\ \"quote\" 漢");
        storage.SetStudyAttribute(id, "b", "2");

        Assert.Equal(["a", "b"], storage.GetStudyAttributes(id).Keys);
        Assert.Equal("line\nbreak \\ \"quote\" 漢", storage.GetStudyAttributes(id)["a"]);
        Assert.Equal("2", storage.GetStudyAttributes(id)["b"]);
        Assert.Throws<ArgumentException>(() => storage.SetStudyAttribute(id + 7, "a", "1"));
    }

    [Fact]
    public void CreateTrials_SeveralStudies_CountsNumbersByStudy()
    {
        var storage = Open();
        var a = storage.CreateStudy("a", [StudyDirection.Maximize]).Id;
        var b = storage.CreateStudy("b", [StudyDirection.Maximize]).Id;

        Assert.Equal([0, 1], storage.CreateTrials(a, [Draft(), Draft()]));
        Assert.Equal([0], storage.CreateTrials(b, [Draft()]));
        Assert.Equal([2], storage.CreateTrials(a, [Draft()]));
        Assert.Equal([0, 1, 2], storage.GetTrials(a).Select(t => t.Number));
    }

    [Fact]
    public void CreateTrials_AnyDraft_ComesBackAsItWas()
    {
        var storage = Open();
        var id = storage.CreateStudy("s", [StudyDirection.Maximize]).Id;
        var draft = Draft(Math.BitIncrement(0.01), 150, 0) with { UserAttributes = new Dictionary<string, string> { ["note"] = "x" } };
        storage.CreateTrials(id, [draft, draft with { State = TrialState.Waiting }]);

        var trials = storage.GetTrials(id);
        Assert.Equal(draft.Parameters, trials[0].Parameters);
        Assert.Equal("x", trials[0].UserAttributes["note"]);
        Assert.Equal(TrialState.Running, trials[0].State);
        Assert.Equal(TrialState.Waiting, trials[1].State);
        Assert.Equal(FixedTime.Start, trials[0].StartTime);
        Assert.Null(trials[0].CompleteTime);
        Assert.Null(trials[1].StartTime);
        Assert.Null(trials[0].Value);
    }

    [Fact]
    public void CreateTrials_DistributionThatDoesNotAgree_ThrowsAndCreatesNothing()
    {
        var storage = Open();
        var id = storage.CreateStudy("s", [StudyDirection.Maximize]).Id;
        storage.CreateTrials(id, [Draft()]);
        TrialDraft With(Distribution distribution) => new([new TrialParameter("rate", 1, distribution)]);

        Assert.Throws<ArgumentException>(() => storage.CreateTrials(id, [Draft(), With(new FloatDistribution(1e-5, 1))]));
        Assert.Throws<ArgumentException>(() => storage.CreateTrials(id, [With(new IntDistribution(1, 2, Log: true))]));
        Assert.Single(storage.GetTrials(id));
        Assert.Equal([1], storage.CreateTrials(id, [With(new FloatDistribution(1e-3, 5, Log: true))]));
    }

    [Fact]
    public void CreateTrials_DraftThatBreaksARule_Throws()
    {
        var storage = Open();
        var id = storage.CreateStudy("s", [StudyDirection.Maximize]).Id;
        var parameter = Draft().Parameters[0];

        Assert.Throws<ArgumentException>(() => storage.CreateTrials(id, [Draft() with { State = TrialState.Complete }]));
        Assert.Throws<ArgumentException>(() => storage.CreateTrials(id, [new TrialDraft([parameter, parameter])]));
        Assert.Throws<ArgumentException>(() => storage.CreateTrials(id, [new TrialDraft([parameter with { Value = double.NaN }])]));
        Assert.Throws<ArgumentException>(() => storage.CreateTrials(id + 1, [Draft()]));
        Assert.Empty(storage.GetTrials(id));
    }

    [Fact]
    public void UpdateTrials_Values_RoundTripBitByBit()
    {
        var storage = Open();
        var id = storage.CreateStudy("s", [StudyDirection.Maximize]).Id;
        double[] values =
        [
            0.1 + 0.2, Math.PI, double.Epsilon, double.MaxValue, -double.MaxValue, 1e-300, 1.0, -7.0, 9007199254740993.0, 1e22,
            double.PositiveInfinity, double.NegativeInfinity, double.NaN,
        ];
        storage.CreateTrials(id, [Draft()]);
        storage.UpdateTrials(id, [new TrialUpdate(0) { IntermediateValues = values.Select((v, i) => (v, i)).ToDictionary(p => p.i, p => p.v) }]);

        var back = storage.GetTrials(id)[0].IntermediateValues;
        Assert.Equal(values.Select(BitConverter.DoubleToInt64Bits), back.Values.Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(Enumerable.Range(0, values.Length), back.Keys);
    }

    [Fact]
    public void UpdateTrials_NegativeZero_ComesBackAsZero()
    {
        var storage = Open();
        var id = storage.CreateStudy("s", [StudyDirection.Maximize]).Id;
        storage.CreateTrials(id, [Draft()]);
        storage.UpdateTrials(id, [new TrialUpdate(0) { State = TrialState.Complete, Values = [-0.0], IntermediateValues = new Dictionary<int, double> { [3] = -0.0 } }]);

        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(storage.GetTrials(id)[0].Value!.Value));
        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(storage.GetTrials(id)[0].IntermediateValues[3]));
    }

    [Fact]
    public void UpdateTrials_SameStepAndAttributeAgain_Overwrites()
    {
        var storage = Open();
        var id = storage.CreateStudy("s", [StudyDirection.Maximize]).Id;
        storage.CreateTrials(id, [Draft()]);
        TrialUpdate Update(double value, string text) => new(0)
        {
            IntermediateValues = new Dictionary<int, double> { [9] = value },
            UserAttributes = new Dictionary<string, string> { ["k"] = text },
        };
        storage.UpdateTrials(id, [Update(double.NaN, "old"), Update(2, "new")]);

        var trial = storage.GetTrials(id)[0];
        Assert.Equal(2.0, Assert.Single(trial.IntermediateValues).Value);
        Assert.Equal("new", Assert.Single(trial.UserAttributes).Value);
        Assert.Equal(TrialState.Running, trial.State);
    }

    [Theory]
    [InlineData(TrialState.Complete, 1.5)]
    [InlineData(TrialState.Pruned, double.NegativeInfinity)]
    [InlineData(TrialState.Fail, null)]
    public void UpdateTrials_FinishedTrial_IsFinal(TrialState state, double? value)
    {
        var storage = Open();
        var id = storage.CreateStudy("s", [StudyDirection.Maximize]).Id;
        storage.CreateTrials(id, [Draft(), Draft()]);
        storage.UpdateTrials(id, [new TrialUpdate(1) { State = state, Values = value is { } v ? [v] : [] }]);

        var trial = storage.GetTrials(id)[1];
        Assert.Equal((state, value), (trial.State, trial.Value));
        Assert.NotNull(trial.CompleteTime);
        var again = new TrialUpdate(1) { UserAttributes = new Dictionary<string, string> { ["late"] = "1" } };
        var other = new TrialUpdate(0) { UserAttributes = new Dictionary<string, string> { ["early"] = "1" } };
        Assert.Throws<InvalidOperationException>(() => storage.UpdateTrials(id, [other, again]));
        Assert.Empty(storage.GetTrials(id)[0].UserAttributes);
    }

    [Fact]
    public void UpdateTrials_IllegalUpdate_Throws()
    {
        var storage = Open();
        var id = storage.CreateStudy("s", [StudyDirection.Maximize]).Id;
        storage.CreateTrials(id, [Draft()]);

        Assert.Throws<ArgumentException>(() => storage.UpdateTrials(id, [new TrialUpdate(0) { State = TrialState.Complete, Values = [double.NaN] }]));
        Assert.Throws<ArgumentException>(() => storage.UpdateTrials(id, [new TrialUpdate(0) { State = TrialState.Complete }]));
        Assert.Throws<ArgumentException>(() => storage.UpdateTrials(id, [new TrialUpdate(0) { State = TrialState.Complete, Values = [1, 2] }]));
        Assert.Throws<ArgumentException>(() => storage.UpdateTrials(id, [new TrialUpdate(0) { Values = [1] }]));
        Assert.Throws<ArgumentException>(() => storage.UpdateTrials(id, [new TrialUpdate(1)]));
        Assert.Equal(TrialState.Running, storage.GetTrials(id)[0].State);
    }

    [Fact]
    public void UpdateTrials_FromManyThreads_LosesNothing()
    {
        var storage = Open();
        var id = storage.CreateStudy("s", [StudyDirection.Maximize]).Id;
        storage.CreateTrials(id, [.. Enumerable.Range(0, 64).Select(_ => Draft())]);
        Parallel.For(0, 64, i => storage.UpdateTrials(id, [new TrialUpdate(i) { State = TrialState.Complete, Values = [i] }]));

        Assert.Equal(Enumerable.Range(0, 64).Select(i => (double?)i), storage.GetTrials(id).Select(t => t.Value));
    }

    private sealed class FixedTime : TimeProvider
    {
        public static readonly DateTimeOffset Start = new(2024, 2, 29, 23, 59, 59, 123, 456, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Start;
    }
}
