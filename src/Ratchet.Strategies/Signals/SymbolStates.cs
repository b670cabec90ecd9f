namespace Ratchet.Strategies.Signals;

/// <summary>One state a symbol, by its place, made when the symbol is first seen. For one thread.</summary>
/// <typeparam name="T">The state.</typeparam>
/// <param name="begin">Makes the state of a symbol.</param>
public sealed class SymbolStates<T>(Func<int, T> begin)
    where T : class
{
    private T?[] states = [];

    /// <summary>The state of a symbol.</summary>
    /// <param name="symbol">Its place, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is negative.</exception>
    public T this[int symbol]
    {
        get
        {
            if ((uint)symbol < (uint)states.Length && states[symbol] is { } known)
            {
                return known;
            }

            return Begin(symbol);
        }
    }

    private T Begin(int symbol)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(symbol);
        if (symbol >= states.Length)
        {
            Array.Resize(ref states, symbol + 1);
        }

        return states[symbol] = begin(symbol);
    }
}
