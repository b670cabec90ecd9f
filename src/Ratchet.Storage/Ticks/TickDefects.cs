namespace Ratchet.Storage.Ticks;

/// <summary>Why a row is put aside; several reasons may hold at once.</summary>
[Flags]
internal enum TickDefects
{
    None = 0,

    /// <summary>The time is before that of an earlier good row.</summary>
    TimeBackwards = 1,

    /// <summary>A price that must be above 0 is not, or is not finite.</summary>
    BadPrice = 2,

    /// <summary>A size is negative, or 0 where something must be there.</summary>
    BadSize = 4,

    /// <summary>The best bid is above the best offer.</summary>
    Crossed = 8,
}
