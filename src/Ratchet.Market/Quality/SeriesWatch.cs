namespace Ratchet.Market.Quality;

/// <summary>The checks over good rows that give warnings, row by row. Each row is judged by rows before it, never by the whole series.</summary>
internal sealed class SeriesWatch(QualityOptions options, List<RowDefect> defects)
{
    private readonly TrailingDeviation trailing = new(options.OutlierWindow);
    private readonly int enough = Math.Min(50, options.OutlierWindow);
    private readonly List<RowDefect> run = [];
    private BarRow previous;
    private int previousIndex = -1;
    private int runLength;

    public void Add(in BarRow row, int index)
    {
        if (previousIndex >= 0)
        {
            Stale(row, index);
            var change = Math.Log(row.Close / previous.Close);
            if (trailing.Count >= enough && trailing.IsBeyond(change, options.OutlierThreshold))
            {
                defects.Add(new(DefectKind.Outlier, index, row.Line, row.OpenTime));
            }

            trailing.Add(change);
        }

        previous = row;
        previousIndex = index;
    }

    private void Stale(in BarRow row, int index)
    {
        if (!row.HasSamePrices(previous))
        {
            runLength = 1;
            run.Clear();
            return;
        }

        if (run.Count == 0 && runLength <= 1)
        {
            runLength = 1;
            run.Add(new(DefectKind.StaleRun, previousIndex, previous.Line, previous.OpenTime));
        }

        run.Add(new(DefectKind.StaleRun, index, row.Line, row.OpenTime));
        runLength++;
        if (runLength >= options.StaleRun)
        {
            defects.AddRange(run);
            run.Clear();
        }
    }
}
