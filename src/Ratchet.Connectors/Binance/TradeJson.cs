using System.Text.Json;
using Ratchet.Market.Ticks;
using Ratchet.Market.Time;

namespace Ratchet.Connectors.Binance;

/// <summary>Reads aggregate trades, of which both interfaces have the same fields. Every deviation is a <see cref="JsonException"/>.</summary>
internal static class TradeJson
{
    private const long Nanoseconds = 1_000_000;

    /// <summary>The rows of an answer: numbers from the first one asked for, rising, each trade sound.</summary>
    /// <param name="json">An array of objects.</param>
    /// <param name="fromId">The least number.</param>
    /// <param name="limit">The most rows.</param>
    public static List<AggregateTrade> ReadRows(ReadOnlySpan<byte> json, long fromId, int limit)
    {
        var reader = new Utf8JsonReader(json);
        if (KlineJson.Next(ref reader) != JsonTokenType.StartArray)
        {
            throw new JsonException("the trades are no array");
        }

        var rows = new List<AggregateTrade>();
        while (KlineJson.Next(ref reader) != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException($"row {rows.Count} is no object but {reader.TokenType}");
            }

            var trade = Require(ReadObject(ref reader).Trade);
            var problem = (trade.Id < fromId ? $"trade {trade.Id} was not asked for" : null)
                ?? (rows.Count > 0 && trade.Id <= rows[^1].Id ? $"trade {trade.Id} comes twice or out of order" : null)
                ?? (rows.Count == limit ? $"there are more than the {limit} rows asked for" : null);
            if (problem is not null)
            {
                throw new JsonException($"row {rows.Count}: {problem}");
            }

            rows.Add(trade);
        }

        return reader.Read() ? throw new JsonException("there is something after the rows") : rows;
    }

    /// <summary>The trade of a message and its symbol; null where the message is of another kind. The reader stands at the start of the object.</summary>
    public static (string Symbol, AggregateTrade Trade)? ReadData(ref Utf8JsonReader reader)
    {
        var (kind, symbol, trade) = ReadObject(ref reader);
        return kind == "aggTrade" ? (symbol ?? throw new JsonException("the trade lacks s"), Require(trade)) : null;
    }

    private static (string? Kind, string? Symbol, Fields Trade) ReadObject(ref Utf8JsonReader reader)
    {
        string? kind = null, symbol = null;
        var fields = default(Fields);
        while (KlineJson.Next(ref reader) == JsonTokenType.PropertyName)
        {
            var name = reader.HasValueSequence || reader.ValueSpan.Length != 1 ? (byte)0 : reader.ValueSpan[0];
            KlineJson.Next(ref reader);
            var isText = reader.TokenType == JsonTokenType.String;
            var isNumber = reader.TokenType == JsonTokenType.Number;

            // Messages of other kinds use the same letters for other things, so a field of another type is only left out here.
            switch (name)
            {
                case (byte)'e' when isText: kind = KlineJson.ReadText(ref reader, "e"); break;
                case (byte)'s' when isText: symbol = KlineJson.ReadText(ref reader, "s"); break;
                case (byte)'a' when isNumber: fields.Id = KlineJson.ReadInteger(ref reader, "a"); break;
                case (byte)'T' when isNumber: fields.Time = KlineJson.ReadInteger(ref reader, "T"); break;
                case (byte)'p' when isText: fields.Price = KlineJson.ReadDecimal(ref reader, "p"); break;
                case (byte)'q' when isText: fields.Size = KlineJson.ReadDecimal(ref reader, "q"); break;
                case (byte)'m' when reader.TokenType is JsonTokenType.True or JsonTokenType.False: fields.IsBuyerMaker = reader.GetBoolean(); break;
                default: reader.Skip(); break;
            }
        }

        return (kind, symbol, fields);
    }

    private static AggregateTrade Require(in Fields f)
    {
        if (f is not { Id: { } id, Time: { } time, Price: { } price, Size: { } size, IsBuyerMaker: { } isBuyerMaker })
        {
            throw new JsonException("the trade lacks one of a, T, p, q, m, or it is of a wrong type");
        }

        var isSound = id >= 0 && time >= 0 && time <= UtcTime.Latest && (size == 0 ? price >= 0 : size > 0 && price > 0);
        return isSound
            ? new(id, new(time * Nanoseconds, price, size, isBuyerMaker ? AggressorSide.Sell : AggressorSide.Buy))
            : throw new JsonException($"the trade contradicts itself: number {id}, time {time}, price {price}, size {size}");
    }

    private struct Fields
    {
        public long? Id;
        public long? Time;
        public double? Price;
        public double? Size;
        public bool? IsBuyerMaker;
    }
}
