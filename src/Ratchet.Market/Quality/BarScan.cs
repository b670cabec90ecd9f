using System.Globalization;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Market.Quality;

/// <summary>Facts of bars that are no defects of rows: empty volumes, prices off the instrument's ticks, days with rows, a last bar of little volume.</summary>
internal sealed class BarScan(double tick)
{
    private const int Window = 200;
    private readonly HashSet<long> days = [];
    private readonly Queue<double> volumes = new();
    private long emptyVolumes;
    private long zeroVolumes;
    private long prices;
    private long offTick;
    private long day = long.MinValue;
    private long lastTime;
    private double lastVolume = double.NaN;

    public StepCounts Steps { get; } = new();

    public long Rows { get; private set; }

    public int Days => days.Count;

    /// <summary>From the earliest opening time to the latest.</summary>
    public TimeRange Span { get; private set; } = new(long.MaxValue, long.MinValue);

    /// <summary>Whether no row has a volume.</summary>
    public bool HasNoVolume => Rows > 0 && emptyVolumes == Rows;

    public void Add(in BarRows rows)
    {
        Steps.Add(rows.OpenTime);
        Rows += rows.Count;
        for (var i = 0; i < rows.Count; i++)
        {
            var date = Math.DivRem(rows.OpenTime[i], UtcTime.MillisecondsPerDay).Quotient;
            Span = new(Math.Min(Span.From, rows.OpenTime[i]), Math.Max(Span.To, rows.OpenTime[i]));
            if (date != day)
            {
                days.Add(day = date);
            }

            var volume = rows.Volume[i];
            emptyVolumes += double.IsNaN(volume) ? 1 : 0;
            zeroVolumes += volume == 0 ? 1 : 0;
            if (tick > 0 && double.IsFinite(rows.Close[i]))
            {
                prices++;
                offTick += IsOff(rows.Open[i]) || IsOff(rows.High[i]) || IsOff(rows.Low[i]) || IsOff(rows.Close[i]) ? 1 : 0;
            }

            if (rows.OpenTime[i] >= lastTime)
            {
                Keep(lastVolume);
                (lastTime, lastVolume) = (rows.OpenTime[i], volume);
            }
        }
    }

    /// <summary>The last bar's volume over the median of those before it.</summary>
    public double LastVolume()
    {
        var sorted = volumes.Order().ToArray();
        return sorted.Length == 0 || sorted[sorted.Length / 2] == 0 ? double.NaN : lastVolume / sorted[sorted.Length / 2];
    }

    public IReadOnlyList<string> Notes(QualityReport report, TradingCalendar calendar)
    {
        var notes = new List<string>();
        Where(HasNoVolume, $"volume column empty (checked as 0; import with --repair missing-volume-zero)");
        Where(!HasNoVolume && emptyVolumes > 0, $"{emptyVolumes:N0} rows with an empty volume");
        Where(zeroVolumes > 0 && !HasNoVolume, $"{zeroVolumes:N0} rows with volume 0");
        Where(prices > 0 && offTick > prices / 100, $"prices off the {tick} tick grid in {Share(offTick, prices)} of the rows: adjusted, not traded prices");
        var expected = ExpectedDays(report.Span, calendar);
        Where(Days < 0.9 * expected && expected - Days > 2, $"days not contiguous: {Days:N0} of {expected:N0} days have rows");
        Where(LastVolume() < 0.25, $"last bar may be incomplete: its volume is {Share(LastVolume(), 1)} of the median of those before it");
        if (!ReferenceEquals(calendar, TradingCalendar.AroundTheClock) && report.Gaps.Count > 0)
        {
            notes.Add(Holes(report));
        }

        return notes;

        void Where(bool isSo, FormattableString note)
        {
            if (isSo)
            {
                notes.Add(note.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private static string Share(double part, double whole) => string.Create(CultureInfo.InvariantCulture, $"{100 * part / whole:0.0} %");

    private static int ExpectedDays(TimeRange span, TradingCalendar calendar)
    {
        if (ReferenceEquals(calendar, TradingCalendar.AroundTheClock))
        {
            return (int)((span.To - span.From + UtcTime.MillisecondsPerDay - 1) / UtcTime.MillisecondsPerDay);
        }

        return calendar.Sessions(span).Count();
    }

    private static string Holes(QualityReport report)
    {
        const int Shown = 10;
        var days = report.Gaps.GroupBy(g => UtcTime.Align(g.Span.From, TimeFrame.Day1)).Select(g => (Day: g.Key, Missing: g.Sum(x => x.MissingBars))).ToArray();
        var largest = days.OrderByDescending(d => d.Missing).ThenBy(d => d.Day).Take(Shown).OrderBy(d => d.Day).Select(d => string.Create(
            CultureInfo.InvariantCulture, $"{DateTime.UnixEpoch.AddMilliseconds(d.Day):ddd yyyy-MM-dd} ({d.Missing:N0})"));
        return $"missing within sessions on {days.Length:N0} days: {string.Join(", ", largest)}{(days.Length > Shown ? ", ..." : string.Empty)}";
    }

    private bool IsOff(double price)
    {
        var ticks = price / tick;
        return Math.Abs(ticks - Math.Round(ticks)) > 1e-6;
    }

    private void Keep(double volume)
    {
        if (double.IsFinite(volume))
        {
            volumes.Enqueue(volume);
            if (volumes.Count > Window)
            {
                volumes.Dequeue();
            }
        }
    }
}
