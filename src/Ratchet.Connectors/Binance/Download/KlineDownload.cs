using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Connectors.Binance.Download;

/// <summary>
/// Brings an archive up to a range of bars. Only spans with missing bars are asked for, each with one stored neighbour at either side, which is compared.
/// The archive is the only state: after a kill at any instant the same call goes on where it ended.
/// </summary>
/// <param name="rest">The exchange.</param>
/// <param name="clock">Time for the rate.</param>
public sealed class KlineDownload(BinanceRest rest, TimeProvider clock)
{
    /// <summary>Downloads what is missing. Bars come in order and are appended page by page; an error or a cancellation keeps all pages before it.</summary>
    /// <param name="request">What is wanted; its range must have a beginning.</param>
    /// <param name="archive">Where bars go.</param>
    /// <param name="progress">Is told after each page, or null.</param>
    /// <param name="cancellationToken">Ends the download after the pages that have come are stored.</param>
    /// <exception cref="ExchangeException">The exchange cannot be reached, or refuses.</exception>
    public async Task<DownloadResult> RunAsync(
        DownloadRequest request, IBarArchive archive, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        await rest.SynchroniseAsync(cancellationToken);
        var run = new DownloadRun(rest, clock, request, archive, progress);
        try
        {
            await run.RunAsync(cancellationToken);
        }
        finally
        {
            run.Flush();
        }

        return run.Result();
    }

    /// <summary>The opening times of a range that lie on the grid and whose bars are final by a time.</summary>
    internal static TimeRange OnGrid(TimeRange range, TimeFrame timeFrame, long finalBefore)
    {
        var from = UtcTime.Align(range.From, timeFrame);
        from += from < range.From ? timeFrame.Milliseconds : 0;
        var last = Math.Min(range.To - 1, finalBefore - timeFrame.Milliseconds);
        return new(from, Math.Max(from, UtcTime.Align(last, timeFrame) + timeFrame.Milliseconds));
    }

    /// <summary>Whether two bars say the same; the optional columns count only where both have them.</summary>
    internal static bool Agree(in Bar stored, in Bar given) =>
        (stored with { TradeCount = 0, TakerBuyVolume = 0 }) == (given with { TradeCount = 0, TakerBuyVolume = 0 })
        && (double.IsNaN(stored.TradeCount) || stored.TradeCount == given.TradeCount)
        && (double.IsNaN(stored.TakerBuyVolume) || stored.TakerBuyVolume == given.TakerBuyVolume);
}
