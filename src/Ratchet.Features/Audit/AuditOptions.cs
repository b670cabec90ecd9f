namespace Ratchet.Features.Audit;

/// <summary>How thorough a look-ahead audit is.</summary>
public sealed record AuditOptions
{
    /// <summary>
    /// How many cuts are tried, one drawn from each of as many equal parts of the series. Default 12; from 1 to 100,000. Ignored where <see
    /// cref="Cuts"/> are given.
    /// </summary>
    public int CutCount { get; init; } = 12;

    /// <summary>The cuts themselves: rows from 0 to the last but one. Default none: they are drawn.</summary>
    public IReadOnlyList<int> Cuts { get; init; } = [];

    /// <summary>Names the stream that draws the cuts. Default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>How many families may run at once. Default 1; at least 1. It does not change the findings.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Refuses values outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range; the message has the field, the value and the
    /// range.</exception>
    public void Validate()
    {
        if (CutCount is < 1 or > 100_000)
        {
            throw new ArgumentOutOfRangeException(nameof(CutCount), CutCount, $"{nameof(CutCount)} must be from 1 to 100,000.");
        }

        if (Threads < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(Threads), Threads, $"{nameof(Threads)} must be at least 1.");
        }
    }
}
