using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Sets;

/// <summary>
/// The streaming form of a feature set for one symbol: it gives the same bits as <see cref="FeatureBuilder"/>, at a cost a bar that does
/// not grow with
/// history, and allocates nothing. Not safe for use by several threads at once.
/// </summary>
public sealed class FeatureStreamSet
{
    private readonly IFeatureStream[] streams;
    private readonly double[][] rows;
    private readonly int[] familyOf;
    private readonly int[] outputOf;
    private long lastOpenTime = long.MinValue;

    /// <summary>Begins before the first bar.</summary>
    /// <param name="set">Which features.</param>
    /// <param name="catalogue">Where they are found.</param>
    /// <param name="timeFrame">The length of the bars to come.</param>
    /// <exception cref="ArgumentException">A name is unknown.</exception>
    public FeatureStreamSet(FeatureSet set, FeatureCatalogue catalogue, TimeFrame timeFrame)
    {
        var plan = new FeaturePlan(set, catalogue);
        streams = [.. plan.Families.Select(f => f.CreateStream(timeFrame))];
        rows = [.. plan.Families.Select(f => new double[f.Features.Count])];
        (familyOf, outputOf) = (plan.FamilyOf, plan.OutputOf);
        Names = set.Features;
        Identities = plan.Identities;
        FirstCompleteRow = plan.FirstCompleteRow(timeFrame);
        Remarks = plan.Remarks(timeFrame);
    }

    /// <summary>The names, in the order of the outputs.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>For each feature, whose code computes it; see <see cref="FeatureTable.Identities"/>.</summary>
    public IReadOnlyList<string> Identities { get; }

    /// <summary>How many bars come before the first update that writes no NaN.</summary>
    public int FirstCompleteRow { get; }

    /// <summary>What a report must say of features on bars of this length.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>Takes one closed bar and writes every feature as of its close; NaN before a feature's warm-up.</summary>
    /// <param name="bar">The bar that closed, later than the one before.</param>
    /// <param name="outputs">One element a feature of the set.</param>
    /// <exception cref="ArgumentException">There are not as many outputs, or the bar is not later than the one before; nothing has changed then.</exception>
    public void Update(in Bar bar, Span<double> outputs)
    {
        if (outputs.Length != familyOf.Length)
        {
            throw new ArgumentException($"{outputs.Length} outputs were given for {familyOf.Length} features; give one a feature.", nameof(outputs));
        }

        if (bar.OpenTime <= lastOpenTime)
        {
            throw new ArgumentException($"The bar opens at {bar.OpenTime} ms, the one before at {lastOpenTime} ms; each must be later than the one before. Reset, and feed all bars again.", nameof(bar));
        }

        lastOpenTime = bar.OpenTime;
        for (var i = 0; i < streams.Length; i++)
        {
            streams[i].Update(bar, rows[i]);
        }

        for (var c = 0; c < outputs.Length; c++)
        {
            outputs[c] = rows[familyOf[c]][outputOf[c]];
        }
    }

    /// <summary>Forgets every bar.</summary>
    public void Reset()
    {
        lastOpenTime = long.MinValue;
        foreach (var stream in streams)
        {
            stream.Reset();
        }
    }
}
