using Ratchet.Market.Bars;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Engine;

/// <summary>The door: an event that cannot be true is refused with the field and the range, and changes nothing but a count; of refused advice a block stands.</summary>
internal sealed class EventChecks(EngineCore core)
{
    /// <summary>Prices outside these bounds are refused: money would not be exact.</summary>
    public const double LowestPrice = 1e-12;

    /// <summary>The highest price that is accepted.</summary>
    public const double HighestPrice = 1e12;

    private const long MostSkew = 86_400_000;
    /// <summary>The earliest time that is accepted.</summary>
    public const long Earliest = -62_135_596_800_000;
    private const long Latest = 253_402_300_799_999;

    /// <summary>Whether the event may be processed.</summary>
    public bool Accept(in TradingEvent e)
    {
        if (e.Time < core.LastTime)
        {
            return Refuse(e, AuditReason.OutOfOrder, $"Time is {e.Time}; it must not be before the last event's, {core.LastTime}.");
        }

        if (e.Time is < Earliest or > Latest)
        {
            return Refuse(e, AuditReason.OutOfOrder, $"Time is {e.Time}; it must be in [{Earliest}, {Latest}].");
        }

        var symbols = core.Clocks.Length;
        var least = e.Kind is EventKind.Command or EventKind.Feed or EventKind.Readiness ? -1 : 0;
        if ((e.Symbol < least || e.Symbol >= symbols) && e.Kind is not (EventKind.Timer or EventKind.Report))
        {
            return Refuse(e, AuditReason.UnknownSymbol, $"Symbol is {e.Symbol}; it must be in [{least}, {symbols}).");
        }

        return e.Kind switch
        {
            EventKind.Bar => Possible(e) && Happened(e) && New(e, core.Clocks[e.Symbol].LastOpen, strict: true),
            EventKind.FineBar => Possible(e) && Happened(e) && New(e, core.Clocks[e.Symbol].LastFine, strict: true),
            EventKind.Tick => Possible(e) && Happened(e) && New(e, core.Clocks[e.Symbol].LastFine, strict: false),
            EventKind.Signal => Strategy(e, e.Signal.Strategy),
            EventKind.Advice => Sound(e, (Advice)e.Detail!),
            EventKind.Readiness => Strategy(e, ((Readiness)e.Detail!).Strategy),
            EventKind.Funding => e.FundingRate is > -1 and < 1
                || Refuse(e, AuditReason.ImpossibleBar, $"FundingRate is {e.FundingRate}; it must be in (-1, 1)."),
            _ => true,
        };
    }

    private bool Possible(in TradingEvent e)
    {
        var bar = e.Bar;
        if (IsPossible(bar))
        {
            return true;
        }

        var (field, value, range) = Fault(bar);
        return Refuse(e, AuditReason.ImpossibleBar, $"{field} is {value}; it must be {range}.");
    }

    private static bool IsPossible(in Bar bar) =>
        bar.Low >= LowestPrice && bar.High <= HighestPrice
        && bar.High >= bar.Open && bar.High >= bar.Close && bar.Low <= bar.Open && bar.Low <= bar.Close
        && bar.Volume >= 0 && bar.Volume <= double.MaxValue && bar.OpenTime is >= Earliest and <= Latest;

    private static (string Field, double Value, string Range) Fault(in Bar bar)
    {
        const string Prices = "in [1e-12, 1e12]";
        return bar switch
        {
            { Open: not (>= LowestPrice and <= HighestPrice) } => ("Bar.Open", bar.Open, Prices),
            { High: not (>= LowestPrice and <= HighestPrice) } => ("Bar.High", bar.High, Prices),
            { Low: not (>= LowestPrice and <= HighestPrice) } => ("Bar.Low", bar.Low, Prices),
            { Close: not (>= LowestPrice and <= HighestPrice) } => ("Bar.Close", bar.Close, Prices),
            { Volume: not (>= 0 and <= double.MaxValue) } => ("Bar.Volume", bar.Volume, "finite and not below 0"),
            { OpenTime: < Earliest or > Latest } => ("Bar.OpenTime", bar.OpenTime, $"in [{Earliest}, {Latest}]"),
            _ when bar.High < Math.Max(bar.Open, bar.Close) => ("Bar.High", bar.High, $"at least the larger of open and close, {Math.Max(bar.Open, bar.Close)}"),
            _ => ("Bar.Low", bar.Low, $"at most the smaller of open and close, {Math.Min(bar.Open, bar.Close)}"),
        };
    }

    // A clock may be slow, or stand still after a step back. What lies further ahead would, once taken, make every true bar a duplicate.
    private bool Happened(in TradingEvent e)
    {
        var latest = e.Time + core.Frames[e.Symbol] + MostSkew;
        return e.Bar.OpenTime <= latest
            || Refuse(e, AuditReason.ImpossibleBar, $"Bar.OpenTime is {e.Bar.OpenTime}; it must not be more than a day and a bar after the event's time, at most {latest}.");
    }

    private bool New(in TradingEvent e, long last, bool strict) =>
        (strict ? e.Bar.OpenTime > last : e.Bar.OpenTime >= last)
        || Refuse(e, AuditReason.DuplicateBar, $"Bar.OpenTime is {e.Bar.OpenTime}; it must be {(strict ? "after" : "at or after")} the symbol's last, {last}.");

    private bool Strategy(in TradingEvent e, int strategy) =>
        (strategy >= 0 && strategy < core.Options.Strategies.Count)
        || Refuse(e, AuditReason.UnknownStrategy, $"Strategy is {strategy}; it must be in [0, {core.Options.Strategies.Count}).");

    private bool Sound(in TradingEvent e, Advice advice)
    {
        if (!Strategy(e, advice.Strategy))
        {
            return false;
        }

        try
        {
            advice.Validate();
            return true;
        }
        catch (ArgumentException fault)
        {
            Refuse(e, AuditReason.BadAdvice, fault.Message);
            if (advice.Block)
            {
                // Whatever else is wrong with it, a no stays a no.
                core.Book.Slot(e.Symbol, advice.Strategy).Advice = new() { Strategy = advice.Strategy, Block = true };
            }

            return false;
        }
    }

    private bool Refuse(in TradingEvent e, AuditReason reason, string text)
    {
        core.Refuse(e.Symbol, -1, reason, text);
        return false;
    }
}
