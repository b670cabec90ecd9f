using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;
using Ratchet.Market.Time;

namespace Ratchet.Storage.Columns;

/// <summary>What is known of the file of an import: what was traded, the time frame, the order of its rows.</summary>
internal sealed record ImportSource(ImportRequest Request)
{
    /// <summary>What the request or the file's name says until the file was read; empty where neither does.</summary>
    public Symbol Symbol { get; private init; }

    /// <summary>0 minutes until it is known.</summary>
    public TimeFrame TimeFrame { get; private init; }

    public bool IsDescending { get; private init; }

    public long Rows { get; private init; }

    public IReadOnlyList<string> FileFacts { get; private init; } = [];

    public IReadOnlyList<string> FrameFacts { get; private init; } = [];

    private BarCsvOptions Options => new() { TimeZone = Request.TimeZone, Part = Request.Part, LeanMarket = Request.LeanMarket };

    /// <summary>Takes the time frame from the request or the file's name; reads the file once for its times where neither says.</summary>
    public static ImportSource Look(ImportRequest request, CancellationToken cancellationToken)
    {
        var source = new ImportSource(request) { Symbol = request.Symbol ?? FileNameGuess.SymbolOf(request.Path) ?? default };
        if ((request.TimeFrame ?? FileNameGuess.TimeFrameOf(request.Path)) is { } frame)
        {
            return source with { TimeFrame = frame };
        }

        var steps = new StepCounts();
        var summary = BarCsvChunks.Read(request.Path, source.Options, chunk => steps.Add(chunk.OpenTime), cancellationToken);
        source = source.With(summary);
        try
        {
            frame = steps.TimeFrame(summary.IsDescending);
            return source with { TimeFrame = frame, FrameFacts = [$"time frame {frame} inferred from the median step"] };
        }
        catch (MarketDataException exception)
        {
            throw new MarketDataException($"{request.Path}: {exception.Message}", exception);
        }
    }

    /// <summary>Gives the rows to a pass chunk by chunk.</summary>
    public ImportSource Stream(ImportPass pass, CancellationToken cancellationToken) =>
        With(BarCsvChunks.Read(Request.Path, Options, chunk => pass.Take(BarRows.Of(chunk)), cancellationToken));

    /// <summary>Reads all rows into memory, oldest first where the file runs from the newest to the oldest.</summary>
    public (BarCsvFile File, ImportSource Source) ReadWhole(CancellationToken cancellationToken)
    {
        if (Rows > Request.MostRowsInMemory)
        {
            throw MarketDataException.At(
                Request.Path,
                0,
                null,
                $"its {Rows:N0} rows are not in the order of time, and no more than {Request.MostRowsInMemory:N0} are sorted in memory.",
                "Sort the file by time, oldest first, or split it.");
        }

        var file = BarCsvReader.Read(Request.Path, Options, cancellationToken);
        return (file, this with { FileFacts = file.Facts });
    }

    private ImportSource With(BarCsvSummary summary) => this with
    {
        Symbol = SymbolOf(summary.Symbol),
        IsDescending = summary.IsDescending,
        Rows = summary.Rows,
        FileFacts = summary.Facts,
    };

    private Symbol SymbolOf(Symbol? named)
    {
        if (Request.Symbol is { } asked && named is { } other && !IsSameMarket(asked.Name, other.Name))
        {
            throw MarketDataException.At(
                Request.Path, 0, "symbol", $"the file holds {other}, {asked} was asked for.", "Import the file that belongs to the symbol, or leave the symbol out.");
        }

        return Request.Symbol ?? named ?? FileNameGuess.SymbolOf(Request.Path) ?? throw MarketDataException.At(
            Request.Path, 0, null, "neither a symbol column nor the file's name says what was traded.", "Give the symbol, such as --pair BTC/USDT.");
    }

    private static bool IsSameMarket(string a, string b) => a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal);
}
