namespace Ratchet.Market.Feeds.Formats;

/// <summary>Candles of one JSON text: rows of numbers, and where in them open, high, low and close are.</summary>
internal sealed class Candles(List<double[]> rows, int[] order, TimeUnit unit)
{
    public delegate void Taker(long time, in PriceRow row, int line);

    public int Count => rows.Count;

    /// <summary>Whether trade counts and taker volumes are there: in Binance's twelve elements.</summary>
    public bool HasTrades => rows[0].Length == 12;

    /// <summary>Whether times never rise and fall at least once.</summary>
    public bool IsDescending
    {
        get
        {
            var falls = false;
            for (var i = 1; i < rows.Count; i++)
            {
                if (rows[i][0] > rows[i - 1][0])
                {
                    return false;
                }

                falls |= rows[i][0] < rows[i - 1][0];
            }

            return falls;
        }
    }

    /// <summary>Gives every row with its number from 1, in the text's order or turned round.</summary>
    public void CopyTo(Taker taker, bool reversed)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var at = reversed ? rows.Count - 1 - i : i;
            var row = rows[at];
            var time = (long)row[0];
            time = unit switch { TimeUnit.Seconds => time * 1_000, TimeUnit.Microseconds => time / 1_000, _ => time };
            taker(
                time,
                new(row[order[0]], row[order[1]], row[order[2]], row[order[3]], row[5], HasTrades ? row[8] : double.NaN, HasTrades ? row[9] : double.NaN),
                at + 1);
        }
    }
}
