using Ratchet.Search.Spaces;
using Ratchet.Search.Studies;

namespace Ratchet.Search.Schedulers;

/// <summary>What the scheduler knows about one trial while it runs.</summary>
internal sealed class TrialSlot(int number, int iteration, int bracket, ParameterSet parameters)
{
    public int Number { get; } = number;

    public int Iteration { get; } = iteration;

    public int Bracket { get; } = bracket;

    public ParameterSet Parameters { get; } = parameters;

    /// <summary>Gets the attributes that the scheduler wrote when the trial was created.</summary>
    public SortedDictionary<string, string> OwnAttributes { get; } = new(StringComparer.Ordinal)
    {
        [TrialAttributes.Bracket] = $"{bracket}",
        [TrialAttributes.Iteration] = $"{iteration}",
    };

    /// <summary>Gets what the evaluator attached.</summary>
    public SortedDictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<int, double> Intermediates { get; } = [];

    /// <summary>Gets the values of the rungs that were passed, in order.</summary>
    public List<RungValue> Rungs { get; } = [];

    public TrialState State { get; private set; } = TrialState.Running;

    public double? Value { get; private set; }

    public string? Failure { get; private set; }

    public int? DuplicateOf { get; set; }

    /// <summary>Gets or sets the resource that was evaluated under this number, not copied from another trial.</summary>
    public double EvaluatedResource { get; set; }

    /// <summary>Gets or sets a value indicating whether this process has asked the evaluator for the trial.</summary>
    public bool Requested { get; set; }

    /// <summary>Gets or sets what the storage held when the search was continued.</summary>
    public Trial? Stored { get; set; }

    public double ValueAt(HyperbandRung rung) => Intermediates[rung.Step];

    public void Fail(string failure)
    {
        Failure = failure;
        State = TrialState.Fail;
        OwnAttributes[TrialAttributes.Failure] = failure;
    }

    public void Pass(HyperbandRung rung, double value)
    {
        Intermediates[rung.Step] = value;
        Rungs.Add(new RungValue(rung.Index, rung.Resource, value));
    }

    public void Finish(TrialState state)
    {
        State = state;
        Value = Rungs[^1].Value;
    }

    public Trial ToTrial() => new()
    {
        Number = Number,
        State = State,
        Parameters = TrialParameter.From(Parameters),
        Values = Value is { } value ? [value] : [],
        IntermediateValues = new SortedDictionary<int, double>(Intermediates).AsReadOnly(),
        UserAttributes = AllAttributes(),
    };

    public IReadOnlyDictionary<string, string> AllAttributes()
    {
        var all = new SortedDictionary<string, string>(Attributes, StringComparer.Ordinal);
        foreach (var (name, value) in OwnAttributes)
        {
            all[name] = value;
        }

        return all.AsReadOnly();
    }
}
