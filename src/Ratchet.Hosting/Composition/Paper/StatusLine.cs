using System.Globalization;
using Ratchet.Market.Time;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>A session's state as one line.</summary>
public static class StatusLine
{
    /// <summary>The line.</summary>
    /// <param name="status">The state.</param>
    public static string Of(PaperStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{UtcTime.Format(status.Time)}  {status.State.ToString().ToUpperInvariant()}  feed {(status.Connected ? "up" : "DOWN")}  bars {status.Bars}  equity {status.Equity:0.00}  cash {status.Cash:0.00}  positions {status.Positions}");
        return status.Fault.Length == 0 ? text : $"{text}  {status.Fault}";
    }
}
