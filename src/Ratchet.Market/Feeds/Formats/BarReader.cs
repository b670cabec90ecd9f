namespace Ratchet.Market.Feeds.Formats;

/// <summary>Bars of CSV files.</summary>
internal static class BarReader
{
    public static void Read(SourceJob job)
    {
        BarBuffer? rows = null;
        var options = new BarCsvOptions { TimeZone = job.Options.TimeZone };
        if (job.Sink.Limit == int.MaxValue)
        {
            var file = BarCsvReader.Read(job.Path, options, job.CancellationToken);
            job.Sink.Give(new() { Bars = file.Bars, Instrument = file.Symbol?.ToString() });
            return;
        }

        var summary = BarCsvChunks.Read(
            job.Path,
            options,
            chunk =>
            {
                rows ??= new(job.Sink, new(), chunk.HasTradeCount, chunk.HasTakerBuyVolume);
                rows.Append(chunk);
            },
            job.CancellationToken);
        job.Sink.Notes.AddRange(summary.OpenEnd is { } note ? [note] : []);
        rows!.Flush();
    }
}
