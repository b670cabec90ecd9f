namespace Ratchet.Learning.Exchange;

/// <summary>A node in twelve bytes, as prediction reads it.</summary>
/// <param name="Left">The left child's place among all nodes of the ensemble; -1 at a leaf.</param>
/// <param name="Column">The feature, or its complement (negative) where missing values go left.</param>
/// <param name="Number">The threshold, or the leaf's value.</param>
internal readonly record struct PackedNode(int Left, int Column, float Number)
{
    public int Feature => Column < 0 ? ~Column : Column;

    /// <summary>The next node of a split.</summary>
    public int Next(float value)
    {
        var right = float.IsNaN(value) ? Column >= 0 : !(value < Number);
        return Left + (right ? 1 : 0);
    }
}
