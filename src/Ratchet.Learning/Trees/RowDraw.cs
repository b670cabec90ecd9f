using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Trees;

/// <summary>Draws how often each row of a view is in a tree's sample.</summary>
/// <param name="Rows">How many rows the view has.</param>
/// <param name="Draws">How many draws with replacement; 0 takes every row once.</param>
internal readonly record struct RowDraw(int Rows, int Draws)
{
    /// <summary>Fills the multiplicities; these are a stream's first draws.</summary>
    public void Fill(RandomStream stream, Span<int> multiplicities, CancellationToken cancellationToken)
    {
        if (Draws == 0)
        {
            multiplicities.Fill(1);
            return;
        }

        multiplicities.Clear();
        for (var start = 0; start < Draws; start += WorkChunk.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = Math.Min(WorkChunk.Rows, Draws - start); i > 0; i--)
            {
                multiplicities[stream.NextInt(Rows)]++;
            }
        }
    }
}
