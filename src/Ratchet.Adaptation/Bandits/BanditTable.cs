using Ratchet.Adaptation.Regimes;
using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Bandits;

/// <summary>
/// The values Q(symbol, regime, arm), with two shared levels above them: each arm in each regime over all symbols, and each arm over everything.
/// </summary>
/// <remarks>
/// A reward moves all three by Q &lt;- Q + step (reward - Q), step = max(alpha, 1 / (n + prior trades)), n counting this reward, the shared ones with their own alpha. The estimate shrinks
/// from the top: e2 = Q2; e1 = (n1 Q1 + k e2) / (n1 + k); e0 = (n0 Q0 + k e1) / (n0 + k), with n the trades a level remembers, min(n, (2 - alpha) / alpha), and k
/// the pooling strength. The trades behind it are t2 = n2 + prior trades, t1 = n1 + k t2 / (k + t2), t0 = n0 + k t1 / (k + t1): what others say is worth k trades at most.
/// All operations are constant time in symbols and allocate nothing.
/// </remarks>
public sealed class BanditTable
{
    private readonly BanditOptions options;
    private readonly double[] priors;
    private readonly BanditCell[] cells;
    private readonly BanditCell[] shared;
    private readonly BanditCell[] top;
    private readonly long[] choices;

    /// <summary>A table that knows only the priors.</summary>
    /// <param name="options">How it learns.</param>
    /// <param name="priors">What each arm is thought to earn at first, finite; used where the options ask for it. 1 to 64 arms.</param>
    /// <param name="symbols">How many symbols there are, from 1.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public BanditTable(BanditOptions options, IReadOnlyList<double> priors, int symbols)
    {
        options.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(symbols, 1);
        if (priors.Count is < 1 or > 64 || priors.Any(p => !double.IsFinite(p)))
        {
            throw new ArgumentException($"There are {priors.Count} priors; there must be 1 to 64, all finite.", nameof(priors));
        }

        this.options = options;
        this.priors = [.. priors.Select(p => options.PriorFromExpectancy ? p : 0)];
        Symbols = symbols;
        cells = new BanditCell[symbols * RegimeNames.Count * Arms];
        shared = new BanditCell[RegimeNames.Count * Arms];
        top = new BanditCell[Arms];
        choices = new long[symbols * RegimeNames.Count];
        foreach (var level in new[] { cells, shared, top })
        {
            for (var i = 0; i < level.Length; i++)
            {
                level[i] = BanditCell.Start(this.priors[i % Arms]);
            }
        }
    }

    /// <summary>How many symbols there are.</summary>
    public int Symbols { get; }

    /// <summary>How many arms there are.</summary>
    public int Arms => priors.Length;

    /// <summary>How many choices were made in a context.</summary>
    /// <param name="symbol">The symbol's place.</param>
    /// <param name="regime">The regime.</param>
    public long Choices(int symbol, MarketRegime regime) => choices[Context(symbol, regime)];

    /// <summary>Counts a choice.</summary>
    /// <param name="symbol">The symbol's place.</param>
    /// <param name="regime">The regime.</param>
    public void Chosen(int symbol, MarketRegime regime) => choices[Context(symbol, regime)]++;

    /// <summary>What an arm is thought to earn in a context.</summary>
    /// <param name="symbol">The symbol's place.</param>
    /// <param name="regime">The regime.</param>
    /// <param name="arm">The arm.</param>
    public ArmEstimate Estimate(int symbol, MarketRegime regime, int arm)
    {
        ref readonly var own = ref cells[(Context(symbol, regime) * Arms) + arm];
        var deviation = Math.Sqrt(own.Variance(options));
        var remembered = own.Remembers(options.Alpha);
        if (!options.Pooling)
        {
            return new(own.Value, remembered + own.StartTrades(options), deviation);
        }

        ref readonly var middle = ref shared[((int)regime * Arms) + arm];
        ref readonly var all = ref top[arm];
        var k = options.PoolingStrength;
        var middleRemembered = middle.Remembers(options.PooledAlpha);
        var middleValue = ((middleRemembered * middle.Value) + (k * all.Value)) / (middleRemembered + k);
        var trades = all.Remembers(options.PooledAlpha) + all.StartTrades(options);
        trades = middleRemembered + (k * trades / (k + trades));
        return new(((remembered * own.Value) + (k * middleValue)) / (remembered + k), remembered + (k * trades / (k + trades)), deviation);
    }

    /// <summary>Learns what an arm earned.</summary>
    /// <param name="symbol">The symbol's place.</param>
    /// <param name="regime">The regime it was chosen in.</param>
    /// <param name="arm">The arm.</param>
    /// <param name="reward">The reward, finite, already clipped.</param>
    /// <param name="time">When it became known; rewards may come late and in any order.</param>
    /// <param name="propensity">The probability it was chosen with, in (0, 1]; 1 for a simulated choice.</param>
    /// <param name="isReal">Whether the choice was real.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Learn(int symbol, MarketRegime regime, int arm, double reward, long time, double propensity, bool isReal)
    {
        if (!double.IsFinite(reward))
        {
            throw new ArgumentOutOfRangeException(nameof(reward), reward, "reward must be finite.");
        }

        if (!(propensity is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(propensity), propensity, "propensity must be in (0, 1].");
        }

        var weight = isReal ? 1 : options.ShadowWeight;
        var first = Context(symbol, regime) * Arms;
        var context = cells.AsSpan(first, Arms);
        foreach (ref var other in context)
        {
            other.Discounted *= options.Discount;
            other.DiscountedSum *= options.Discount;
        }

        if (context[arm].Learn(reward, time, isReal, options.Alpha, weight, options))
        {
            // As in M-UCB (Cao, Wen, Kveton and Xie, 2019): where one arm broke, what is known of the others in this context is old too.
            for (var i = 0; i < context.Length; i++)
            {
                if (i != arm)
                {
                    context[i].Break();
                }
            }
        }

        shared[((int)regime * Arms) + arm].Learn(reward, time, isReal, options.PooledAlpha, weight, options);
        top[arm].Learn(reward, time, isReal, options.PooledAlpha, weight, options);
        Share(context, arm, (reward - options.ClipLow) / (options.ClipHigh - options.ClipLow) / propensity * weight);
    }

    /// <summary>A cell as people and files see it.</summary>
    /// <param name="symbol">The symbol's place.</param>
    /// <param name="regime">The regime.</param>
    /// <param name="arm">The arm.</param>
    public CellView View(int symbol, MarketRegime regime, int arm)
    {
        ref readonly var cell = ref cells[(Context(symbol, regime) * Arms) + arm];
        return new(
            cell.Value,
            Estimate(symbol, regime, arm).Value,
            cell.Real,
            cell.RealMean,
            cell.Shadow,
            cell.ShadowMean,
            cell.Variance(options),
            cell.Updated == BanditCell.Never ? null : cell.Updated,
            cell.Breaks);
    }

    /// <summary>Writes the state; equal tables give equal bytes.</summary>
    /// <param name="writer">Receives them.</param>
    public void Write(StateWriter writer)
    {
        writer.Write(Symbols);
        writer.Write(Arms);
        foreach (var level in Levels)
        {
            for (var i = 0; i < level.Length; i++)
            {
                level[i].Write(writer);
            }
        }

        foreach (var count in choices)
        {
            writer.Write(count);
        }
    }

    /// <summary>Takes over a written state.</summary>
    /// <param name="reader">Where it is.</param>
    /// <exception cref="InvalidDataException">The bytes are of another shape, or are no table.</exception>
    public void Read(ref StateReader reader)
    {
        var symbols = reader.ReadInt32();
        var arms = reader.ReadInt32();
        if (symbols != Symbols || arms != Arms)
        {
            throw new InvalidDataException($"The state's table has {symbols} symbols and {arms} arms; this one has {Symbols} and {Arms}.");
        }

        foreach (var level in Levels)
        {
            for (var i = 0; i < level.Length; i++)
            {
                level[i].Read(ref reader);
            }
        }

        for (var i = 0; i < choices.Length; i++)
        {
            choices[i] = reader.ReadInt64();
        }
    }

    internal BanditCell[][] Levels => [cells, shared, top];

    internal Span<long> ChoicesToWrite => choices;

    internal ReadOnlySpan<BanditCell> Cells(int symbol, MarketRegime regime) => cells.AsSpan(Context(symbol, regime) * Arms, Arms);

    private int Context(int symbol, MarketRegime regime)
    {
        if ((uint)symbol >= (uint)Symbols)
        {
            throw new ArgumentOutOfRangeException(nameof(symbol), symbol, $"symbol must be in [0, {Symbols}).");
        }

        return (symbol * RegimeNames.Count) + (int)regime;
    }

    // The weights of EXP3.S, scaled to a mean of 1 so that they never overflow.
    private void Share(Span<BanditCell> context, int arm, double estimated)
    {
        var sum = 0.0;
        foreach (ref readonly var cell in context)
        {
            sum += cell.Weight;
        }

        context[arm].Weight *= Math.Exp(Math.Min(options.ExponentialShare * estimated / Arms, 50));
        var after = 0.0;
        foreach (ref var cell in context)
        {
            cell.Weight += Math.E * options.ExponentialSharing / Arms * sum;
            after += cell.Weight;
        }

        foreach (ref var cell in context)
        {
            cell.Weight *= Arms / after;
        }
    }
}
