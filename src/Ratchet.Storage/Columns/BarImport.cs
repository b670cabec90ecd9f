using System.Globalization;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;
using Ratchet.Market.Time;

namespace Ratchet.Storage.Columns;

/// <summary>One import up to the point where it is written: read, repair, check, decide, clean.</summary>
internal sealed class BarImport
{
    private BarImport(ImportRequest request, BarCsvFile file, RowRepair repair, QualityReport report, BarSeries series, IReadOnlyList<string> facts)
    {
        Request = request;
        File = file;
        Repair = repair;
        Report = report;
        Series = series;
        Facts = facts;
    }

    public ImportRequest Request { get; }

    public BarCsvFile File { get; }

    public RowRepair Repair { get; }

    public QualityReport Report { get; }

    public BarSeries Series { get; }

    public IReadOnlyList<string> Facts { get; }

    public string? Refusal { get; private init; }

    public int Filled { get; private init; }

    public IReadOnlyList<string> RepairFacts { get; private init; } = [];

    public static BarImport Prepare(ImportRequest request, CancellationToken cancellationToken)
    {
        request.Quality.Validate();
        var file = BarCsvReader.Read(request.Path, new BarCsvOptions { TimeZone = request.TimeZone }, cancellationToken);
        var symbol = SymbolOf(request, file);
        var facts = new List<string>(file.Facts);
        var frame = TimeFrameOf(request, file.Bars, facts);
        cancellationToken.ThrowIfCancellationRequested();
        var repair = RowRepair.Apply(file.Bars, request.Repairs);
        var report = QualityChecker.Check(repair.Bars, frame, request.Calendar, request.Quality);
        var series = CleanSeries.Of(repair.Bars, report.GoodRows, symbol, frame);
        var repairs = new List<string>(repair.Facts);
        var filled = 0;
        var refusal = Judge(request, file.Path, report);
        if (refusal is null && request.Repairs.FillFlat)
        {
            series = CleanSeries.FillFlat(series, request.Calendar, out filled);
            repairs.Add($"filled {filled} missing bars flat");
        }

        facts.AddRange(repairs);
        if (refusal is not null)
        {
            facts.Add(refusal);
        }

        return new(request, file, repair, report, series, facts) { Refusal = refusal, Filled = filled, RepairFacts = repairs };
    }

    private static string? Judge(ImportRequest request, string path, QualityReport report)
    {
        if (report.GoodRows.Count == 0)
        {
            return $"{path}: refused: it has no good bar. {report.Describe()}";
        }

        // Good rows of all rows count as well as good bars of expected ones: hourly rows read as 4h bars fill every 4h slot, and three rows of four are off the grid.
        var quality = Math.Min(report.Quality, (double)report.GoodRows.Count / report.Rows);
        return quality >= request.Quality.MinimumQuality || request.AcceptBelow
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: refused: quality {quality:P3} is below {request.Quality.MinimumQuality:P1}. " +
                $"Repair the file, choose repairs or the right calendar and time frame, or accept it explicitly (--accept). {report.Describe()}");
    }

    private static Symbol SymbolOf(ImportRequest request, BarCsvFile file)
    {
        if (request.Symbol is { } asked && file.Symbol is { } named && !IsSameMarket(asked.Name, named.Name))
        {
            throw MarketDataException.At(
                file.Path, 0, "symbol", $"the file holds {named}, {asked} was asked for.", "Import the file that belongs to the symbol, or leave the symbol out.");
        }

        return request.Symbol ?? file.Symbol ?? FileNameGuess.SymbolOf(file.Path) ?? throw MarketDataException.At(
            file.Path, 0, null, "neither a symbol column nor the file's name says what was traded.", "Give the symbol, such as --pair BTC/USDT.");
    }

    private static bool IsSameMarket(string a, string b) => a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal);

    private static TimeFrame TimeFrameOf(ImportRequest request, RawBars rows, List<string> facts)
    {
        if ((request.TimeFrame ?? FileNameGuess.TimeFrameOf(request.Path)) is { } frame)
        {
            return frame;
        }

        try
        {
            var inferred = QualityChecker.InferTimeFrame(rows);
            facts.Add($"time frame {inferred} inferred from the median step");
            return inferred;
        }
        catch (MarketDataException exception)
        {
            throw new MarketDataException($"{request.Path}: {exception.Message}", exception);
        }
    }
}
