namespace Ratchet.Features.Labels;

/// <summary>
/// The triple-barrier method for given events, on closes (Lopez de Prado, 2018, chapter 3). <see cref="TradeLabeller"/> is the form that
/// the models learn from; this one serves events of any origin.
/// </summary>
public static class TripleBarrier
{
    /// <summary>
    /// Follows each event until side x (close / close at event - 1) is strictly above profit multiple x target, strictly below
    /// -stop multiple x target, or the vertical barrier <paramref name="verticalBars"/> later.
    /// </summary>
    /// <param name="close">Closes, above 0.</param>
    /// <param name="events">Where paths begin; each must have its vertical barrier within the closes.</param>
    /// <param name="targets">The unit of the barriers at each event, in simple return, above 0.</param>
    /// <param name="sides">+1 or -1 an event, or empty: then returns are taken as they are, and labels are three-valued.</param>
    /// <param name="profitMultiple">0 or more; 0 switches the barrier off.</param>
    /// <param name="stopMultiple">0 or more; 0 switches the barrier off.</param>
    /// <param name="verticalBars">At least 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, or an event's path leaves the closes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A multiple is below 0 or no bar is left to a path.</exception>
    /// <remarks>Cost: O(events x bars to the touch).</remarks>
    public static BarrierLabels Compute(
        ReadOnlySpan<double> close,
        ReadOnlySpan<int> events,
        ReadOnlySpan<double> targets,
        ReadOnlySpan<double> sides,
        double profitMultiple,
        double stopMultiple,
        int verticalBars)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(profitMultiple);
        ArgumentOutOfRangeException.ThrowIfNegative(stopMultiple);
        ArgumentOutOfRangeException.ThrowIfLessThan(verticalBars, 1);
        if (targets.Length != events.Length || (!sides.IsEmpty && sides.Length != events.Length))
        {
            throw new ArgumentException(
                $"There are {events.Length} events, {targets.Length} targets and {sides.Length} sides; they must agree (sides may be empty).", nameof(targets));
        }

        var labels = new BarrierLabels
        {
            End = new int[events.Length],
            Barrier = new FirstBarrier[events.Length],
            Return = new double[events.Length],
            SideReturn = new double[events.Length],
            BarrierLabel = new int[events.Length],
            SignLabel = new int[events.Length],
            LogReturnLabel = new int[events.Length],
        };
        for (var i = 0; i < events.Length; i++)
        {
            if (events[i] < 0 || events[i] + verticalBars >= close.Length)
            {
                throw new ArgumentException(
                    $"Event {i} at bar {events[i]} needs bars up to {events[i] + verticalBars}; there are {close.Length}.", nameof(events));
            }

            var side = sides.IsEmpty ? 1 : sides[i];
            var upper = profitMultiple > 0 ? profitMultiple * targets[i] : double.PositiveInfinity;
            var lower = stopMultiple > 0 ? -stopMultiple * targets[i] : double.NegativeInfinity;
            labels.End[i] = Follow(close.Slice(events[i], verticalBars + 1), side, upper, lower, out var barrier) + events[i];
            labels.Barrier[i] = barrier;
            labels.Return[i] = (close[labels.End[i]] / close[events[i]]) - 1;
            labels.SideReturn[i] = side * labels.Return[i];
            labels.BarrierLabel[i] = (barrier, sides.IsEmpty) switch
            {
                (FirstBarrier.Profit, _) => 1,
                (FirstBarrier.Stop, true) => -1,
                _ => 0,
            };
            labels.SignLabel[i] = sides.IsEmpty ? Math.Sign(labels.Return[i]) : labels.SideReturn[i] > 0 ? 1 : 0;
            var unit = Math.Log(1 + targets[i]);
            var outcome = side * Math.Log(close[labels.End[i]] / close[events[i]]);
            labels.LogReturnLabel[i] = outcome > 0 && outcome > unit * profitMultiple ? 1
                : sides.IsEmpty && outcome < 0 && outcome < -unit * stopMultiple ? -1
                : 0;
        }

        return labels;
    }

    private static int Follow(ReadOnlySpan<double> path, double side, double upper, double lower, out FirstBarrier barrier)
    {
        for (var i = 1; i < path.Length; i++)
        {
            var outcome = side * ((path[i] / path[0]) - 1);
            if (outcome > upper)
            {
                barrier = FirstBarrier.Profit;
                return i;
            }

            if (outcome < lower)
            {
                barrier = FirstBarrier.Stop;
                return i;
            }
        }

        barrier = FirstBarrier.Vertical;
        return path.Length - 1;
    }
}
