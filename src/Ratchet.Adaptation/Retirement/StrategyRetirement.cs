using System.Globalization;
using Ratchet.Adaptation.Decomposition;
using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Retirement;

/// <summary>
/// The status of every strategy. Active to degraded at once when a threshold is violated; degraded to active when all figures are healthy; degraded to suspended
/// after its hours; suspended to retired after its hours, or back to degraded on healthy trades in shadow where that is allowed. One change an assessment; time comes
/// from the caller. Judged are the last trades with money; from a suspension on they are set aside and the trades in shadow after it are judged. A status forced by a person
/// begins anew with no trades. Not thread-safe.
/// </summary>
internal sealed class StrategyRetirement
{
    private const double MillisecondsPerHour = 3_600_000;

    private readonly SlidingSummary[] trades;
    private readonly RetirementStatus[] statuses;
    private readonly long[] since;
    private readonly long[] counted;
    private readonly StatusTimes[] times;
    private RetirementOptions options;
    private HealthCheck check;
    private bool begun;

    public StrategyRetirement(int strategies, RetirementOptions options, double riskShare)
    {
        options.Validate();
        this.options = options;
        check = new(options, riskShare);
        trades = new SlidingSummary[strategies];
        statuses = new RetirementStatus[strategies];
        since = new long[strategies];
        counted = new long[strategies];
        times = new StatusTimes[strategies];
        for (var s = 0; s < strategies; s++)
        {
            trades[s] = new(options.Window, long.MaxValue);
        }
    }

    public RetirementStatus Status(int strategy) => statuses[strategy];

    public long Since(int strategy) => since[strategy];

    public HealthReading Reading(int strategy) => check.Read(trades[strategy].Current);

    /// <summary>The times up to now.</summary>
    public StatusTimes Times(int strategy, long time) =>
        begun ? times[strategy].Spent(statuses[strategy], Math.Max(0, time - counted[strategy])) : times[strategy];

    public void Configure(RetirementOptions changed, double riskShare)
    {
        options = changed;
        check = new(changed, riskShare);
    }

    /// <summary>Starts the hours of every status anew, as when the rules were off in between.</summary>
    public void RestartHours(long time)
    {
        for (var s = 0; s < since.Length; s++)
        {
            since[s] = statuses[s] is RetirementStatus.Degraded or RetirementStatus.Suspended ? Math.Max(time, since[s]) : since[s];
        }
    }

    /// <summary>Times begin with the first event.</summary>
    public void Begin(long time)
    {
        if (!begun)
        {
            begun = true;
            Array.Fill(since, time);
            Array.Fill(counted, time);
        }
    }

    public void Closed(in StrategyTrade trade)
    {
        var isFollowed = statuses[trade.Strategy] is RetirementStatus.Suspended or RetirementStatus.Retired;
        if (trade.Shadow == isFollowed && (!isFollowed || trade.EntryTime >= since[trade.Strategy]) && double.IsFinite(trade.ResultInR))
        {
            trades[trade.Strategy].Add(TradeSample.Of(trade));
        }
    }

    /// <summary>Judges a strategy; null where its status stays.</summary>
    public StatusChange? Assess(long time, int strategy)
    {
        var status = statuses[strategy];
        if (status == RetirementStatus.Retired)
        {
            return null;
        }

        var reading = Reading(strategy);
        var hours = (time - since[strategy]) / MillisecondsPerHour;
        return status switch
        {
            RetirementStatus.Active when reading.Violated =>
                Change(time, strategy, RetirementStatus.Degraded, "threshold", reading.Violations(), reading),
            RetirementStatus.Degraded when reading.Healthy =>
                Change(time, strategy, RetirementStatus.Active, "health", Text($"all figures healthy over {reading.Trades} trades"), reading),
            RetirementStatus.Degraded when hours >= options.DegradedHours =>
                Change(time, strategy, RetirementStatus.Suspended, "hours", Text($"degraded for {hours:0.#} h of {options.DegradedHours:0.#} h; violated: {reading.Violations()}"), reading),
            RetirementStatus.Suspended when options.Readmission && reading.Healthy =>
                Change(time, strategy, RetirementStatus.Degraded, "shadow", Text($"all figures healthy over {reading.Trades} trades in shadow"), reading),
            RetirementStatus.Suspended when hours >= options.SuspendedHours =>
                Change(time, strategy, RetirementStatus.Retired, "hours", Text($"suspended for {hours:0.#} h of {options.SuspendedHours:0.#} h"), reading),
            _ => null,
        };
    }

    /// <summary>Sets a status because a person wants it; judged anew from the next trade on.</summary>
    public StatusChange Force(long time, int strategy, RetirementStatus status, string by, string why)
    {
        var reading = Reading(strategy);
        var change = new StatusChange(time, strategy, statuses[strategy], status, Forced: true, by, why, reading);
        Set(time, strategy, status);
        trades[strategy].Clear();
        return change;
    }

    public void Write(StateWriter writer)
    {
        writer.Write(begun);
        for (var s = 0; s < statuses.Length; s++)
        {
            writer.Write((byte)statuses[s]);
            writer.Write(since[s]);
            writer.Write(counted[s]);
            writer.Write(times[s].Active);
            writer.Write(times[s].Degraded);
            writer.Write(times[s].Suspended);
            writer.Write(times[s].Retired);
            writer.Write(times[s].Degradations);
            writer.Write(times[s].Recoveries);
            writer.Write(times[s].Suspensions);
            trades[s].Write(writer);
        }
    }

    public void Read(ref StateReader reader)
    {
        begun = reader.ReadBoolean();
        for (var s = 0; s < statuses.Length; s++)
        {
            var status = reader.ReadByte();
            statuses[s] = status <= (byte)RetirementStatus.Retired ? (RetirementStatus)status : throw new InvalidDataException($"A state holds status {status}; there are 4.");
            since[s] = reader.ReadInt64();
            counted[s] = reader.ReadInt64();
            times[s] = new(
                reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
            trades[s].Read(ref reader);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private StatusChange Change(long time, int strategy, RetirementStatus to, string rule, string why, HealthReading reading)
    {
        var change = new StatusChange(time, strategy, statuses[strategy], to, Forced: false, rule, why, reading);
        Set(time, strategy, to);
        return change;
    }

    private void Set(long time, int strategy, RetirementStatus to)
    {
        Begin(time);
        var from = statuses[strategy];
        var spent = times[strategy].Spent(from, Math.Max(0, time - counted[strategy]));
        times[strategy] = spent with
        {
            Degradations = spent.Degradations + (to == RetirementStatus.Degraded && from != to ? 1 : 0),
            Recoveries = spent.Recoveries + (from == RetirementStatus.Degraded && to == RetirementStatus.Active ? 1 : 0),
            Suspensions = spent.Suspensions + (to == RetirementStatus.Suspended && from != to ? 1 : 0),
        };
        counted[strategy] = time;
        since[strategy] = time;
        statuses[strategy] = to;
        if (to == RetirementStatus.Suspended)
        {
            trades[strategy].Clear();
        }
    }
}
