namespace Ratchet.Learning.Markov;

/// <summary>
/// The cheapest sequence of states through all rows, so it LOOKS AHEAD: the state of row t depends on later rows. For analysis, never for trading.
/// </summary>
/// <remarks>A type of its own: nothing that asks for <see cref="OnlineJumpStates"/> accepts it. Only <see cref="JumpModel"/> makes one. Immutable and safe to share between threads.</remarks>
public sealed class DecodedJumpStates
{
    private readonly int[] values;

    internal DecodedJumpStates(int[] values, int states)
    {
        this.values = values;
        States = states;
    }

    /// <summary>The number of rows, T.</summary>
    public int Rows => values.Length;

    /// <summary>The number of states, K.</summary>
    public int States { get; }

    /// <summary>The state of every row.</summary>
    public ReadOnlySpan<int> Values => values;

    /// <summary>The state of a row.</summary>
    /// <param name="row">0 to T - 1.</param>
    public int this[int row] => values[row];
}
