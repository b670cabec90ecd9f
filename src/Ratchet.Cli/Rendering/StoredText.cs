using Ratchet.Storage.Columns;

namespace Ratchet.Cli.Rendering;

/// <summary>What has been stored.</summary>
internal static class StoredText
{
    public static void Write(TextWriter writer, ImportOutcome outcome)
    {
        if (outcome.Manifest is { } manifest)
        {
            Write(writer, manifest);
        }

        if (outcome.QuarantinePath is { } path)
        {
            writer.WriteLine($"  bad rows  kept in {path}");
        }
    }

    public static void Write(TextWriter writer, BarManifest manifest)
    {
        writer.WriteLine(
            $"  stored    {manifest.Symbol} {manifest.TimeFrame}: {manifest.Rows:N0} bars, {PlainText.Time(manifest.FirstOpenTime)} to {PlainText.Time(manifest.LastOpenTime)} UTC, " +
            $"quality {PlainText.Percent(manifest.Quality)}, hash {manifest.ContentHash[..12]}");
    }
}
