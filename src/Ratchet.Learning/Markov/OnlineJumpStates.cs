namespace Ratchet.Learning.Markov;

/// <summary>
/// CAUSAL states of a jump model: row t holds the last state of the cheapest path through rows 0 to t. This is what trades may be made of.
/// </summary>
/// <remarks>A type of its own: there is no conversion from <see cref="DecodedJumpStates"/>, which know the future. Only <see cref="JumpModel"/> makes one. Immutable and safe to share between threads.</remarks>
public sealed class OnlineJumpStates
{
    private readonly int[] values;

    internal OnlineJumpStates(int[] values, int states)
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
