using Ratchet.Market.Bars;

namespace Ratchet.Features.Levels;

/// <summary>
/// Makes levels of one or more kinds from closed bars and the clock. A source publishes a level once it is known and never changes one afterwards; a
/// new one takes its place. Give it <c>Advance(bar.OpenTime)</c> before every bar, as <see cref="LevelStream"/> does.
/// </summary>
public interface ILevelSource
{
    /// <summary>The last published level of each kind, <see cref="Level.None"/> before the first; the kinds and their order never change.</summary>
    ReadOnlySpan<Level> Current { get; }

    /// <summary>Takes a closed bar: everything in it is known at its end.</summary>
    /// <param name="bar">The bar; opening times rise.</param>
    void Update(in Bar bar);

    /// <summary>Lets time pass: levels that wait for a moment are published when it comes.</summary>
    /// <param name="now">Milliseconds UTC, never falling.</param>
    void Advance(long now);
}
