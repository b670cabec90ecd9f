using Ratchet.Market.Time;

namespace Ratchet.Strategies.Signals;

/// <summary>Begins the context streams of a session's symbols. Immutable; every call gives a fresh stream.</summary>
public sealed class MarketContexts
{
    private readonly IReadOnlyList<TimeFrame> frames;
    private readonly bool isOneFrame;
    private readonly MarketContextOptions options;
    private readonly Func<int, IRegimeSource?>? regimes;

    /// <summary>All symbols have bars of one length.</summary>
    /// <param name="frame">The length of the bars.</param>
    /// <param name="options">What is measured; null for the defaults.</param>
    /// <param name="regimes">Gives a fresh regime source for a symbol's place, on bars of the context frame; null where there is none.</param>
    public MarketContexts(TimeFrame frame, MarketContextOptions? options = null, Func<int, IRegimeSource?>? regimes = null)
        : this([frame], options, regimes) =>
        isOneFrame = true;

    /// <summary>Each symbol has bars of its own length.</summary>
    /// <param name="frames">The length of the bars, by the symbol's place; at least one.</param>
    /// <param name="options">What is measured; null for the defaults.</param>
    /// <param name="regimes">Gives a fresh regime source for a symbol's place, on bars of the context frame; null where there is none.</param>
    /// <exception cref="ArgumentException">There is no frame, or an option is outside its range.</exception>
    public MarketContexts(IReadOnlyList<TimeFrame> frames, MarketContextOptions? options = null, Func<int, IRegimeSource?>? regimes = null)
    {
        ArgumentNullException.ThrowIfNull(frames);
        if (frames.Count == 0)
        {
            throw new ArgumentException("frames is empty; at least one symbol is needed.", nameof(frames));
        }

        this.options = options ?? new();
        this.options.Validate();
        this.frames = [.. frames];
        this.regimes = regimes;
    }

    /// <summary>The length of a symbol's bars.</summary>
    /// <param name="symbol">The symbol's place.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public TimeFrame FrameOf(int symbol)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(symbol);
        if (!isOneFrame)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(symbol, frames.Count);
        }

        return frames[isOneFrame ? 0 : symbol];
    }

    /// <summary>A fresh stream.</summary>
    /// <param name="symbol">The symbol's place.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public MarketContextStream Begin(int symbol) => new(FrameOf(symbol), options, regimes?.Invoke(symbol));
}
