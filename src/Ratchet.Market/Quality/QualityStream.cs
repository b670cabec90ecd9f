using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Market.Quality;

/// <summary>
/// Checks rows as they come. Each row is looked at by itself (missing values, prices, volume, grid) and against the rows before it (order, duplicates);
/// then the good rows are held against the calendar (gaps, quality), and looked through for stale runs and outliers, which are warnings.
/// Nothing is changed. A row is known to be good when a later time follows, because a second row of its time would make both doubtful.
/// Memory grows with defects, gaps and late rows, not with rows; a row costs O(1), and O(window) moves for the outliers.
/// </summary>
public sealed class QualityStream : IDisposable
{
    /// <summary>More defects than this are an error: the file is not what it is taken for.</summary>
    public const int MostDefects = 10_000_000;

    private readonly TimeFrame timeFrame;
    private readonly TradingCalendar calendar;
    private readonly List<RowDefect> defects = [];
    private readonly GoodRowList goodRows = new();
    private readonly RawBarBuffer good = new(8200);
    private readonly RawBarBuffer bad = new(0);
    private readonly List<int> badIndices = [];
    private readonly BarGrid times;
    private readonly GridCover cover;
    private readonly SessionWatch sessions;
    private readonly SeriesWatch series;
    private readonly long length;
    private int rows;
    private int outside;
    private long latest = long.MinValue;
    private long grid = long.MinValue;
    private BarRow held;
    private int heldIndex = -1;
    private bool isHeldBad;
    private bool isConflict;

    /// <summary>Begins a check.</summary>
    /// <param name="timeFrame">The length of a bar.</param>
    /// <param name="calendar">When the market is open.</param>
    /// <param name="options">Thresholds; null for the defaults.</param>
    /// <param name="alignment">What opening times are counted from.</param>
    public QualityStream(TimeFrame timeFrame, TradingCalendar calendar, QualityOptions? options = null, BarAlignment alignment = BarAlignment.Utc)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        options ??= new();
        options.Validate();
        this.timeFrame = timeFrame;
        this.calendar = calendar;
        length = timeFrame.Milliseconds;
        times = new(timeFrame, calendar, alignment);
        cover = new(timeFrame);
        sessions = new(calendar, timeFrame);
        series = new(options, defects);
    }

    /// <summary>The rows that turned out good at the last call of <see cref="Add"/> or <see cref="Finish"/>; over memory that the next call uses again.</summary>
    public BarRows Good => BarRows.Of(good);

    /// <summary>A copy of the bad rows so far, in the order in which they were found to be bad.</summary>
    public RawBars BadRows => bad.Copy();

    /// <summary>The index among all rows of each row of <see cref="BadRows"/>.</summary>
    public IReadOnlyList<int> BadIndices => badIndices;

    /// <summary>Checks the next rows.</summary>
    /// <param name="next">The rows.</param>
    /// <exception cref="MarketDataException">There are more than <see cref="MostDefects"/> defects.</exception>
    public void Add(in BarRows next)
    {
        good.Clear();
        good.Allow(!next.TradeCount.IsEmpty, !next.TakerBuyVolume.IsEmpty);
        bad.Allow(!next.TradeCount.IsEmpty, !next.TakerBuyVolume.IsEmpty);
        for (var i = 0; i < next.Count; i++)
        {
            Judge(next.Row(i), checked(rows++));
        }

        if (defects.Count > MostDefects)
        {
            throw new MarketDataException(
                $"There are more than {MostDefects:N0} defects by row {rows:N0}; check that the file holds {timeFrame} bars, or split it. The first is {defects[0].Kind} in line {defects[0].Line}.");
        }
    }

    /// <summary>Ends the check. The last row may become one of <see cref="Good"/>.</summary>
    public QualityReport Finish()
    {
        good.Clear();
        Release();
        var spans = cover.Finish();
        defects.Sort((a, b) => a.Row != b.Row ? a.Row.CompareTo(b.Row) : a.Kind.CompareTo(b.Kind));
        var isClock = ReferenceEquals(calendar, TradingCalendar.AroundTheClock);
        var clock = GridCover.Gaps(spans, new(timeFrame, TradingCalendar.AroundTheClock, BarAlignment.Utc));
        return new()
        {
            TimeFrame = timeFrame,
            Calendar = calendar.Name,
            Rows = rows,
            ExpectedBars = times.CountExpected(cover.Within),
            GoodBars = goodRows.Count - outside,
            Defects = defects,
            Gaps = isClock ? clock : GridCover.Gaps(spans, times),
            ClockGaps = clock,
            Span = cover.Within,
            GoodRows = goodRows,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => sessions.Dispose();

    private void Judge(in BarRow row, int index)
    {
        var isBad = RowChecks.Values(row, index, defects);
        var time = row.OpenTime;
        if ((time == grid + length && !times.IsOfSessions) || times.Holds(time))
        {
            grid = Math.Max(grid, time);
            cover.Add(time);
        }
        else
        {
            Record(DefectKind.OffGrid, row, index);
            isBad = true;
        }

        if (time > latest)
        {
            Release();
            latest = time;
            (held, heldIndex, isHeldBad, isConflict) = (row, index, isBad, false);
            return;
        }

        if (time < latest)
        {
            Record(DefectKind.NonMonotone, row, index);
        }
        else if (!isConflict && row.IsSameBar(held))
        {
            Record(DefectKind.Duplicate, row, index);
        }
        else
        {
            if (!isConflict)
            {
                Record(DefectKind.ConflictingDuplicate, held, heldIndex);
                isHeldBad = true;
            }

            isConflict = true;
            Record(DefectKind.ConflictingDuplicate, row, index);
        }

        bad.Add(row.OpenTime, row.Numbers, row.Line);
        badIndices.Add(index);
    }

    private void Release()
    {
        if (heldIndex < 0)
        {
            return;
        }

        if (isHeldBad)
        {
            bad.Add(held.OpenTime, held.Numbers, held.Line);
            badIndices.Add(heldIndex);
        }
        else
        {
            goodRows.Add(heldIndex);
            good.Add(held.OpenTime, held.Numbers, held.Line);
            if (sessions.IsOutside(held.OpenTime))
            {
                outside++;
                Record(DefectKind.OutsideSession, held, heldIndex);
            }

            series.Add(held, heldIndex);
        }

        heldIndex = -1;
    }

    private void Record(DefectKind kind, in BarRow row, int index) => defects.Add(new(kind, index, row.Line, row.OpenTime));
}
