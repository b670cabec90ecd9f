namespace Ratchet.Search.Schedulers;

/// <summary>Settings of Hyperband.</summary>
public sealed record HyperbandOptions
{
    /// <summary>The most resource that one configuration gets (R). Default 81; 1 to 1,000,000.</summary>
    public int MaximumResource { get; init; } = 81;

    /// <summary>The share of configurations dropped at each rung is 1 - 1/Eta. Default 3; 2 to 1,000.</summary>
    public int Eta { get; init; } = 3;

    /// <summary>How often all brackets are run, at most. Default 1; 1 to 10,000.</summary>
    public int Iterations { get; init; } = 1;

    /// <summary>
    /// The search ends after an iteration that raised the best fully evaluated value by less than this share of its magnitude before
    /// (new - old &lt; MinimumImprovement * |old|). Zero never ends it early. Default 0.05; 0 to 1.
    /// </summary>
    public double MinimumImprovement { get; init; } = 0.05;

    /// <summary>Checks every field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range.</exception>
    public void Validate()
    {
        Require(MaximumResource is >= 1 and <= 1_000_000, nameof(MaximumResource), MaximumResource, "1 to 1,000,000");
        Require(Eta is >= 2 and <= 1_000, nameof(Eta), Eta, "2 to 1,000");
        Require(Iterations is >= 1 and <= 10_000, nameof(Iterations), Iterations, "1 to 10,000");
        Require(MinimumImprovement is >= 0 and <= 1, nameof(MinimumImprovement), MinimumImprovement, "0 to 1");
    }

    private static void Require(bool holds, string field, object value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(field, value, $"{field} must be {range}.");
        }
    }
}
