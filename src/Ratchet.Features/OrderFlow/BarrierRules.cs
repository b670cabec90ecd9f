namespace Ratchet.Features.OrderFlow;

/// <summary>
/// The decision table of barrier states. The first row that holds decides, D and D0 the depth now and at the beginning, T the trades against it:
/// 1 Unknown: D or D0 is not measured;
/// 2 Consumed: D0 > 0, D &lt;= (1 - ConsumedFall) D0 and T >= ConsumedByTrades (D0 - D);
/// 3 Absorption: T >= AbsorbedVolume D0, T > 0 and D >= AbsorbedDepth D0 and D > 0;
/// 4 Vacuum: D &lt;= VacuumRatio x usual;
/// 5 Wall: D >= WallRatio x usual and T &lt; WallTraded D, or T is not known;
/// 6 Neutral.
/// Rows 2 and 3 need trades with sides and sizes, rows 4 and 5 a known usual depth; a row whose input is missing does not hold.
/// </summary>
public static class BarrierRules
{
    /// <summary>The state.</summary>
    /// <param name="measures">What was measured.</param>
    /// <param name="options">Thresholds.</param>
    public static BarrierState Decide(in BarrierMeasures measures, BarrierOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (now, before, traded) = (measures.Depth, measures.DepthBefore, measures.Traded);
        if (measures.Availability != Availability.Measured || double.IsNaN(now) || double.IsNaN(before))
        {
            return BarrierState.Unknown;
        }

        if (before > 0 && now <= (1 - options.ConsumedFall) * before && traded >= options.ConsumedByTrades * (before - now) && traded > 0)
        {
            return BarrierState.Consumed;
        }

        if (traded > 0 && traded >= options.AbsorbedVolume * before && now >= options.AbsorbedDepth * before && now > 0)
        {
            return BarrierState.Absorption;
        }

        if (!(measures.Usual > 0))
        {
            return BarrierState.Neutral;
        }

        if (now <= options.VacuumRatio * measures.Usual)
        {
            return BarrierState.Vacuum;
        }

        return now >= options.WallRatio * measures.Usual && !(traded >= options.WallTraded * now) ? BarrierState.Wall : BarrierState.Neutral;
    }
}
