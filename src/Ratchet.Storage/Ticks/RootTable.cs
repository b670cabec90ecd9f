using Ratchet.Market.Feeds;

namespace Ratchet.Storage.Ticks;

/// <summary>Numbers for the classes of options in a partition, in the order in which they appear.</summary>
internal sealed class RootTable
{
    private const int Most = 256;
    private readonly Dictionary<string, byte> codes = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    public IReadOnlyList<string> Names => names;

    public byte CodeOf(string root)
    {
        if (codes.TryGetValue(root, out var code))
        {
            return code;
        }

        if (names.Count == Most)
        {
            throw new MarketDataException($"There are more than {Most} classes of options in one month ('{root}' is the next). Split the file by class and give each a symbol of its own.");
        }

        codes[root] = code = (byte)names.Count;
        names.Add(root);
        return code;
    }
}
