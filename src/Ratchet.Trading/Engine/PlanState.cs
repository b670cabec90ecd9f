using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Profiles;

namespace Ratchet.Trading.Engine;

/// <summary>Exit plans and advice as bytes.</summary>
internal static class PlanState
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
            throw new InvalidDataException($"A state holds a plan of {count} targets; there are 0 to {ExitPlan.MaximumTargets}.");
        }

        var (multiples, fractions) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            (multiples[i], fractions[i]) = (reader.ReadDouble(), reader.ReadDouble());
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

    public static void Write(StateWriter writer, Advice advice)
    {
        writer.Write(advice.Strategy);
        writer.Write(advice.Block);
        writer.Write(advice.Multiplier);
        writer.Write(advice.ConfidenceCap);
        writer.Write(advice.Exits is not null);
        if (advice.Exits is { } exits)
        {
            Write(writer, exits);
        }

        writer.Write(advice.Profile);
        writer.Write(advice.Regime);
        writer.Write(advice.Why);
        writer.Write(advice.Decision);
    }

    public static Advice ReadAdvice(ref StateReader reader) => new()
    {
        Strategy = reader.ReadInt32(),
        Block = reader.ReadBoolean(),
        Multiplier = reader.ReadDouble(),
        ConfidenceCap = reader.ReadDouble(),
        Exits = reader.ReadBoolean() ? Read(ref reader) : null,
        Profile = reader.ReadText() ?? string.Empty,
        Regime = reader.ReadText() ?? string.Empty,
        Why = reader.ReadText() ?? string.Empty,
        Decision = reader.ReadInt64(),
    };
}
