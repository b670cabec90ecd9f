namespace Ratchet.Learning.Neighbours;

/// <summary>Which past events count as similar, and how their outcomes are weighed.</summary>
public sealed record NeighbourOptions
{
    /// <summary>k, how many neighbours are returned, 1 to 1024. Default 5.</summary>
    public int Neighbours { get; init; } = 5;

    /// <summary>How features are made comparable. Default mean and deviation.</summary>
    public FeatureScaling Scaling { get; init; } = FeatureScaling.MeanDeviation;

    /// <summary>How votes depend on distance. Default not at all.</summary>
    public NeighbourVote Vote { get; init; } = NeighbourVote.Uniform;

    /// <summary>
    /// The age at which an event counts half, in the unit of the times; infinity for no decay, the default. The decay weighs the votes; it does not
    /// choose the neighbours. Events at or after the query's time have age 0. Ages are taken from the youngest neighbour found, so that votes of long ago do not
    /// all round to 0.
    /// </summary>
    public double HalfLife { get; init; } = double.PositiveInfinity;

    /// <summary>Whether events of the query's own group, such as its trading session, are passed over. Default no.</summary>
    public bool ExcludeSameGroup { get; init; }

    /// <summary>Whether only events strictly before the query's time are candidates. Default no.</summary>
    public bool OnlyPast { get; init; }

    /// <summary>How neighbours are searched; changes the time only. Default automatic.</summary>
    public SearchMethod Search { get; init; } = SearchMethod.Auto;

    /// <summary>Whether queries and events need times.</summary>
    internal bool NeedsTimes => OnlyPast || !double.IsPositiveInfinity(HalfLife);

    /// <summary>Checks every field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range; the message names it, its value and the range.</exception>
    public void Validate()
    {
        if (Neighbours is < 1 or > 1024)
        {
            throw new ArgumentOutOfRangeException(nameof(Neighbours), Neighbours, $"Neighbours is {Neighbours}; it must be 1 to 1024.");
        }

        if (!(HalfLife > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(HalfLife), HalfLife, $"HalfLife is {HalfLife}; it must be above 0, or infinity for no decay.");
        }

        Require(Enum.IsDefined(Scaling), nameof(Scaling), Scaling);
        Require(Enum.IsDefined(Vote), nameof(Vote), Vote);
        Require(Enum.IsDefined(Search), nameof(Search), Search);
    }

    private static void Require(bool known, string name, object value)
    {
        if (!known)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; it must be one of its named values.");
        }
    }
}
