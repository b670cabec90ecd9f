using Ratchet.Trading.Journal;
using Ratchet.Trading.Profiles;

namespace Ratchet.Trading.Simulation;

/// <summary>An exit plan as bytes.</summary>
internal static class ShadowPlan
{
    public static void Write(StateWriter writer, ExitPlan plan)
    {
        writer.Write(plan.StopMultiple);
        writer.Write(plan.TargetMultiples.Count);
        for (var i = 0; i < plan.TargetMultiples.Count; i++)
        {
            writer.Write(plan.TargetMultiples[i]);
            writer.Write(plan.TargetFractions[i]);
        }

        writer.Write(plan.BreakEvenAfterTarget);
        writer.Write(plan.TrailingMultiple);
        writer.Write(plan.TrailingShare);
        writer.Write(plan.TrailingAfterTarget);
        writer.Write(plan.HorizonBars);
        writer.Write(plan.HorizonMilliseconds);
    }

    public static ExitPlan Read(ref StateReader reader)
    {
        var stop = reader.ReadDouble();
        var count = reader.ReadInt32();
        if (count is < 0 or > ExitPlan.MaximumTargets)
        {
            throw new InvalidDataException($"An exit plan has {count} targets; it may have 0 to {ExitPlan.MaximumTargets}.");
        }

        var multiples = new double[count];
        var fractions = new double[count];
        for (var i = 0; i < count; i++)
        {
            multiples[i] = reader.ReadDouble();
            fractions[i] = reader.ReadDouble();
        }

        var plan = new ExitPlan
        {
            StopMultiple = stop,
            TargetMultiples = multiples,
            TargetFractions = fractions,
            BreakEvenAfterTarget = reader.ReadInt32(),
            TrailingMultiple = reader.ReadDouble(),
            TrailingShare = reader.ReadDouble(),
            TrailingAfterTarget = reader.ReadInt32(),
            HorizonBars = reader.ReadInt32(),
            HorizonMilliseconds = reader.ReadInt64(),
        };
        try
        {
            plan.Validate();
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"A state holds an impossible exit plan: {e.Message}", e);
        }

        return plan;
    }
}
