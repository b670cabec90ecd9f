using Ratchet.Numerics.Randomness;
using Ratchet.Search.Spaces;
using Ratchet.Search.Studies;

namespace Ratchet.Search.Samplers;

/// <summary>
/// Independent draws. Each parameter of each trial has its own stream, named by the trial's number and the parameter's name: the draw
/// depends on nothing else, and adding a parameter to the space leaves the draws of the others as they were.
/// </summary>
/// <param name="key">The name of the sampler's streams.</param>
public sealed class RandomSampler(StreamKey key) : ISampler
{
    private readonly StreamKey root = key.Derive("random-sampler");

    /// <inheritdoc/>
    public ParameterSet Propose(SearchSpace space, int trialNumber, IReadOnlyList<Trial> history)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentOutOfRangeException.ThrowIfNegative(trialNumber);
        var trial = root.Derive(trialNumber);
        var values = new double[space.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = space.Distributions[i].FromUnit(trial.Derive(space.Names[i]).Open().NextDouble());
        }

        return new ParameterSet(space, values);
    }
}
