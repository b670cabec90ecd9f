namespace Ratchet.Market.Feeds;

/// <summary>CRC-32 of zip and gzip (reflected polynomial 0xEDB88320), a table look-up a byte. The stated checksum is the complement of the state.</summary>
internal static class Checksum
{
    public const uint Start = 0xFFFFFFFF;

    private static readonly uint[] Table = BuildTable();

    public static uint Update(uint state, ReadOnlySpan<byte> bytes)
    {
        var table = Table;
        foreach (var value in bytes)
        {
            state = table[(byte)(state ^ value)] ^ (state >> 8);
        }

        return state;
    }

    private static uint[] BuildTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 1 ? (value >> 1) ^ 0xEDB88320 : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
