using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;

namespace Ratchet.Features.Audit;

/// <summary>
/// Audits one family. Short series come before the whole one: what a family keeps between calculations (a static field, a cache) then shows, because the first
/// calculation of a cut cannot have known what came after it.
/// </summary>
internal sealed class FamilyAudit(IFeatureFamily family, BarSeries bars, int[] cuts, StreamKey key, CancellationToken cancellationToken)
{
    private readonly List<AuditFinding>[] findings = [.. family.Features.Select(_ => new List<AuditFinding>())];

    public FeatureAudit[] Run()
    {
        var shorter = Array.ConvertAll(cuts, cut => Compute(bars.Slice(new IndexRange(0, cut + 1))));
        var whole = Compute(bars);
        for (var c = 0; c < cuts.Length; c++)
        {
            Compare(whole, shorter[c], cuts[c], AuditCheck.Truncation);
            Compare(whole, Compute(ChangedBars.One(bars, cuts[c] + 1)), cuts[c], AuditCheck.Perturbation);
            Compare(whole, Compute(ChangedBars.From(bars, cuts[c] + 1, key.Derive(c).Open())), cuts[c], AuditCheck.RewrittenFuture);
            shorter[c] = [];
        }

        var differences = CompareStream(whole);
        Compare(whole, Compute(bars), -1, AuditCheck.Repetition);
        return [.. family.Features.Select((f, k) => Summarise(f, whole[k], differences[k], findings[k]))];
    }

    private static bool IsSame(double left, double right) => BitConverter.DoubleToInt64Bits(left) == BitConverter.DoubleToInt64Bits(right);

    private double[][] Compute(BarSeries series)
    {
        var columns = Array.ConvertAll(new double[family.Features.Count], _ => new double[series.Count]);
        family.Compute(series, columns, cancellationToken);
        return columns;
    }

    // NaN must have the same bits too: which NaN it is could carry a message.
    private void Compare(double[][] whole, double[][] other, int cut, AuditCheck check)
    {
        var end = cut < 0 ? bars.Count : cut + 1;
        for (var k = 0; k < whole.Length; k++)
        {
            for (var row = 0; row < end; row++)
            {
                if (!IsSame(whole[k][row], other[k][row]))
                {
                    findings[k].Add(new(family.Features[k].Name, row, cut, check, whole[k][row], other[k][row]));
                    break;
                }
            }
        }
    }

    private double[] CompareStream(double[][] whole)
    {
        var stream = family.CreateStream(bars.TimeFrame);
        var row = new double[whole.Length];
        var largest = new double[whole.Length];
        var found = new bool[whole.Length];
        for (var i = 0; i < bars.Count; i++)
        {
            if (i % 8192 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            stream.Update(bars[i], row);
            for (var k = 0; k < row.Length; k++)
            {
                var difference = Difference(whole[k][i], row[k]);
                largest[k] = Math.Max(largest[k], difference);
                if (difference > LookAheadAudit.StreamTolerance && !found[k])
                {
                    found[k] = true;
                    findings[k].Add(new(family.Features[k].Name, i, -1, AuditCheck.Streaming, whole[k][i], row[k]));
                }
            }
        }

        return largest;
    }

    private static double Difference(double left, double right)
    {
        if (left == right || (double.IsNaN(left) && double.IsNaN(right)))
        {
            return 0;
        }

        var difference = Math.Abs(left - right) / Math.Max(1, Math.Abs(left));
        return double.IsNaN(difference) ? double.PositiveInfinity : difference;
    }

    private FeatureAudit Summarise(FeatureDescriptor feature, double[] column, double difference, List<AuditFinding> found)
    {
        var warmUp = feature.WarmUp(bars.TimeFrame);
        var values = 0;
        for (var i = 0; i < column.Length; i++)
        {
            if (!double.IsNaN(column[i]))
            {
                values++;
                if (i < warmUp && found.All(f => f.Check != AuditCheck.WarmUp))
                {
                    found.Add(new(feature.Name, i, -1, AuditCheck.WarmUp, column[i], double.NaN));
                }
            }
        }

        return new(feature.Name, warmUp, values, difference, found);
    }
}
