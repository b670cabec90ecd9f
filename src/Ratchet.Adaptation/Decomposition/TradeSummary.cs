using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Decomposition;

/// <summary>
/// Everything the figures of a run of trades need, in a form that two neighbouring runs can be joined from: counts, sums, and of the path its peak, trough,
/// deepest fall and runs of losses. Joining is associative, so a sliding window costs O(1) a trade. Mutable; passed by reference.
/// </summary>
internal struct TradeSummary
{
    public int Trades;
    public int Wins;
    public int Losses;
    public int LeadingLosses;
    public int LosingRun;
    public int LongestLosingRun;
    public double Sum;
    public double Gains;
    public double Lost;
    public double GainSquares;
    public double LossSquares;
    public double Peak;
    public double Trough;
    public double Drawdown;
    public double Profit;
    public double MoneyGains;
    public double MoneyLost;
    public double MoneyPeak;
    public double MoneyTrough;
    public double MoneyDrawdown;
    public double Fees;

    /// <summary>The mean result in R; NaN without trades.</summary>
    public readonly double Mean => Trades > 0 ? Sum / Trades : double.NaN;

    /// <summary>The sample variance of the results in R; NaN below two trades, 0 where only rounding is left.</summary>
    public readonly double Variance
    {
        get
        {
            if (Trades < 2)
            {
                return double.NaN;
            }

            var squares = GainSquares + LossSquares;
            var spread = squares - (Sum * Sum / Trades);
            return spread > 1e-12 * squares ? spread / (Trades - 1) : 0;
        }
    }

    /// <summary>Adds the trade after the last.</summary>
    public void Append(in TradeSample trade)
    {
        Trades++;
        if (trade.Result < 0)
        {
            Losses++;
            Lost -= trade.Result;
            LossSquares += trade.Result * trade.Result;
            LosingRun++;
            LongestLosingRun = Math.Max(LongestLosingRun, LosingRun);
            if (LosingRun == Trades)
            {
                LeadingLosses = LosingRun;
            }
        }
        else
        {
            if (trade.Result > 0)
            {
                Wins++;
                Gains += trade.Result;
                GainSquares += trade.Result * trade.Result;
            }

            LosingRun = 0;
        }

        MoneyGains += Math.Max(trade.Profit, 0);
        MoneyLost += Math.Max(-trade.Profit, 0);
        Fees += trade.Fees;
        Walk(ref Sum, ref Peak, ref Trough, ref Drawdown, trade.Result);
        Walk(ref Profit, ref MoneyPeak, ref MoneyTrough, ref MoneyDrawdown, trade.Profit);
    }

    /// <summary>The summary of the trades of <paramref name="first"/> followed by those of <paramref name="second"/>.</summary>
    public static TradeSummary Join(in TradeSummary first, in TradeSummary second) => new()
    {
        Trades = first.Trades + second.Trades,
        Wins = first.Wins + second.Wins,
        Losses = first.Losses + second.Losses,
        LeadingLosses = first.LeadingLosses == first.Trades ? first.Trades + second.LeadingLosses : first.LeadingLosses,
        LosingRun = second.LosingRun == second.Trades ? first.LosingRun + second.Trades : second.LosingRun,
        LongestLosingRun = Math.Max(Math.Max(first.LongestLosingRun, second.LongestLosingRun), first.LosingRun + second.LeadingLosses),
        Sum = first.Sum + second.Sum,
        Gains = first.Gains + second.Gains,
        Lost = first.Lost + second.Lost,
        GainSquares = first.GainSquares + second.GainSquares,
        LossSquares = first.LossSquares + second.LossSquares,
        Peak = Math.Max(first.Peak, first.Sum + second.Peak),
        Trough = Math.Min(first.Trough, first.Sum + second.Trough),
        Drawdown = Math.Max(Math.Max(first.Drawdown, second.Drawdown), first.Peak - (first.Sum + second.Trough)),
        Profit = first.Profit + second.Profit,
        MoneyGains = first.MoneyGains + second.MoneyGains,
        MoneyLost = first.MoneyLost + second.MoneyLost,
        MoneyPeak = Math.Max(first.MoneyPeak, first.Profit + second.MoneyPeak),
        MoneyTrough = Math.Min(first.MoneyTrough, first.Profit + second.MoneyTrough),
        MoneyDrawdown = Math.Max(Math.Max(first.MoneyDrawdown, second.MoneyDrawdown), first.MoneyPeak - (first.Profit + second.MoneyTrough)),
        Fees = first.Fees + second.Fees,
    };

    public readonly void Write(StateWriter writer)
    {
        writer.Write(Trades);
        writer.Write(Wins);
        writer.Write(Losses);
        writer.Write(LeadingLosses);
        writer.Write(LosingRun);
        writer.Write(LongestLosingRun);
        ReadOnlySpan<double> values =
        [
            Sum, Gains, Lost, GainSquares, LossSquares, Peak, Trough, Drawdown, Profit, MoneyGains, MoneyLost, MoneyPeak, MoneyTrough, MoneyDrawdown, Fees,
        ];
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }

    public static TradeSummary Read(ref StateReader reader) => new()
    {
        Trades = reader.ReadInt32(),
        Wins = reader.ReadInt32(),
        Losses = reader.ReadInt32(),
        LeadingLosses = reader.ReadInt32(),
        LosingRun = reader.ReadInt32(),
        LongestLosingRun = reader.ReadInt32(),
        Sum = reader.ReadDouble(),
        Gains = reader.ReadDouble(),
        Lost = reader.ReadDouble(),
        GainSquares = reader.ReadDouble(),
        LossSquares = reader.ReadDouble(),
        Peak = reader.ReadDouble(),
        Trough = reader.ReadDouble(),
        Drawdown = reader.ReadDouble(),
        Profit = reader.ReadDouble(),
        MoneyGains = reader.ReadDouble(),
        MoneyLost = reader.ReadDouble(),
        MoneyPeak = reader.ReadDouble(),
        MoneyTrough = reader.ReadDouble(),
        MoneyDrawdown = reader.ReadDouble(),
        Fees = reader.ReadDouble(),
    };

    private static void Walk(ref double sum, ref double peak, ref double trough, ref double drawdown, double step)
    {
        sum += step;
        peak = Math.Max(peak, sum);
        trough = Math.Min(trough, sum);
        drawdown = Math.Max(drawdown, peak - sum);
    }
}
