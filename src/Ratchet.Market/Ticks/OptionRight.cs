using System.Diagnostics.CodeAnalysis;

namespace Ratchet.Market.Ticks;

/// <summary>What an option gives its holder the right to do.</summary>
[SuppressMessage("Design", "CA1028:Enum storage should be Int32", Justification = "A column of millions of rows holds one a row.")]
public enum OptionRight : byte
{
    /// <summary>To buy.</summary>
    Call,

    /// <summary>To sell.</summary>
    Put,
}
