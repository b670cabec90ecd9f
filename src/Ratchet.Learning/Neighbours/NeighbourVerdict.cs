using System.Globalization;

namespace Ratchet.Learning.Neighbours;

/// <summary>What a query's neighbours say together, such as "4 of the 5 most similar past events had outcome 1: 0.80".</summary>
/// <param name="Count">How many neighbours there are; fewer than k where conditions leave fewer.</param>
/// <param name="Positive">How many of them have the outcome 1.</param>
/// <param name="Mean">Σ w outcome / Σ w: a probability where outcomes are 0 and 1. NaN without neighbours and where all weights are 0.</param>
public readonly record struct NeighbourVerdict(int Count, int Positive, double Mean)
{
    /// <summary>Sums neighbours up.</summary>
    /// <param name="neighbours">As found.</param>
    public static NeighbourVerdict Of(ReadOnlySpan<Neighbour> neighbours)
    {
        var positive = 0;
        var sum = 0.0;
        var total = 0.0;
        foreach (ref readonly var neighbour in neighbours)
        {
            positive += neighbour.Outcome == 1 ? 1 : 0;
            sum += neighbour.Weight * neighbour.Outcome;
            total += neighbour.Weight;
        }

        return new(neighbours.Length, positive, sum / total);
    }

    /// <summary>Such as "4 of 5: 0.80".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Positive} of {Count}: {Mean:F2}");
}
