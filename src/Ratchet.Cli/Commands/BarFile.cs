using Ratchet.Cli.Rendering;
using Ratchet.Hosting.Configuration;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;

namespace Ratchet.Cli.Commands;

/// <summary>A CSV file of bars that a command works on without importing it.</summary>
internal static class BarFile
{
    public static QualityReport Read(string path, RatchetConfiguration configuration, bool frameGiven, out BarSeries bars, CancellationToken cancellationToken)
    {
        var content = BarCsvReader.Read(path, cancellationToken: cancellationToken);
        try
        {
            var frame = frameGiven ? MarketWords.ReadTimeFrame(configuration.Data.Timeframe, "--timeframe") : QualityChecker.InferTimeFrame(content.Bars);
            var report = QualityChecker.Check(content.Bars, frame, TradingCalendar.AroundTheClock);
            var raw = content.Bars.Select(report.GoodRows.ToArray());
            var symbol = content.Symbol ?? (configuration.Data.Pair.Length > 0 ? MarketWords.ReadSymbol(configuration.Data.Pair, "--pair") : Market.Instruments.Symbol.Parse("FILE"));
            bars = new BarSeries(symbol, frame, new BarColumns
            {
                OpenTime = raw.OpenTime,
                Open = raw.Open,
                High = raw.High,
                Low = raw.Low,
                Close = raw.Close,
                Volume = raw.Volume,
            });
            return report;
        }
        catch (MarketDataException exception)
        {
            throw new MarketDataException($"{path}: {exception.Message}", exception);
        }
    }

    /// <summary>Why the file is refused; null where every row is good and enough are there.</summary>
    public static string? Refusal(string path, QualityReport report)
    {
        var least = new QualityOptions().MinimumQuality;
        return report.Quality < least ? RefusalText.Of(path, report, least)
            : report.BadRows > 0 ? $"{path}: {report.BadRows:N0} of {report.Rows:N0} rows are bad; 'ratchet data import' takes the good ones and says which they are."
            : null;
    }
}
