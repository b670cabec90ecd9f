namespace Ratchet.Market.Quality;

/// <summary>Changes that the caller asks for. None is made by default, and each one made is recorded.</summary>
public sealed record RepairOptions
{
    /// <summary>Sorts rows by time; rows of equal time keep their order. Default false.</summary>
    public bool SortByTime { get; init; }

    /// <summary>Keeps only the last of neighbouring rows with equal times. Default false.</summary>
    public bool KeepLastDuplicate { get; init; }

    /// <summary>Takes an empty volume as 0, for sources that have none. Default false.</summary>
    public bool MissingVolumeIsZero { get; init; }

    /// <summary>Fills expected bars that are not there: all prices at the last close, volume and trades 0. They do not count as good bars. Default false.</summary>
    public bool FillFlat { get; init; }
}
