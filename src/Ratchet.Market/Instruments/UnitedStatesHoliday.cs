namespace Ratchet.Market.Instruments;

/// <summary>A day on which the New York Stock Exchange is closed, by its reason.</summary>
internal enum UnitedStatesHoliday
{
    None,
    NewYear,
    MartinLutherKing,
    Presidents,
    GoodFriday,
    Memorial,
    Juneteenth,
    Independence,
    Labor,
    Thanksgiving,
    Christmas,
    Mourning,
}
