using System.Buffers;
using Ratchet.Market.Bars;
using Ratchet.Trading.Events;
using Ratchet.Trading.Orders;

namespace Ratchet.Trading.Journal;

/// <summary>
/// Events as bytes and back. Canonical: equal events have equal bytes, every NaN is one NaN, and the bytes of what was read are the bytes that were read. Little-endian;
/// the first byte is the version. What does not belong to an event's kind is not written and is read at its default.
/// </summary>
public static class EventCodec
{
    /// <summary>The version that is written.</summary>
    public const byte Version = 1;

    /// <summary>Writes an event; some 60 to 250 bytes, without allocation.</summary>
    /// <param name="tradingEvent">The event.</param>
    /// <param name="output">Where the bytes go.</param>
    /// <exception cref="ArgumentException">The detail does not belong to the kind.</exception>
    public static void Write(in TradingEvent tradingEvent, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var writer = new StateWriter(output);
        writer.Write(Version);
        writer.Write((byte)tradingEvent.Kind);
        writer.Write(tradingEvent.Sequence);
        writer.Write(tradingEvent.Time);
        writer.Write(tradingEvent.Symbol);
        switch (tradingEvent.Kind)
        {
            case EventKind.Bar or EventKind.FineBar or EventKind.Tick:
                WriteBar(writer, tradingEvent.Bar);
                break;
            case EventKind.Signal:
                WriteSignal(writer, tradingEvent.Signal);
                break;
            case EventKind.Funding:
                writer.Write(tradingEvent.FundingRate);
                break;
            case EventKind.Timer:
                break;
            default:
                WriteDetail(writer, tradingEvent);
                break;
        }
    }

    /// <summary>Reads an event.</summary>
    /// <param name="bytes">All its bytes.</param>
    /// <exception cref="InvalidDataException">The bytes are of another version, too few, too many, or hold a value that no event has.</exception>
    public static TradingEvent Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new StateReader(bytes);
        var version = reader.ReadByte();
        if (version != Version)
        {
            throw new InvalidDataException($"An event has version {version}, but this program reads version {Version}.");
        }

        var kind = DetailCodec.Defined<EventKind>(reader.ReadByte());
        var read = new TradingEvent { Kind = kind, Sequence = reader.ReadInt64(), Time = reader.ReadInt64(), Symbol = reader.ReadInt32() };
        read = kind switch
        {
            EventKind.Bar or EventKind.FineBar or EventKind.Tick => read with { Bar = ReadBar(ref reader) },
            EventKind.Signal => read with { Signal = ReadSignal(ref reader) },
            EventKind.Funding => read with { FundingRate = reader.ReadDouble() },
            EventKind.Timer => read,
            _ => read with { Detail = ReadDetail(kind, ref reader) },
        };
        DetailCodec.RequireEnd(reader, "event");
        return read;
    }

    private static void WriteBar(StateWriter writer, in Bar bar)
    {
        writer.Write(bar.OpenTime);
        writer.Write(bar.Open);
        writer.Write(bar.High);
        writer.Write(bar.Low);
        writer.Write(bar.Close);
        writer.Write(bar.Volume);
        writer.Write(bar.TradeCount);
        writer.Write(bar.TakerBuyVolume);
    }

    private static Bar ReadBar(ref StateReader reader) => new(
        reader.ReadInt64(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());

    private static void WriteSignal(StateWriter writer, in Signal signal)
    {
        writer.Write(signal.Strategy);
        writer.Write(unchecked((byte)signal.Side));
        writer.Write(signal.Confidence);
        writer.Write(signal.Momentum);
        writer.Write(signal.Size);
        writer.Write(signal.ExitProbability);
        writer.Write(signal.Distance);
        writer.Write(signal.Confluence);
        writer.Write(signal.Score);
        var context = signal.Context;
        writer.Write(context.Price);
        writer.Write(context.Atr);
        writer.Write(context.Adx);
        writer.Write(context.PlusDi);
        writer.Write(context.MinusDi);
        writer.Write(context.FastAverage);
        writer.Write(context.SlowAverage);
        writer.Write(context.VolumeShare);
        writer.Write(context.SpreadBps);
        writer.Write(context.DepthShare);
        writer.Write(context.Bars);
        writer.Write(context.Bull);
        writer.Write(context.Bear);
    }

    private static Signal ReadSignal(ref StateReader reader) => new(
        reader.ReadInt32(),
        unchecked((sbyte)reader.ReadByte()),
        reader.ReadDouble(),
        reader.ReadDouble(),
        reader.ReadDouble(),
        reader.ReadDouble(),
        reader.ReadDouble(),
        reader.ReadInt32(),
        reader.ReadDouble(),
        new(
            reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(),
            reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadInt64(), reader.ReadDouble(), reader.ReadDouble()));

    private static void WriteDetail(StateWriter writer, in TradingEvent tradingEvent)
    {
        switch (tradingEvent.Kind, tradingEvent.Detail)
        {
            case (EventKind.Advice, Advice advice):
                writer.Write(advice.Strategy);
                writer.Write(advice.Block);
                writer.Write(advice.Multiplier);
                writer.Write(advice.ConfidenceCap);
                DetailCodec.Write(writer, advice.Exits);
                writer.Write(advice.Profile);
                writer.Write(advice.Regime);
                writer.Write(advice.Why);
                writer.Write(advice.Decision);
                break;
            case (EventKind.Command, Command command):
                writer.Write((byte)command.Kind);
                writer.Write(command.By);
                writer.Write(command.Why);
                break;
            case (EventKind.Feed, FeedChange change):
                writer.Write((byte)change.State);
                writer.Write(change.Why);
                writer.Write(change.Bars);
                break;
            case (EventKind.Report, VenueReport report):
                writer.Write(report.Number);
                writer.Write(report.Order);
                writer.Write((byte)report.State);
                writer.Write(report.Quantity);
                writer.Write(report.Price);
                writer.Write(report.Fee);
                writer.Write(report.Why);
                break;
            case (EventKind.Readiness, Readiness readiness):
                writer.Write(readiness.Strategy);
                writer.Write(readiness.WarmedUp);
                writer.Write(readiness.ModelTrainedAt);
                writer.Write(readiness.DataQuality);
                writer.Write(readiness.RegimeKnown);
                writer.Write(readiness.LedgerConsistent);
                break;
            default:
                throw new ArgumentException(
                    $"An event of kind {tradingEvent.Kind} cannot have a detail of type {tradingEvent.Detail?.GetType().Name ?? "null"}.", nameof(tradingEvent));
        }
    }

    private static object ReadDetail(EventKind kind, ref StateReader reader) => kind switch
    {
        EventKind.Advice => new Advice
        {
            Strategy = reader.ReadInt32(),
            Block = reader.ReadBoolean(),
            Multiplier = reader.ReadDouble(),
            ConfidenceCap = reader.ReadDouble(),
            Exits = DetailCodec.ReadExits(ref reader),
            Profile = reader.ReadText()!,
            Regime = reader.ReadText()!,
            Why = reader.ReadText()!,
            Decision = reader.ReadInt64(),
        },
        EventKind.Command => new Command(DetailCodec.Defined<CommandKind>(reader.ReadByte()), reader.ReadText()!, reader.ReadText()!),
        EventKind.Feed => new FeedChange(DetailCodec.Defined<FeedState>(reader.ReadByte()), reader.ReadText()!, reader.ReadInt32()),
        EventKind.Report => new VenueReport(
            reader.ReadInt64(), reader.ReadInt64(), DetailCodec.Defined<OrderState>(reader.ReadByte()), reader.ReadDecimal(), reader.ReadDecimal(), reader.ReadDecimal(),
            reader.ReadText()!),
        _ => new Readiness(reader.ReadInt32(), reader.ReadBoolean(), reader.ReadInt64(), reader.ReadDouble(), reader.ReadBoolean(), reader.ReadBoolean()),
    };
}
