using Ratchet.Adaptation.Decomposition;
using Ratchet.Adaptation.Regimes;
using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Monitor;

/// <summary>What the monitor counts as it happens: signals, outcomes with and without advice, and weights against what came after. O(1) an event.</summary>
internal sealed class AdviceTally(int strategies)
{
    private readonly double[] laterSums = new double[strategies * RegimeNames.Count];
    private readonly int[] laterTrades = new int[strategies * RegimeNames.Count];
    private PearsonSums weightAndResult;
    private TradeSummary executed;
    private TradeSummary followed;
    private TradeSummary advised;
    private TradeSummary unadvised;

    public long Passed { get; private set; }

    public long Filtered { get; private set; }

    public long Barred { get; private set; }

    public double PassedQuality { get; private set; }

    public double FilteredQuality { get; private set; }

    /// <summary>Trades with money, each 1 R.</summary>
    public TradeSummary Executed => executed;

    /// <summary>Trades in shadow, each 1 R.</summary>
    public TradeSummary Followed => followed;

    /// <summary>Trades with money, weighed by what was advised.</summary>
    public TradeSummary Advised => advised;

    /// <summary>All trades, with money and in shadow, each 1 R: the run without advice.</summary>
    public TradeSummary Unadvised => unadvised;

    /// <summary>Correlation of a weight with the mean result until it is updated again; NaN below three pairs or without spread.</summary>
    public double WeightCorrelation => weightAndResult.Correlation;

    public long WeightPairs => weightAndResult.Count;

    /// <summary>A signal: passed, filtered by its quality, or barred by the strategy's status.</summary>
    public void Scored(double quality, bool isFiltered, bool isBarred)
    {
        if (isBarred)
        {
            Barred++;
        }
        else if (isFiltered)
        {
            Filtered++;
            FilteredQuality += quality;
        }
        else
        {
            Passed++;
            PassedQuality += quality;
        }
    }

    public void Closed(in StrategyTrade trade)
    {
        var sample = TradeSample.Of(trade);
        if (trade.Shadow)
        {
            followed.Append(sample);
        }
        else
        {
            executed.Append(sample);
            advised.Append(sample with { Result = trade.Multiplier * trade.ResultInR });
        }

        unadvised.Append(sample);
        var cell = (trade.Strategy * RegimeNames.Count) + (int)trade.Regime;
        laterSums[cell] += trade.ResultInR;
        laterTrades[cell]++;
    }

    /// <summary>An update of a weight is due: what closed since the last one is what came after the weight as it stands.</summary>
    public void Updating(int strategy, MarketRegime regime, double weight)
    {
        var cell = (strategy * RegimeNames.Count) + (int)regime;
        if (laterTrades[cell] > 0)
        {
            weightAndResult.Add(weight, laterSums[cell] / laterTrades[cell]);
            laterSums[cell] = 0;
            laterTrades[cell] = 0;
        }
    }

    public void Write(StateWriter writer)
    {
        writer.Write(Passed);
        writer.Write(Filtered);
        writer.Write(Barred);
        writer.Write(PassedQuality);
        writer.Write(FilteredQuality);
        weightAndResult.Write(writer);
        executed.Write(writer);
        followed.Write(writer);
        advised.Write(writer);
        unadvised.Write(writer);
        for (var i = 0; i < laterSums.Length; i++)
        {
            writer.Write(laterSums[i]);
            writer.Write(laterTrades[i]);
        }
    }

    public void Read(ref StateReader reader)
    {
        Passed = reader.ReadInt64();
        Filtered = reader.ReadInt64();
        Barred = reader.ReadInt64();
        PassedQuality = reader.ReadDouble();
        FilteredQuality = reader.ReadDouble();
        weightAndResult = PearsonSums.Read(ref reader);
        executed = TradeSummary.Read(ref reader);
        followed = TradeSummary.Read(ref reader);
        advised = TradeSummary.Read(ref reader);
        unadvised = TradeSummary.Read(ref reader);
        for (var i = 0; i < laterSums.Length; i++)
        {
            laterSums[i] = reader.ReadDouble();
            laterTrades[i] = reader.ReadInt32();
        }
    }
}
