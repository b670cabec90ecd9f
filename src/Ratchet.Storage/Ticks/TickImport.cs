using System.Globalization;
using System.Security.Cryptography;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Ticks;

/// <summary>One import up to the point where it is written: rows stream from the file through the checks into staged columns, in memory that does not grow with the file.</summary>
internal sealed class TickImport : IDisposable
{
    private const int ChunkRows = 1 << 15;
    private readonly StagingFolder staging;
    private readonly DiskSteps disk;
    private readonly SortedDictionary<TickKind, StagedTicks> kinds = [];
    private readonly List<string> parts = [];
    private string? instrument;
    private bool isAny;

    private TickImport(TickImportRequest request, StagingFolder staging, DiskSteps disk)
    {
        Request = request;
        this.staging = staging;
        this.disk = disk;
    }

    public TickImportRequest Request { get; }

    public Symbol Symbol { get; private set; }

    /// <summary>The contract that was taken; null where the source names none.</summary>
    public string? Part { get; private set; }

    public string SourceHash { get; private set; } = string.Empty;

    public IReadOnlyCollection<StagedTicks> Kinds => kinds.Values;

    public static TickImport Prepare(TickImportRequest request, string root, DiskSteps disk, CancellationToken cancellationToken)
    {
        request.Validate();
        var import = new TickImport(request, StagingFolder.Open(root, disk), disk);
        try
        {
            SourceReader.Stream(request.Path, request.Reading, ChunkRows, import.Take, cancellationToken);
            import.Finish();
            return import;
        }
        catch
        {
            import.Dispose();
            throw;
        }
    }

    /// <summary>Why the rows of a kind are refused, or null.</summary>
    public string? Refusal(StagedTicks staged)
    {
        if (staged.GoodRows > 0 && (Request.AcceptBelow || staged.Quality >= Request.MinimumQuality))
        {
            return null;
        }

        var remedy = staged.GoodRows == 0 ? "There is no good row to accept."
            : staged.Quarantine.Defects.ContainsKey(nameof(TickDefects.TimeBackwards)) ? "Sort the rows by time, or take the good rows as they are with --accept."
            : "Export the data again, or take the good rows as they are with --accept.";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Request.Path}: refused: {staged.Rows - staged.GoodRows:N0} of {staged.Rows:N0} {TickNames.Rows(staged.Kind)} are bad ({Words(staged.Quarantine.Defects)}): " +
            $"quality {Math.Floor(staged.Quality * 1e4) / 100:0.00} % is below {Request.MinimumQuality * 100:0.0##} %. {remedy}");
    }

    public void Dispose()
    {
        foreach (var staged in kinds.Values)
        {
            staged.Dispose();
        }

        staging.Dispose();
    }

    private static string Words(IReadOnlyDictionary<string, long> defects) => string.Join(", ", defects.Select(d => $"{d.Key} {d.Value.ToString("N0", CultureInfo.InvariantCulture)}"));

    private void Take(SourcePart part)
    {
        if (part.Bars is not null)
        {
            return;
        }

        isAny = true;
        var name = part.Name ?? string.Empty;
        if (!parts.Contains(name))
        {
            parts.Add(name);
        }

        // Of several contracts none is taken without being asked for; the others' names are still wanted for the message.
        if (Request.Part is null ? name == parts[0] : name == Request.Part)
        {
            Part = part.Name;
            instrument ??= part.Options?.Underlying ?? part.Instrument;
            var kind = TickColumns.KindOf(part);
            if (!kinds.TryGetValue(kind, out var staged))
            {
                kinds[kind] = staged = new(kind, staging.PathOf(TickNames.Of(kind)), disk);
            }

            staged.Add(part);
        }
    }

    private void Finish()
    {
        if (!isAny)
        {
            throw MarketDataException.At(Request.Path, 0, null, "the file has no rows.", "Download or export it again.");
        }

        var names = string.Join(", ", parts.Where(p => p.Length > 0));
        if (Request.Part is null && parts.Count > 1)
        {
            throw MarketDataException.At(
                Request.Path,
                0,
                null,
                $"the file holds several contracts ({names}).",
                "Choose one with --contract, and give each a symbol of its own with --pair.");
        }

        if (kinds.Count == 0)
        {
            throw MarketDataException.At(
                Request.Path,
                0,
                null,
                $"the file holds no contract '{Request.Part}'.",
                names.Length > 0 ? $"There are {names}." : "It holds one instrument; leave --contract out.");
        }

        Symbol = SymbolOf();
        using (var file = File.OpenRead(Request.Path))
        {
            SourceHash = Convert.ToHexStringLower(SHA256.HashData(file));
        }

        foreach (var staged in kinds.Values)
        {
            staged.Finish();
        }
    }

    private Symbol SymbolOf()
    {
        Symbol? named = Symbol.TryParse(instrument, out var symbol) ? symbol : null;
        if (Request.Symbol is { } asked && named is { } other
            && !asked.Name.StartsWith(other.Name, StringComparison.Ordinal) && !other.Name.StartsWith(asked.Name, StringComparison.Ordinal))
        {
            throw MarketDataException.At(
                Request.Path, 0, "symbol", $"the file holds {other}, {asked} was asked for.", "Import the file that belongs to the symbol, or leave the symbol out.");
        }

        return Request.Symbol ?? named ?? FileNameGuess.SymbolOf(Request.Path) ?? throw MarketDataException.At(
            Request.Path, 0, null, "neither the file nor its name says what was traded.", "Give the symbol, such as --pair BTC/USDT.");
    }
}
