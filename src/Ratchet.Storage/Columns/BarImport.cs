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

    private BarImport(ImportRequest request, StagingFolder staging, ImportPass pass, ImportSource source, SeriesCalendar calendar, QualityReport report, IReadOnlyList<string> repairs)
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
        Facts =
        [
            .. source.FileFacts, .. source.FrameFacts, .. calendar.Fact is null ? Array.Empty<string>() : [calendar.Fact], .. repairs,
            .. Refusal is null ? Array.Empty<string>() : [Refusal],
        ];
    }

    public ImportRequest Request { get; }

    public Symbol Symbol { get; }

    public TimeFrame TimeFrame { get; }

    public QualityReport Report { get; }

    public IReadOnlyList<string> Facts { get; }

    public IReadOnlyList<string> SourceFacts { get; }

    public IReadOnlyList<string> RepairFacts { get; }

    public string? Refusal { get; }

    public ImportPass Pass => pass;

    public StagingFolder Staging => staging;

    /// <summary>Reads and checks the file.</summary>
    /// <param name="request">What and how.</param>
    /// <param name="root">The store's folder.</param>
    /// <param name="stored">Gives the manifest of a stored series, or null.</param>
    /// <param name="disk">Steps on the disk.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static BarImport Prepare(
        ImportRequest request, string root, Func<Symbol, TimeFrame, BarManifest?> stored, DiskSteps disk, CancellationToken cancellationToken)
    {
        request.Quality.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(request.MostRowsInMemory, 1, nameof(request));
        var source = ImportSource.Look(request, cancellationToken);
        var staging = StagingFolder.Open(root, disk);
        ImportPass? pass = null;
        try
        {
            var there = source.Symbol.Name.Length == 0 ? null : stored(source.Symbol, source.TimeFrame);
            var calendar = SeriesCalendar.Choose(request.Calendar, source.Symbol, there);
            if (!source.IsDescending)
            {
                pass = new(request, source.TimeFrame, calendar.Calendar, staging.PathOf("1"), disk);
                source = source.Stream(pass, cancellationToken);
            }

            // The file's own column may name another symbol than its name led to expect, and that one another calendar.
            there = stored(source.Symbol, source.TimeFrame);
            calendar = SeriesCalendar.Choose(request.Calendar, source.Symbol, there);
            if (there is not null && !request.Replace)
            {
                SeriesCalendar.RequireSame(there, calendar.Calendar);
            }

            if (pass is not null && !source.IsDescending && pass.Calendar.Name != calendar.Calendar.Name)
            {
                pass.Dispose();
                pass = new(request, source.TimeFrame, calendar.Calendar, staging.PathOf("2"), disk);
                source = source.Stream(pass, cancellationToken);
            }

            IReadOnlyList<string> sorted = [];
            if (pass is null || source.IsDescending || pass.MustSort)
            {
                pass?.Dispose();
                var (file, whole) = source.ReadWhole(cancellationToken);
                source = whole;
                pass = new(request, source.TimeFrame, calendar.Calendar, staging.PathOf("3"), disk);
                sorted = pass.TakeWhole(file.Bars);
            }

            var (report, facts) = pass.Finish();
            return new(request, staging, pass, source, calendar, report, [.. sorted, .. facts]);
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
