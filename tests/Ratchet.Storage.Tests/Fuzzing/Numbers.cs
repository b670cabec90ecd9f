using Ratchet.Market.Feeds;
using Ratchet.Testing.Fuzzing;

namespace Ratchet.Storage.Tests.Fuzzing;

/// <summary>What holds of everything that is read, and of every refusal.</summary>
internal static class Numbers
{
    /// <summary>No number that was read is infinite; missing ones are NaN.</summary>
    public static void RequireFinite(IEnumerable<SourcePart> parts)
    {
        foreach (var part in parts)
        {
            ReadOnlyMemory<double>[] columns = part switch
            {
                { Bars: { } b } => [b.Open.ToArray(), b.High.ToArray(), b.Low.ToArray(), b.Close.ToArray(), b.Volume.ToArray()],
                { Trades: { } t } => [t.Columns.Price, t.Columns.Size],
                { Quotes: { } q } => [q.Columns.Bid, q.Columns.Ask, q.Columns.BidSize, q.Columns.AskSize],
                { Book: { } k } => [.. k.Columns.BidPrice, .. k.Columns.BidSize, .. k.Columns.AskPrice, .. k.Columns.AskSize],
                { Values: { } v } => [.. v.Names.Distinct().Select(v.Column)],
                _ => [],
            };
            if (columns.Any(c => c.Span.ContainsAny(double.PositiveInfinity, double.NegativeInfinity)))
            {
                throw new InvalidOperationException($"an infinite number among {part.Kind}");
            }
        }
    }

    /// <summary>A refusal names the file.</summary>
    public static void RequireName(FuzzInput input, MarketDataException exception)
    {
        if (!exception.Message.Contains(Path.GetDirectoryName(input.Path)!, StringComparison.Ordinal))
        {
            throw new InvalidOperationException("the refusal does not name the file", exception);
        }
    }
}
