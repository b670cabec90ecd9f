using Ratchet.Market.Bars;

namespace Ratchet.Trading.Portfolio;

/// <summary>How far a symbol has come.</summary>
internal struct SymbolClock
{
    /// <summary>How many decision bars closed.</summary>
    public long Bars;

    /// <summary>The open time of the last decision bar; <see cref="long.MinValue"/> before the first.</summary>
    public long LastOpen;

    /// <summary>When the last decision bar closed.</summary>
    public long LastClose;

    /// <summary>The open time of the last finer bar or the time of the last tick.</summary>
    public long LastFine;

    /// <summary>Up to when decision bars filled orders themselves where finer ones decide, but none came; <see cref="long.MinValue"/> before the first.</summary>
    public long CoarseUntil;

    /// <summary>The last price of a decision bar or, where finer bars decide, of those; 0 before the first.</summary>
    public double Price;

    /// <summary>The bar that gave the last price.</summary>
    public Bar LastBar;
}
