using System.Globalization;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;
using Ratchet.Storage.Tests.Columns;
using Ratchet.Storage.Ticks;

namespace Ratchet.Storage.Tests.Ticks;

/// <summary>A store of ticks in a folder of its own, and what is needed to fill and to read it.</summary>
internal sealed class TickFiles : IDisposable
{
    public static readonly Symbol Symbol = Symbol.Parse("SPX");

    private readonly TemporaryStore temporary = new();

    public string Root => temporary.Store.Root;

    public TickStore Store => new(Root);

    public string Write(string name, string text) => temporary.Write(name, text);

    public string Write(TickKind kind, int from, int count) => Write($"{TickNames.Of(kind)}-{from}-{count}.csv", SampleTicks.Csv(kind, from, count));

    public TickImportOutcome Import(TickKind kind, int from, int count, bool replace = false) => Import(Write(kind, from, count), replace);

    public TickImportOutcome Import(string path, bool replace = false) =>
        Assert.Single(Store.Import(new() { Path = path, Symbol = Symbol, Replace = replace }, TestContext.Current.CancellationToken));

    public TickManifest? Manifest(TickKind kind) => Store.List().SingleOrDefault(m => m.Symbol == Symbol && m.Kind == kind);

    public SortedDictionary<string, string> Snapshot() => temporary.Snapshot();

    /// <summary>Every row of a stored kind in text, partition by partition.</summary>
    public IReadOnlyList<string> Rows(TickKind kind) => [.. Store.Read(Symbol, kind, TimeRange.All).SelectMany(Text)];

    /// <summary>Rows in text, all columns of them.</summary>
    public static IReadOnlyList<string> Text(SourcePart part)
    {
        var columns = TickColumns.Of(part, new IndexRange(0, part.Count), new RootTable());
        return [.. Enumerable.Range(0, part.Count).Select(i => string.Join(',', columns.Select(c => c.Name == "root" ? part.Options!.Columns.Root.Span[i] : c.Text(i))))];
    }

    /// <summary>The rows of a file as its reader gives them, in text.</summary>
    public static IReadOnlyList<string> RowsOf(string path) => Text(Assert.Single(SourceReader.Read(path, cancellationToken: TestContext.Current.CancellationToken).Parts));

    /// <summary>The store's files without the numbers of generations: leftovers would show.</summary>
    public IReadOnlyList<string> Names() =>
    [
        .. (Directory.Exists(Root) ? Directory.GetFileSystemEntries(Root, "*", SearchOption.AllDirectories) : [])
            .Select(f => string.Join('/', Path.GetRelativePath(Root, f).Split('/').Select(WithoutGeneration))).Order(StringComparer.Ordinal),
    ];

    public void Dispose() => temporary.Dispose();

    private static string WithoutGeneration(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot > 0 && int.TryParse(name.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _) ? name[..dot] : name;
    }
}
