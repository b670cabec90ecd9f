using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;

namespace Ratchet.Storage.Ticks;

/// <summary>Which file of ticks is imported, and how.</summary>
public sealed record TickImportRequest
{
    /// <summary>The file, of any format that <see cref="SourceReader"/> reads; of LOBSTER's pair either one.</summary>
    public required string Path { get; init; }

    /// <summary>What was traded; null takes it from the file, else from its name.</summary>
    public Symbol? Symbol { get; init; }

    /// <summary>Which contract is wanted of a file that holds several; null for the only one.</summary>
    public string? Part { get; init; }

    /// <summary>How the file is read.</summary>
    public SourceOptions Reading { get; init; } = new();

    /// <summary>The share of good rows below which the file is refused, 0 to 1. Default 0.995.</summary>
    public double MinimumQuality { get; init; } = 0.995;

    /// <summary>Whether the good rows are taken although the quality is below the threshold. Default false.</summary>
    public bool AcceptBelow { get; init; }

    /// <summary>Whether the file takes the place of what is stored of its kinds; otherwise its rows are added. Default false.</summary>
    public bool Replace { get; init; }

    /// <summary>Checks the request.</summary>
    /// <exception cref="ArgumentException">The path is empty, or a field is outside its range.</exception>
    public void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Path);
        Reading.Validate();
        if (!(MinimumQuality is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(MinimumQuality), MinimumQuality, "MinimumQuality must lie in [0, 1].");
        }
    }
}
