using Ratchet.Market.Bars;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;

namespace Ratchet.Features.Sets;

/// <summary>
/// Looks for features that see the future. For each cut t the features are computed again on the bars up to t alone, and on a series in
/// which bar
/// t + 1 is another; no value at or before t may change by a single bit (NaN equals NaN).
/// </summary>
public static class LookAheadAudit
{
    /// <summary>Runs both checks at every cut. The cost is that of (1 + 2 x cuts) builds of the set.</summary>
    /// <param name="bars">At least two bars.</param>
    /// <param name="set">Which features.</param>
    /// <param name="catalogue">Where they are found.</param>
    /// <param name="options">Which cuts.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>At most one finding for each feature, cut and check, by cut, check and column; empty when nothing looked ahead.</returns>
    /// <exception cref="ArgumentException">There are fewer than two bars, a cut has no bar after it, or a name is unknown.</exception>
    public static IReadOnlyList<AuditFinding> Run(
        BarSeries bars,
        FeatureSet set,
        FeatureCatalogue catalogue,
        AuditOptions options,
        CancellationToken cancellationToken)
    {
        options.Validate();
        if (bars.Count < 2)
        {
            throw new ArgumentException($"The series has {bars.Count} bars; an audit needs at least 2.", nameof(bars));
        }

        var whole = FeatureBuilder.Build(bars, set, catalogue, options.Threads, cancellationToken);
        var findings = new List<AuditFinding>();
        foreach (var cut in ChooseCuts(bars.Count, options))
        {
            var shorter = FeatureBuilder.Build(bars.Slice(new IndexRange(0, cut + 1)), set, catalogue, options.Threads, cancellationToken);
            Collect(whole, shorter, cut, AuditCheck.Truncation, findings);
            var other = FeatureBuilder.Build(WithAnotherBar(bars, cut + 1), set, catalogue, options.Threads, cancellationToken);
            Collect(whole, other, cut, AuditCheck.Perturbation, findings);
        }

        return findings;
    }

    private static int[] ChooseCuts(int count, AuditOptions options)
    {
        if (options.Cuts.Count > 0)
        {
            foreach (var cut in options.Cuts)
            {
                if (cut < 0 || cut > count - 2)
                {
                    throw new ArgumentException($"Cut {cut} is outside 0 to {count - 2}: each cut needs a bar after it.", nameof(options));
                }
            }

            return [.. options.Cuts];
        }

        var parts = Math.Min(options.CutCount, count - 1);
        var stream = StreamKey.FromSeed(options.Seed).Derive("look-ahead audit").Open();
        var cuts = new int[parts];
        for (var i = 0; i < parts; i++)
        {
            var start = (int)((long)(count - 1) * i / parts);
            var end = (int)((long)(count - 1) * (i + 1) / parts);
            cuts[i] = start + stream.NextInt(end - start);
        }

        return cuts;
    }

    private static void Collect(FeatureTable whole, FeatureTable changed, int cut, AuditCheck check, List<AuditFinding> findings)
    {
        for (var c = 0; c < whole.Columns.Count; c++)
        {
            var expected = whole.Columns[c];
            var actual = changed.Columns[c];
            for (var row = 0; row <= cut; row++)
            {
                if (!Same(expected[row], actual[row]))
                {
                    findings.Add(new(whole.Names[c], row, cut, check, expected[row], actual[row]));
                    break;
                }
            }
        }
    }

    private static bool Same(double left, double right) =>
        BitConverter.DoubleToInt64Bits(left) == BitConverter.DoubleToInt64Bits(right) || (double.IsNaN(left) && double.IsNaN(right));

    private static BarSeries WithAnotherBar(BarSeries bars, int index)
    {
        // Both directions are tried, by the parity of the row; the volume always rises, from zero too.
        var factor = index % 2 == 0 ? 1.25 : 0.8;
        var source = bars.Columns;
        return new(bars.Symbol, bars.TimeFrame, source with
        {
            Open = Replaced(source.Open, index, source.Open.Span[index] * factor),
            High = Replaced(source.High, index, source.High.Span[index] * factor * 1.01),
            Low = Replaced(source.Low, index, source.Low.Span[index] * factor * 0.99),
            Close = Replaced(source.Close, index, source.Close.Span[index] * factor),
            Volume = Replaced(source.Volume, index, (source.Volume.Span[index] * 3) + 1),
            TradeCount = source.TradeCount.IsEmpty ? default : Replaced(source.TradeCount, index, (source.TradeCount.Span[index] * 3) + 1),
            TakerBuyVolume = source.TakerBuyVolume.IsEmpty ? default : Replaced(source.TakerBuyVolume, index, (source.TakerBuyVolume.Span[index] * 2) + 0.5),
        });
    }

    private static ReadOnlyMemory<double> Replaced(ReadOnlyMemory<double> column, int index, double value)
    {
        var copy = column.ToArray();
        copy[index] = value;
        return copy;
    }
}
