namespace Ratchet.Strategies.Signals;

/// <summary>How much a <see cref="PatternMemory"/> keeps and how it judges.</summary>
public sealed record PatternMemoryOptions
{
    /// <summary>How many setups are kept; of more the oldest is forgotten. 10 to 100,000; default 1000.</summary>
    public int Capacity { get; init; } = 1000;

    /// <summary>How many setups must have been kept before any is judged. 2 to <see cref="Capacity"/>; default 30.</summary>
    public int LeastSetups { get; init; } = 30;

    /// <summary>k, how many nearest setups are asked. 1 to 1024; default 15.</summary>
    public int Neighbours { get; init; } = 15;

    /// <summary>How many neighbours the memory's own share of successes counts as. In [0, 1000]; default 10.</summary>
    public double PriorWeight { get; init; } = 10;

    /// <summary>
    /// How many new setups are gathered before the neighbours are looked up among them too: scales and search are prepared anew then, which costs as much as the
    /// memory is large. 1 to 10,000; default 10.
    /// </summary>
    public int RefreshEvery { get; init; } = 10;

    /// <summary>The part of the confidence that the judgement bears on. In [0, 1]; default 0.5.</summary>
    public double Influence { get; init; } = 0.5;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Require(nameof(Capacity), Capacity, 10, 100_000);
        OptionRange.Require(nameof(LeastSetups), LeastSetups, 2, Capacity);
        OptionRange.Require(nameof(Neighbours), Neighbours, 1, 1024);
        OptionRange.Require(nameof(PriorWeight), PriorWeight, 0, 1000);
        OptionRange.Require(nameof(RefreshEvery), RefreshEvery, 1, 10_000);
        OptionRange.Require(nameof(Influence), Influence, 0, 1);
    }
}
