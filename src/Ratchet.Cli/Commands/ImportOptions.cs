using System.CommandLine;

namespace Ratchet.Cli.Commands;

/// <summary>The options that say how a file of bars is to be read.</summary>
internal sealed class ImportOptions
{
    public Option<string?> Pair { get; } = new("--pair", "-p") { Description = "Symbol, such as BTC/USDT; without it, what the file or its name says." };

    public Option<string?> TimeFrame { get; } = new("--timeframe", "-i") { Description = "Length of a bar, such as 1h; without it, what the file's name or its times say." };

    public Option<string?> Calendar { get; } = new("--calendar")
    {
        Description = $"When the market is open: {string.Join(", ", MarketWords.Calendars)}. Default: that of the stored series, else what is known of the instrument, else 24/7.",
    };

    public Option<string?> TimeZone { get; } = new("--time-zone") { Description = "Zone of times written without one, such as America/New_York or UTC." };

    public Option<string[]> Repair { get; } = new("--repair")
    {
        Description = $"A repair to make, recorded with the data; may be given several times: {string.Join(", ", MarketWords.Repairs)}.",
    };

    public Option<string?> Contract { get; } = new("--contract") { Description = "Which contract of a file that holds several, such as 201312." };

    public Option<string?> LeanMarket { get; } = new("--lean-market")
    {
        Description = $"Market of LEAN's files where neither folder nor name tells it: {string.Join(", ", MarketWords.LeanMarkets)}.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(Pair);
        command.Options.Add(TimeFrame);
        command.Options.Add(Calendar);
        command.Options.Add(TimeZone);
        command.Options.Add(Repair);
        command.Options.Add(Contract);
        command.Options.Add(LeanMarket);
    }
}
