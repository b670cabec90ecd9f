using System.Globalization;

namespace Ratchet.Benchmarks.Parity;

/// <summary>The command line of the accuracy comparison.</summary>
internal sealed record ParityOptions
{
    /// <summary>The folder that holds parity.py; found beside the benchmarks by default.</summary>
    public string Peers { get; private init; } = InRepository("bench/peers");

    /// <summary>The folder of the market data; <c>RATCHET_SHARED</c> or a folder named shared above the repository by default.</summary>
    public string Data { get; private init; } = Path.Combine(Environment.GetEnvironmentVariable("RATCHET_SHARED") ?? Above("shared"), "data");

    /// <summary>Where arrays and the peer's lines are kept.</summary>
    public string Work { get; private init; } = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "ratchet-parity");

    public string? Results { get; private init; }

    public string Date { get; private init; } = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public int Seeds { get; private init; } = 10;

    public int Threads { get; private init; } = Environment.ProcessorCount;

    public bool Reuse { get; private init; }

    /// <summary>Only the sets and models with these names; empty is all.</summary>
    public IReadOnlyList<string> Only { get; private init; } = [];

    /// <summary>Reads the words after PARITY.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static string? Parse(IReadOnlyList<string> words, out ParityOptions options)
    {
        options = new ParityOptions();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == "--reuse")
            {
                options = options with { Reuse = true };
                continue;
            }

            var next = i + 1 < words.Count ? words[i + 1] : null;
            switch (words[i])
            {
                case "--peers" when next is not null:
                    options = options with { Peers = Path.GetFullPath(next) };
                    break;
                case "--data" when next is not null:
                    options = options with { Data = Path.GetFullPath(next) };
                    break;
                case "--work" when next is not null:
                    options = options with { Work = Path.GetFullPath(next) };
                    break;
                case "--results" when next is not null:
                    options = options with { Results = Path.GetFullPath(next) };
                    break;
                case "--date" when DateOnly.TryParseExact(next, "yyyy-MM-dd", out _):
                    options = options with { Date = next! };
                    break;
                case "--seeds" when int.TryParse(next, out var seeds) && seeds >= 2:
                    options = options with { Seeds = seeds };
                    break;
                case "--threads" when int.TryParse(next, out var threads) && threads >= 1:
                    options = options with { Threads = threads };
                    break;
                case "--only" when next is not null:
                    options = options with { Only = next.Split(',') };
                    break;
                default:
                    return $"'{words[i]}{(next is null ? "" : " " + next)}' is no option of PARITY. Options: --peers folder, --data folder, --work folder, "
                        + "--results folder, --date yyyy-mm-dd, --seeds n, --threads n, --only name,name, --reuse.";
            }

            i++;
        }

        return null;
    }

    private static string InRepository(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Ratchet.slnx")))
            {
                return Path.Combine(folder.FullName, path);
            }
        }

        return Path.GetFullPath(path);
    }

    private static string Above(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, name)))
            {
                return Path.Combine(folder.FullName, name);
            }
        }

        return Path.GetFullPath(name);
    }
}
