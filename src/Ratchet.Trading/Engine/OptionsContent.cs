using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Risk;
using Ratchet.Trading.Sizing;
using Ratchet.Trading.Venues;

namespace Ratchet.Trading.Engine;

/// <summary>An engine's options as bytes in one order, every field of them, and the hash of those.</summary>
internal static class OptionsContent
{
    private const int Version = 1;

    public static string Hash(EngineOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        var writer = new StateWriter(buffer);
        writer.Write(Version);
        Write(writer, options.InitialCash);
        writer.Write(options.Instruments.Count);
        foreach (var instrument in options.Instruments)
        {
            Write(writer, instrument);
        }

        writer.Write(options.Strategies.Count);
        foreach (var strategy in options.Strategies)
        {
            Write(writer, strategy);
        }

        Write(writer, options.Venue);
        Write(writer, options.Sizing);
        Write(writer, options.Limits);
        writer.Write(options.AuditEverySignal);
        writer.Write(options.ExternalVenue);
        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    private static void Write(StateWriter writer, InstrumentRules rules)
    {
        writer.Write(rules.Symbol.Name);
        writer.Write(rules.Frame.Minutes);
        Write(writer, rules.TickSize);
        Write(writer, rules.LotSize);
        Write(writer, rules.MinimumQuantity);
        Write(writer, rules.MinimumValue);
        Write(writer, rules.Leverage);
        Write(writer, rules.MaintenanceMargin);
        Write(writer, rules.Listed);
        Write(writer, rules.Delisted);
    }

    private static void Write(StateWriter writer, StrategyRules rules)
    {
        writer.Write(rules.Name);
        writer.Write(rules.ConfidenceThreshold);
        writer.Write(rules.MomentumThreshold);
        writer.Write(rules.MomentumAdaptation);
        writer.Write(rules.ExitThreshold);
        writer.Write(rules.MaximumCostShare);
        writer.Write((int)rules.EntryKind);
        writer.Write(rules.EntryOffset);
        writer.Write(rules.EntryLimitOffset);
        writer.Write(rules.EntryExpiryBars);
        PlanState.Write(writer, rules.Exits);
    }

    private static void Write(StateWriter writer, VenueOptions venue)
    {
        writer.Write(venue.TakerFee);
        writer.Write(venue.MakerFeeInEffect);
        writer.Write((int)venue.Slippage);
        writer.Write(venue.SlippageBps);
        writer.Write(venue.SlippageFactor);
        writer.Write(venue.VolumeShare);
        writer.Write(venue.FineBarsDecide);
    }

    private static void Write(StateWriter writer, SizingOptions sizing)
    {
        writer.Write((int)sizing.Method);
        writer.Write(sizing.RiskPerTrade);
        writer.Write(sizing.VolatilityTarget);
        writer.Write(sizing.KellyShare);
        writer.Write(sizing.KellyCap);
        writer.Write(sizing.PositionLow);
        writer.Write(sizing.PositionHigh);
    }

    private static void Write(StateWriter writer, RiskLimits limits)
    {
        writer.Write(limits.RiskPerTrade);
        writer.Write(limits.PositionValue);
        writer.Write(limits.GrossPerSymbol);
        writer.Write(limits.GrossPerStrategy);
        writer.Write(limits.GrossExposure);
        writer.Write(limits.NetExposure);
        writer.Write(limits.CorrelatedExposure);
        writer.Write(limits.OpenPositions);
        writer.Write(limits.DailyLoss);
        writer.Write(limits.DrawdownReduce);
        writer.Write(limits.DrawdownHalt);
        writer.Write(limits.LosingRun);
        writer.Write(limits.LosingRunPause);
        writer.Write(limits.VolatilitySpike);
        writer.Write(limits.BreakerPause);
        writer.Write(limits.StaleBars);
        writer.Write(limits.GapBars);
        writer.Write(limits.RejectedOrders);
        writer.Write(limits.SlippageBps);
        writer.Write(limits.ClockSkew);
        writer.Write(limits.RequireReadiness);
        writer.Write(limits.ModelAge);
        writer.Write(limits.DataQuality);
    }

    // Without trailing zeros: 1.0 and 1.00 are one value.
    private static void Write(StateWriter writer, decimal value) => writer.Write(value.ToString("0.############################", CultureInfo.InvariantCulture));

    private static void Write(StateWriter writer, long? time)
    {
        writer.Write(time is not null);
        writer.Write(time ?? 0);
    }
}
