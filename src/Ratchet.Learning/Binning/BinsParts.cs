namespace Ratchet.Learning.Binning;

/// <summary>
/// The contents of a <see cref="FeatureBins"/> as flat arrays, for whoever stores or exchanges models. <see cref="Of"/> and <see cref="ToBins"/> are inverses.
/// </summary>
/// <param name="Names">One name a feature.</param>
/// <param name="Counts">How many thresholds each feature has, 0 to 254.</param>
/// <param name="Thresholds">All thresholds, feature after feature.</param>
public sealed record BinsParts(IReadOnlyList<string> Names, ReadOnlyMemory<int> Counts, ReadOnlyMemory<float> Thresholds)
{
    private const int MostThresholds = 254;

    /// <summary>Takes a quantisation apart.</summary>
    /// <param name="bins">The quantisation.</param>
    public static BinsParts Of(FeatureBins bins)
    {
        ArgumentNullException.ThrowIfNull(bins);
        var counts = new int[bins.FeatureCount];
        var thresholds = new List<float>();
        for (var f = 0; f < counts.Length; f++)
        {
            counts[f] = bins.Thresholds(f).Length;
            thresholds.AddRange(bins.Thresholds(f));
        }

        return new(bins.Names, counts, thresholds.ToArray());
    }

    /// <summary>Checks the parts and puts the quantisation together.</summary>
    /// <exception cref="ArgumentException">There are no or too many features, lengths disagree, or thresholds are not finite and strictly ascending.</exception>
    public FeatureBins ToBins()
    {
        if (Names.Count is 0 or > ushort.MaxValue || Names.Count != Counts.Length)
        {
            throw new ArgumentException($"There are {Names.Count} names and {Counts.Length} counts of thresholds; they must agree, from 1 to {ushort.MaxValue}.");
        }

        var thresholds = new float[Counts.Length][];
        var start = 0;
        for (var f = 0; f < thresholds.Length; f++)
        {
            var count = Counts.Span[f];
            if (Names[f] is null || count is < 0 or > MostThresholds || count > Thresholds.Length - start)
            {
                throw new ArgumentException($"Feature {f} has {count} thresholds; it must have a name and from 0 to {MostThresholds} of the {Thresholds.Length} there are.");
            }

            thresholds[f] = Thresholds.Span.Slice(start, count).ToArray();
            RequireAscending(thresholds[f], f);
            start += count;
        }

        return start == Thresholds.Length
            ? new([.. Names], thresholds)
            : throw new ArgumentException($"There are {Thresholds.Length} thresholds and the counts sum to {start}; they must agree.");
    }

    private static void RequireAscending(float[] thresholds, int feature)
    {
        for (var i = 0; i < thresholds.Length; i++)
        {
            if (!float.IsFinite(thresholds[i]) || (i > 0 && !(thresholds[i] > thresholds[i - 1])))
            {
                throw new ArgumentException($"Threshold {i} of feature {feature} is {thresholds[i]}; thresholds must be finite and strictly ascending.");
            }
        }
    }
}
