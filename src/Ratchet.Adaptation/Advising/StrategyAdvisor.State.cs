using Ratchet.Adaptation.Quality;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Weights;
using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Advising;

/// <content>The state as bytes: equal states, equal bytes; an advisor that reads what another wrote goes on as that one would.</content>
public sealed partial class StrategyAdvisor
{
    /// <summary>An advisor from its state alone.</summary>
    /// <param name="state">What <see cref="Write"/> wrote, to its last byte.</param>
    /// <param name="sink">Hears everything; may be null.</param>
    /// <exception cref="InvalidDataException">The bytes are no state of an advisor.</exception>
    public static StrategyAdvisor Restore(ReadOnlySpan<byte> state, IAdvisorSink? sink = null)
    {
        var reader = new StateReader(state);
        var header = AdvisorHeader.Read(ref reader);
        StrategyAdvisor advisor;
        try
        {
            advisor = new(header.Options, header.Strategies, header.BaseWeights, header.Symbols, sink);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"A state of the advisor holds impossible options: {exception.Message}", exception);
        }

        advisor.ReadBody(ref reader);
        return reader.AtEnd ? advisor : throw new InvalidDataException("A state of the advisor is longer than it should be.");
    }

    /// <summary>Writes the state.</summary>
    /// <param name="writer">Where to.</param>
    public void Write(StateWriter writer)
    {
        new AdvisorHeader(options, strategies, baseWeights, symbols).Write(writer);
        writer.Write(now);
        writer.Write(fault);
        foreach (var time in updated)
        {
            writer.Write(time);
        }

        real.Write(writer);
        everything.Write(writer);
        weights.Write(writer);
        retirement.Write(writer);
        tally.Write(writer);
        writer.Write(signals.Total);
        foreach (var signal in signals)
        {
            WriteSignal(writer, signal);
        }

        writer.Write(weightChanges.Total);
        foreach (var change in weightChanges)
        {
            WriteChange(writer, change);
        }

        writer.Write(audit.Total);
        foreach (var entry in audit)
        {
            WriteEntry(writer, entry);
        }
    }

    /// <summary>
    /// Reads a state into this advisor. Strategies, symbols and what is fixed must be the same; base weights stay this advisor's; settings become the state's, because people
    /// changed them while it ran. After an exception the advisor must not be used.
    /// </summary>
    /// <param name="reader">Where from.</param>
    /// <exception cref="InvalidDataException">The bytes are no state of such an advisor.</exception>
    public void Read(ref StateReader reader)
    {
        var header = AdvisorHeader.Read(ref reader);
        if (!header.Strategies.SequenceEqual(strategies) || header.Symbols.Count != symbols.Length)
        {
            throw new InvalidDataException(
                $"The state is of strategies {string.Join(", ", header.Strategies)} and {header.Symbols.Count} symbols; this advisor has {string.Join(", ", strategies)} and {symbols.Length}.");
        }

        if (header.Options.Windows != options.Windows || header.Options.HistoryLength != options.HistoryLength || header.Options.RetirementRules.Window != options.RetirementRules.Window)
        {
            throw new InvalidDataException("The state has other windows or another length of histories than this advisor.");
        }

        options = AdvisorSettings.All.Aggregate(options, (o, s) => s.With(o, s.Read(header.Options)));
        quality.Configure(options.QualityRules, options.WeightRules, options.RiskShare);
        retirement.Configure(options.RetirementRules, options.RiskShare);
        ReadBody(ref reader);
    }

    private void ReadBody(ref StateReader reader)
    {
        now = reader.ReadInt64();
        fault = reader.ReadText();
        for (var i = 0; i < updated.Length; i++)
        {
            updated[i] = reader.ReadInt64();
        }

        real.Read(ref reader);
        everything.Read(ref reader);
        weights.Read(ref reader);
        retirement.Read(ref reader);
        tally.Read(ref reader);
        quality.Forget();
        for (var i = Begin(signals, ref reader); i > 0; i--)
        {
            signals.Add(ReadSignal(ref reader));
        }

        for (var i = Begin(weightChanges, ref reader); i > 0; i--)
        {
            weightChanges.Add(ReadChange(ref reader));
        }

        for (var i = Begin(audit, ref reader); i > 0; i--)
        {
            audit.Add(ReadEntry(ref reader));
        }
    }

    private int Begin<T>(HistoryLog<T> log, ref StateReader reader)
    {
        var total = reader.ReadInt64();
        if (total < 0)
        {
            throw new InvalidDataException($"A state holds a history of {total} entries.");
        }

        var kept = (int)Math.Min(total, options.HistoryLength);
        log.Restart(total - kept);
        return kept;
    }

    private static void WriteSignal(StateWriter writer, in SignalRecord signal)
    {
        writer.Write(signal.Time);
        writer.Write(signal.Strategy);
        writer.Write(signal.Symbol);
        writer.Write((byte)signal.Regime);
        writer.Write(signal.Confluence);
        writer.Write(signal.Reading.Quality);
        writer.Write(signal.Reading.Confidence);
        writer.Write(signal.Reading.Alignment);
        writer.Write(signal.Reading.Success);
        writer.Write(signal.Reading.ConfluenceFactor);
        writer.Write(signal.Reading.RegimeFactor);
        writer.Write(signal.Passed);
        writer.Write(signal.Multiplier);
    }

    private SignalRecord ReadSignal(ref StateReader reader) => new(
        reader.ReadInt64(),
        Place(reader.ReadInt32(), strategies.Length, "strategy"),
        Place(reader.ReadInt32(), symbols.Length, "symbol"),
        (MarketRegime)Place(reader.ReadByte(), RegimeNames.Count, "regime"),
        reader.ReadInt32(),
        new(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()),
        reader.ReadBoolean(),
        reader.ReadDouble());

    private static void WriteChange(StateWriter writer, in WeightChange change)
    {
        writer.Write(change.Time);
        writer.Write(change.Strategy);
        writer.Write((byte)change.Regime);
        writer.Write(change.Before);
        writer.Write(change.After);
        writer.Write(change.Target);
        writer.Write(change.Composite);
        writer.Write(change.Trades);
        writer.Write((byte)change.Reason);
    }

    private WeightChange ReadChange(ref StateReader reader) => new(
        reader.ReadInt64(),
        Place(reader.ReadInt32(), strategies.Length, "strategy"),
        (MarketRegime)Place(reader.ReadByte(), RegimeNames.Count, "regime"),
        reader.ReadDouble(),
        reader.ReadDouble(),
        reader.ReadDouble(),
        reader.ReadDouble(),
        reader.ReadInt32(),
        (WeightChangeReason)Place(reader.ReadByte(), (int)WeightChangeReason.Bounds + 1, "reason"));

    private static void WriteEntry(StateWriter writer, AdvisorEntry entry)
    {
        writer.Write(entry.Time);
        writer.Write((byte)entry.Kind);
        writer.Write(entry.Subject);
        writer.Write(entry.From);
        writer.Write(entry.To);
        writer.Write(entry.By);
        writer.Write(entry.Why);
        writer.Write(entry.Numbers);
    }

    private static AdvisorEntry ReadEntry(ref StateReader reader) => new(
        reader.ReadInt64(),
        (AdvisorEntryKind)Place(reader.ReadByte(), (int)AdvisorEntryKind.Recovered + 1, "kind"),
        reader.ReadText() ?? string.Empty,
        reader.ReadText() ?? string.Empty,
        reader.ReadText() ?? string.Empty,
        reader.ReadText() ?? string.Empty,
        reader.ReadText() ?? string.Empty,
        reader.ReadText() ?? string.Empty);

    private static int Place(int value, int count, string name) =>
        (uint)value < (uint)count ? value : throw new InvalidDataException($"A state holds {name} {value}; there are {count}.");
}
