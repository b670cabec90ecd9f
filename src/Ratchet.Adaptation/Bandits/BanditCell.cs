using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Bandits;

/// <summary>What is known of one arm in one context, or of the arm over many.</summary>
internal struct BanditCell
{
    /// <summary>Before any reward.</summary>
    public const long Never = long.MinValue;

    public double Value;
    public double Memory;
    public long Real;
    public long Shadow;
    public double Mean;
    public double Squares;
    public double RealMean;
    public double ShadowMean;
    public double Discounted;
    public double DiscountedSum;
    public double Weight;
    public long Updated;
    public int Breaks;
    public PageHinkley Change;

    public static BanditCell Start(double prior) => new() { Value = prior, Weight = 1, Updated = Never };

    public readonly long Count => Real + Shadow;

    /// <summary>Learns a reward; weight scales the step. True where the rewards broke.</summary>
    public bool Learn(double reward, long time, bool isReal, double alpha, double weight, BanditOptions options)
    {
        if (isReal)
        {
            Real++;
            RealMean += (reward - RealMean) / Real;
        }
        else
        {
            Shadow++;
            ShadowMean += (reward - ShadowMean) / Shadow;
        }

        // Welford (1962).
        var before = reward - Mean;
        Mean += before / Count;
        Squares += before * (reward - Mean);
        Updated = Math.Max(Updated, time);
        var breaks = options.DetectChanges && Change.Add(reward / Math.Sqrt(Variance(options)), options.ChangeTolerance, options.ChangeThreshold);
        if (breaks)
        {
            Break();
        }

        Value += weight * Step(alpha, options) * (reward - Value);
        Memory += weight;
        Discounted += weight;
        DiscountedSum += weight * reward;
        return breaks;
    }

    /// <summary>How many trades the value remembers.</summary>
    public readonly double Remembers(double alpha) => alpha > 0 ? Math.Min(Memory, (2 - alpha) / alpha) : Memory;

    /// <summary>The variance of a reward: (squares + prior trades x prior variance) / (count + prior trades).</summary>
    public readonly double Variance(BanditOptions options)
    {
        // At least two trades' worth of the prior, so that one reward is no certainty.
        var prior = Math.Max(options.PriorTrades, 2);
        return (Squares + (prior * options.PriorDeviation * options.PriorDeviation)) / (Count + prior);
    }

    public readonly void Write(StateWriter writer)
    {
        writer.Write(Value);
        writer.Write(Memory);
        writer.Write(Real);
        writer.Write(Shadow);
        writer.Write(Mean);
        writer.Write(Squares);
        writer.Write(RealMean);
        writer.Write(ShadowMean);
        writer.Write(Discounted);
        writer.Write(DiscountedSum);
        writer.Write(Weight);
        writer.Write(Updated);
        writer.Write(Breaks);
        Change.Write(writer);
    }

    public void Read(ref StateReader reader)
    {
        Value = reader.ReadDouble();
        Memory = reader.ReadDouble();
        Real = reader.ReadInt64();
        Shadow = reader.ReadInt64();
        Mean = reader.ReadDouble();
        Squares = reader.ReadDouble();
        RealMean = reader.ReadDouble();
        ShadowMean = reader.ReadDouble();
        Discounted = reader.ReadDouble();
        DiscountedSum = reader.ReadDouble();
        Weight = reader.ReadDouble();
        Updated = reader.ReadInt64();
        Breaks = reader.ReadInt32();
        Change.Read(ref reader);
        if (!IsSound)
        {
            throw new InvalidDataException($"A state's cell has value {Value}, weight {Weight} and counts {Real} and {Shadow}.");
        }
    }

    /// <summary>Whether every number is possible.</summary>
    public readonly bool IsSound =>
        double.IsFinite(Value) && double.IsFinite(Memory) && double.IsFinite(Mean) && double.IsFinite(Squares) && double.IsFinite(RealMean) && double.IsFinite(ShadowMean)
        && double.IsFinite(Discounted) && double.IsFinite(DiscountedSum) && double.IsFinite(Weight) && Memory >= 0 && Squares >= 0 && Discounted >= 0 && Weight >= 0
        && Real >= 0 && Shadow >= 0 && Breaks >= 0;

    /// <summary>Forgets how many trades stand behind the value: it is worth a few from now on.</summary>
    public void Break()
    {
        Breaks++;
        Memory = 0;
        Change = default;
    }

    /// <summary>How many trades the value was worth at the beginning, or at the last break.</summary>
    public readonly double StartTrades(BanditOptions options) => Breaks == 0 ? options.PriorTrades : options.TradesAfterBreak;

    // With the reward that is learned counted, so that the start is worth its trades exactly.
    private readonly double Step(double alpha, BanditOptions options) => Math.Max(alpha, 1 / (Memory + 1 + StartTrades(options)));
}
