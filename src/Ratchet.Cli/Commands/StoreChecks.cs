using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Storage.Columns;

namespace Ratchet.Cli.Commands;

/// <summary>The store: can it be written, is every series what its manifest says?</summary>
internal static class StoreChecks
{
    public static IEnumerable<DoctorFinding> Run(BarStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(store.Root))
        {
            yield return new(FindingLevel.Ok, "store", $"{store.Root} does not exist yet; the first import makes it");
            yield break;
        }

        yield return Writable(store.Root);
        var count = 0;
        long rows = 0;
        foreach (var (symbol, frame, folder) in Entries(store.Root))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (finding, manifest) = Verify(store, symbol, frame, folder);
            if (finding is not null)
            {
                yield return finding;
                continue;
            }

            count++;
            rows += manifest!.Rows;
            if (manifest.LastOpenTime > clock.GetUtcNow().ToUnixTimeMilliseconds() && !manifest.Synthetic)
            {
                yield return new(
                    FindingLevel.Warn, $"{symbol} {frame}", $"its last bar, {UtcTime.Format(manifest.LastOpenTime)}, lies in the future", "Set the clock, or import the data again.");
            }
        }

        yield return new(FindingLevel.Ok, "store", count == 0 ? $"{store.Root} holds no sound series" : $"{count} series, {rows:N0} bars: every byte is as it was written");
    }

    private static DoctorFinding Writable(string root)
    {
        var probe = Path.Combine(root, ".doctor-probe");
        try
        {
            File.WriteAllText(probe, "probe");
            File.Delete(probe);
            return new(FindingLevel.Ok, "data root", $"{root} can be written");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(FindingLevel.Fail, "data root", exception.Message, "Give yourself the right to write there, or choose another folder with --data-root.");
        }
    }

    private static IEnumerable<(Symbol? Symbol, TimeFrame? Frame, string Folder)> Entries(string root)
    {
        var bars = Path.Combine(root, "silver", "bars");
        foreach (var symbol in (Directory.Exists(bars) ? Directory.GetDirectories(bars) : []).Order(StringComparer.Ordinal))
        {
            foreach (var frame in Directory.GetDirectories(symbol).Order(StringComparer.Ordinal))
            {
                yield return (
                    Symbol.TryParse(Path.GetFileName(symbol), out var name) ? name : null,
                    TimeFrame.TryParse(Path.GetFileName(frame), out var length) ? length : null,
                    frame);
            }
        }
    }

    private static (DoctorFinding? Finding, BarManifest? Manifest) Verify(BarStore store, Symbol? symbol, TimeFrame? frame, string folder)
    {
        if (symbol is not { } name || frame is not { } length)
        {
            return (new(FindingLevel.Warn, "store", $"{folder} is no series of bars", "Move it elsewhere."), null);
        }

        try
        {
            return (null, store.Verify(name, length));
        }
        catch (Exception exception) when (exception is MarketDataException or IOException or UnauthorizedAccessException)
        {
            return (new(FindingLevel.Fail, $"{name} {length}", exception.Message, $"Import it again with --replace, or restore {folder} from a backup."), null);
        }
    }
}
