using System.Text.Json;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;

namespace Ratchet.Storage.Columns;

/// <summary>The manifest as it stands in <c>manifest.json</c>: names and time frames as text, instants as milliseconds and as text.</summary>
internal sealed record ManifestDocument
{
    private const string UtcGrid = "utc";
    private const string SessionGrid = "session";

    public required int Schema { get; init; }

    public required string Symbol { get; init; }

    public required string TimeFrame { get; init; }

    public required int Rows { get; init; }

    public required long FirstOpenTime { get; init; }

    public required long LastOpenTime { get; init; }

    public required double Quality { get; init; }

    public required string Source { get; init; }

    public required bool Synthetic { get; init; }

    public required string ContentHash { get; init; }

    public required string HashLink { get; init; }

    public required int Generation { get; init; }

    public required long ExpectedRows { get; init; }

    public required string Calendar { get; init; }

    /// <summary>Null in manifests of before there was a choice: UTC.</summary>
    public string? Grid { get; init; }

    public required IReadOnlyList<StoredColumn> Columns { get; init; }

    public required SortedDictionary<string, long> QualitySummary { get; init; }

    public required IReadOnlyList<string> Repairs { get; init; }

    public int FilledBars { get; init; }

    public required IReadOnlyList<string> Quarantine { get; init; }

    public static byte[] Write(BarManifest manifest) => JsonSerializer.SerializeToUtf8Bytes(
        new ManifestDocument
        {
            Schema = manifest.Schema,
            Symbol = manifest.Symbol.Name,
            TimeFrame = manifest.TimeFrame.ToString(),
            Rows = manifest.Rows,
            FirstOpenTime = manifest.FirstOpenTime,
            LastOpenTime = manifest.LastOpenTime,
            Quality = manifest.Quality,
            Source = manifest.Source,
            Synthetic = manifest.Synthetic,
            ContentHash = manifest.ContentHash,
            HashLink = manifest.HashLink,
            Generation = manifest.Generation,
            ExpectedRows = manifest.ExpectedRows,
            Calendar = manifest.Calendar,
            Grid = manifest.Alignment == BarAlignment.Session ? SessionGrid : UtcGrid,
            Columns = manifest.Columns,
            QualitySummary = new(manifest.QualitySummary.ToDictionary(), StringComparer.Ordinal),
            Repairs = manifest.Repairs,
            FilledBars = manifest.FilledBars,
            Quarantine = manifest.Quarantine,
        },
        ManifestJson.Default.ManifestDocument);

    public static BarManifest Read(string path, byte[] bytes)
    {
        try
        {
            var document = JsonSerializer.Deserialize(bytes, ManifestJson.Default.ManifestDocument) ?? throw new JsonException("it is null");
            if (document.Schema != BarManifest.CurrentSchema)
            {
                throw new MarketDataException(
                    $"{path}: the manifest has schema {document.Schema}, this version reads {BarManifest.CurrentSchema}. Import the data again with this version.");
            }

            return document.ToManifest();
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw new MarketDataException(
                $"{path}: the manifest is damaged: {exception.Message} Import the data again, or restore the folder from a backup.", exception);
        }
    }

    /// <summary>A column's file is a plain name in the series' own folder. The text may have left out what the type says is there.</summary>
    private static StoredColumn Checked(StoredColumn? column)
    {
        if (column is not { Name: not null, File: { } file, Type: not null })
        {
            throw new FormatException("a column lacks its name, its file or its type.");
        }

        return file.Length is > 4 and <= 100 && file.EndsWith(".npy", StringComparison.Ordinal) && file.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_')
            ? column
            : throw new FormatException($"'{(file.Length <= 60 ? file : file[..60] + "...")}' is no name of a column's file.");
    }

    private BarManifest ToManifest() => new()
    {
        Schema = Schema,
        Symbol = Market.Instruments.Symbol.Parse(Symbol),
        TimeFrame = Market.Time.TimeFrame.Parse(TimeFrame),
        Rows = Rows,
        FirstOpenTime = FirstOpenTime,
        LastOpenTime = LastOpenTime,
        Quality = Quality,
        Source = Source,
        Synthetic = Synthetic,
        ContentHash = ContentHash,
        HashLink = HashLink,
        Generation = Generation,
        ExpectedRows = ExpectedRows,
        Calendar = Calendar,
        Alignment = Grid switch
        {
            null or UtcGrid => BarAlignment.Utc,
            SessionGrid => BarAlignment.Session,
            _ => throw new FormatException($"'{Grid}' is no grid; there are {UtcGrid} and {SessionGrid}."),
        },
        Columns = [.. Columns.Select(Checked)],
        QualitySummary = QualitySummary,
        Repairs = Repairs,
        FilledBars = FilledBars,
        Quarantine = Quarantine,
    };
}
