namespace Ratchet.Learning.Markov;

/// <summary>How a statistical jump model is learned.</summary>
public sealed record JumpOptions
{
    /// <summary>The number of states K, 2 to 6. Default 3.</summary>
    public int States { get; init; } = 3;

    /// <summary>
    /// λ, what a switch of state costs, in the unit of the squared distance between standardised rows: with D independent columns the mean
    /// squared distance from the centre of all rows is D. 0 is k-means; the larger, the fewer switches. At least 0, finite. Default 50.
    /// </summary>
    public double Penalty { get; init; } = 50;

    /// <summary>How many k-means++ starts are tried; the one of least loss is kept, 1 to 100. Default 5.</summary>
    public int Restarts { get; init; } = 5;

    /// <summary>The most rounds of one start, each a best path and then new centroids, 1 to 1000. Default 50.</summary>
    public int Iterations { get; init; } = 50;

    /// <summary>Checks every field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range; the message names it, its value and the range.</exception>
    public void Validate()
    {
        Require(States is >= 2 and <= 6, nameof(States), States, "2 to 6");
        Require(Penalty is >= 0 and < double.PositiveInfinity, nameof(Penalty), Penalty, "0 or more");
        Require(Restarts is >= 1 and <= 100, nameof(Restarts), Restarts, "1 to 100");
        Require(Iterations is >= 1 and <= 1000, nameof(Iterations), Iterations, "1 to 1000");
    }

    private static void Require(bool condition, string name, object value, string range)
    {
        if (!condition)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; it must be {range}.");
        }
    }
}
