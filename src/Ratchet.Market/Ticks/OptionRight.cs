namespace Ratchet.Market.Ticks;

/// <summary>What an option gives its holder the right to do.</summary>
public enum OptionRight : byte
{
    /// <summary>To buy.</summary>
    Call,

    /// <summary>To sell.</summary>
    Put,
}
