using Ratchet.Market.Time;

namespace Ratchet.Market.Synthetic;

/// <summary>What a synthetic market looks like. <see cref="SyntheticMarket"/> documents the mathematics.</summary>
public sealed record SyntheticMarketOptions
{
    /// <summary>Names the market: equal options with an equal seed give equal bars, bit for bit. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many bars; 2 to 50,000,000. Default 12,000.</summary>
    public int Bars { get; init; } = 12_000;

    /// <summary>The length of a bar. Default one hour.</summary>
    public TimeFrame TimeFrame { get; init; } = TimeFrame.Hour1;

    /// <summary>When the first bar opens, milliseconds since 1970-01-01 UTC, a whole number of bars since then. Default 2023-01-01.</summary>
    public long StartTime { get; init; } = 1_672_531_200_000;

    /// <summary>The close before the first bar, above 0. Default 100.</summary>
    public double StartPrice { get; init; } = 100;

    /// <summary>
    /// The correlation of the planted signal with the next bar's standardised return; -0.5 to 0.5. Default 0.05.
    /// 0 is pure noise: the close is a martingale unless a drift is asked for.
    /// </summary>
    public double InformationCoefficient { get; init; } = 0.05;

    /// <summary>The root mean square return of a year of 365 days; 0.01 to 3. Default 0.6.</summary>
    public double AnnualVolatility { get; init; } = 0.6;

    /// <summary>Volatility of the turbulent regime over that of the calm one; 1 to 10. Default 2.5.</summary>
    public double TurbulentVolatilityRatio { get; init; } = 2.5;

    /// <summary>Mean stay in the calm regime, in bars; at least 2. Default 300.</summary>
    public double MeanCalmBars { get; init; } = 300;

    /// <summary>Mean stay in the turbulent regime, in bars; at least 2. Default 150.</summary>
    public double MeanTurbulentBars { get; init; } = 150;

    /// <summary>Yearly drift of the calm regime, as a simple return; -2 to 2. Default 0. A drift is predictability beside the planted one.</summary>
    public double CalmAnnualDrift { get; init; }

    /// <summary>Yearly drift of the turbulent regime, as a simple return; -2 to 2. Default 0.</summary>
    public double TurbulentAnnualDrift { get; init; }

    /// <summary>Weight of the last squared shock in the clustering; at least 0, below 1 together with the persistence. Default 0.06.</summary>
    public double ShockWeight { get; init; } = 0.06;

    /// <summary>Weight of the last variance in the clustering; at least 0. Default 0.90.</summary>
    public double Persistence { get; init; } = 0.90;

    /// <summary>Degrees of freedom of the shocks; above 2, at most 100: smaller is fatter. Default 5.</summary>
    public double TailDegreesOfFreedom { get; init; } = 5;

    /// <summary>Mean volume of an hour in units of the base asset, above 0. Default 500.</summary>
    public double HourlyVolume { get; init; } = 500;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public void Validate()
    {
        Check(nameof(Bars), Bars, 2, 50_000_000);
        Check(nameof(TimeFrame), TimeFrame.Minutes, 1, 1440);
        Check(nameof(StartPrice), StartPrice, 1e-6, 1e9);
        Check(nameof(InformationCoefficient), InformationCoefficient, -0.5, 0.5);
        Check(nameof(AnnualVolatility), AnnualVolatility, 0.01, 3);
        Check(nameof(TurbulentVolatilityRatio), TurbulentVolatilityRatio, 1, 10);
        Check(nameof(MeanCalmBars), MeanCalmBars, 2, 1e9);
        Check(nameof(MeanTurbulentBars), MeanTurbulentBars, 2, 1e9);
        Check(nameof(CalmAnnualDrift), CalmAnnualDrift, -2, 2);
        Check(nameof(TurbulentAnnualDrift), TurbulentAnnualDrift, -2, 2);
        Check(nameof(ShockWeight), ShockWeight, 0, 0.999);
        Check(nameof(Persistence), Persistence, 0, 0.999);
        Check(nameof(TailDegreesOfFreedom), TailDegreesOfFreedom, 2.1, 100);
        Check(nameof(HourlyVolume), HourlyVolume, 1e-6, 1e12);
        if (ShockWeight + Persistence > 0.999)
        {
            throw new ArgumentOutOfRangeException(
                nameof(ShockWeight), $"ShockWeight {ShockWeight} and Persistence {Persistence} must sum to at most 0.999, else the variance has no mean.");
        }

        if (StartTime < 0 || StartTime % TimeFrame.Milliseconds != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(StartTime), $"StartTime {StartTime} must be a whole number of {TimeFrame} bars after 1970-01-01 UTC.");
        }
    }

    private static void Check(string name, double value, double from, double to)
    {
        if (!(value >= from && value <= to))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; it must lie between {from} and {to}.");
        }
    }
}
