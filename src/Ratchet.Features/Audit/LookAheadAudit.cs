using System.Runtime.ExceptionServices;
using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Features.Audit;

/// <summary>
/// Looks for features that see the future. For each cut t a feature is computed again on the bars up to t alone, on a series in which bar t + 1 is another, and
/// on one in which all bars after t are others; no value at or before t may change by a single bit. A leak that shows on few bars can lie between cuts, so the
/// streaming form, which is given bar after bar and cannot see further, must agree at every bar of the series.
/// </summary>
/// <remarks>
/// What it cannot see: a leak that is in both forms, shows on few bars and is near no cut (more cuts find it); and what a feature learned of these very bars
/// before the process began, such as constants fitted to them. Cost: 2 + 2.5 x cuts calculations of each family, and one stream.
/// </remarks>
public static class LookAheadAudit
{
    /// <summary>How far batch and stream may differ, relative where the value is above 1.</summary>
    public const double StreamTolerance = 1e-10;

    /// <summary>Audits a feature set on a series.</summary>
    /// <param name="bars">At least two bars.</param>
    /// <param name="set">Which features; other features of their families are computed, and not reported.</param>
    /// <param name="catalogue">Where they are found.</param>
    /// <param name="options">Which cuts.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>One element a feature; the findings do not depend on the number of threads.</returns>
    /// <exception cref="ArgumentException">There are fewer than two bars, a cut has no bar after it, or a name is unknown.</exception>
    public static AuditReport Run(
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

        var plan = new FeaturePlan(set, catalogue);
        var key = StreamKey.FromSeed(options.Seed).Derive("look-ahead audit");
        var cuts = ChooseCuts(bars.Count, options, key);
        var audits = new FeatureAudit[plan.Families.Length][];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
        try
        {
            Parallel.For(0, audits.Length, parallel, i => audits[i] = new FamilyAudit(plan.Families[i], bars, cuts, key, cancellationToken).Run());
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }

        return new(bars.Count, cuts, [.. plan.FamilyOf.Select((family, column) => audits[family][plan.OutputOf[column]])]);
    }

    private static int[] ChooseCuts(int count, AuditOptions options, StreamKey key)
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

            return [.. options.Cuts.Order()];
        }

        var parts = Math.Min(options.CutCount, count - 1);
        var stream = key.Open();
        var cuts = new int[parts];
        for (var i = 0; i < parts; i++)
        {
            var start = (int)((long)(count - 1) * i / parts);
            var end = (int)((long)(count - 1) * (i + 1) / parts);
            cuts[i] = start + stream.NextInt(end - start);
        }

        return cuts;
    }
}
