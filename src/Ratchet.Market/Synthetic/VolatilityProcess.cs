using Ratchet.Numerics.Randomness;

namespace Ratchet.Market.Synthetic;

/// <summary>
/// The volatility of each bar: s_t = base * regime(k_t) * sqrt(h_t), at most <see cref="Cap"/>.
/// <para>k_t is a two-state Markov chain with geometric stays; regime(calm)² and regime(turbulent)² average 1 under its stationary law.</para>
/// <para>h_{t+1} = (1 - a - b) + (a u_t² + b) h_t is a GARCH(1,1) multiplier of mean 1 (Bollerslev, 1986), u_t the bar's standardised shock.</para>
/// </summary>
internal sealed class VolatilityProcess
{
    /// <summary>Keeps a bar's return above -60 % with every shock there can be.</summary>
    public const double Cap = 0.04;

    private readonly SyntheticMarketOptions options;
    private readonly RandomStream stream;
    private readonly double calm;
    private readonly double turbulent;
    private double clustering = 1;

    public VolatilityProcess(SyntheticMarketOptions options, RandomStream stream)
    {
        this.options = options;
        this.stream = stream;
        var calmShare = options.MeanCalmBars / (options.MeanCalmBars + options.MeanTurbulentBars);
        var ratio = options.TurbulentVolatilityRatio;
        var perBar = options.AnnualVolatility / Math.Sqrt(options.TimeFrame.BarsPerYear);
        calm = perBar / Math.Sqrt(calmShare + ((1 - calmShare) * ratio * ratio));
        turbulent = calm * ratio;
        Base = perBar;
        IsTurbulent = stream.NextDouble() >= calmShare;
    }

    /// <summary>The long-run root mean square return of a bar.</summary>
    public double Base { get; }

    /// <summary>The regime of the present bar.</summary>
    public bool IsTurbulent { get; private set; }

    /// <summary>The volatility of the present bar.</summary>
    public double Current => Math.Min((IsTurbulent ? turbulent : calm) * Math.Sqrt(clustering), Cap);

    /// <summary>The expected return of the present bar by its regime's drift.</summary>
    public double Drift => (IsTurbulent ? options.TurbulentAnnualDrift : options.CalmAnnualDrift) / options.TimeFrame.BarsPerYear;

    /// <summary>Moves on to the next bar.</summary>
    public void Advance(double shock)
    {
        clustering = 1 - options.ShockWeight - options.Persistence + (((options.ShockWeight * shock * shock) + options.Persistence) * clustering);
        var leave = 1 / (IsTurbulent ? options.MeanTurbulentBars : options.MeanCalmBars);
        if (stream.NextDouble() < leave)
        {
            IsTurbulent = !IsTurbulent;
        }
    }
}
