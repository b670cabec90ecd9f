using System.Globalization;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;
using Ratchet.Market.Time;

namespace Ratchet.Storage.Columns;

/// <summary>
/// One import up to the point where it is written: read, repair, check, decide. Rows stream from the file through the checks into staged columns, in memory
/// that does not grow with the file; only a file that must be turned round or sorted is taken into memory, up to a limit.
/// </summary>
internal sealed class BarImport : IDisposable
{
    private readonly StagingFolder staging;
    private readonly ImportPass pass;

    private BarImport(ImportRequest request, StagingFolder staging, ImportPass pass, ImportSource source, QualityReport report, IReadOnlyList<string> repairs)
    {
        this.staging = staging;
        this.pass = pass;
        Request = request;
        Symbol = source.Symbol;
        TimeFrame = source.TimeFrame;
        Report = report;
        RepairFacts = repairs;
        SourceFacts = source.FileFacts;
        Refusal = Judge(request, report);
        Facts = [.. source.FileFacts, .. source.FrameFacts, .. repairs, .. Refusal is null ? Array.Empty<string>() : [Refusal]];
    }

    public ImportRequest Request { get; }

    public Symbol Symbol { get; }

    public TimeFrame TimeFrame { get; }

    public QualityReport Report { get; }

    public IReadOnlyList<string> Facts { get; }

    public IReadOnlyList<string> SourceFacts { get; }

    public IReadOnlyList<string> RepairFacts { get; }

    public string? Refusal { get; }

    public int Filled => pass.Filled;

    public ImportPass Pass => pass;

    public StagingFolder Staging => staging;

    public static BarImport Prepare(ImportRequest request, string root, DiskSteps disk, CancellationToken cancellationToken)
    {
        request.Quality.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(request.MostRowsInMemory, 1, nameof(request));
        var source = ImportSource.Look(request, cancellationToken);
        var staging = StagingFolder.Open(root, disk);
        ImportPass? pass = null;
        try
        {
            if (source.TimeFrame.Minutes > 0 && !source.IsDescending)
            {
                pass = new(request, source.TimeFrame, staging.PathOf("1"), disk);
                source = source.Stream(pass, cancellationToken);
            }

            IReadOnlyList<string> sorted = [];
            if (pass is null || source.IsDescending || pass.MustSort)
            {
                pass?.Dispose();
                var (file, whole) = source.ReadWhole(cancellationToken);
                source = whole;
                pass = new(request, source.TimeFrame, staging.PathOf("2"), disk);
                sorted = pass.TakeWhole(file.Bars);
            }

            var (report, facts) = pass.Finish();
            return new(request, staging, pass, source, report, [.. sorted, .. facts]);
        }
        catch
        {
            pass?.Dispose();
            staging.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        pass.Dispose();
        staging.Dispose();
    }

    private static string? Judge(ImportRequest request, QualityReport report)
    {
        if (report.GoodRows.Count == 0)
        {
            return $"{request.Path}: refused: it has no good bar. {report.Describe()}";
        }

        // Good rows of all rows count as well as good bars of expected ones: hourly rows read as 4h bars fill every 4h slot, and three rows of four are off the grid.
        var quality = Math.Min(report.Quality, (double)report.GoodRows.Count / report.Rows);
        return quality >= request.Quality.MinimumQuality || request.AcceptBelow
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{request.Path}: refused: quality {quality:P3} is below {request.Quality.MinimumQuality:P1}. " +
                $"Repair the file, choose repairs or the right calendar and time frame, or accept it explicitly (--accept). {report.Describe()}");
    }
}
