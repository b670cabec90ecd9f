namespace Ratchet.Cli.Tests.BadInput;

/// <summary>Paper sessions that cannot be begun, gone on with, replayed or explained.</summary>
internal static class BadSessions
{
    private const string Paper = "paper -p SYN/USD -i 1h --session {in}/s ";
    private const string Traded = Paper + "--strategy Breakout ";
    private const string Replay = "replay --session {in}/s";

    public static IEnumerable<BadCase> All { get; } =
    [
        new("paper-without-session", 2, "paper -p SYN/USD --strategy all", "--session FOLDER", "such as"),
        new("paper-without-strategy", 2, Paper, "--strategy NAME", "--model FOLDER"),
        new("paper-strategy-and-model", 2, Traded + "--model {in}/m", "--strategy NAME", "--model FOLDER"),
        new("paper-unknown-strategy", 2, Paper + "--strategy Breakot", "'Breakot'", "did you mean 'Breakout'"),
        new("paper-strategy-twice", 2, Paper + "--strategy Breakout,Breakout", "twice", "name each once"),
        new("paper-unknown-feed", 2, Traded + "--feed kraken", "paper.feed", "replay or binance", "'kraken'"),
        new("paper-speed-zero", 2, Traded + "--speed 0", "paper.speed", "max or a number in [0.001, 1000000]", "'0'"),
        new("paper-speed-word", 2, Traded + "--speed fast", "paper.speed", "max or a number in [0.001, 1000000]", "'fast'"),
        new("paper-fine-no-divisor", 2, Traded + "--fine 7m", "paper.fineTimeframe", "divides 1h", "'7m'"),
        new("paper-fine-longer", 2, Traded + "--fine 4h", "paper.fineTimeframe", "divides 1h", "'4h'"),
        new("paper-bad-length", 2, Traded + "--for tomorrow", "--for 'tomorrow'", "write 30s, 90m, 24h"),
        new("paper-negative-length", 2, Traded + "--for -3h", "--for '-3h'", "write 30s, 90m, 24h"),
        new("paper-bad-end", 2, Traded + "--until noon", "--until 'noon'", "write 2025-06-01"),
        new("paper-two-ends", 2, Traded + "--for 24h --until 2025-06-01", "--for and --until exclude each other", "give one"),
        new("paper-live-without-pair", 2, "paper --feed binance --strategy all --session {in}/s", "--feed binance needs --pair", "such as"),
        new("paper-no-symbol", 2, "paper -p B$T -i 1h --strategy all --session {in}/s", "'B$T' is no symbol", "write BTC/USDT"),
        new("paper-no-timeframe", 2, "paper -p SYN/USD -i 90x --strategy all --session {in}/s", "'90x'", "write 1m"),
        new("paper-not-stored", 1, "paper -p DOGE/USDT -i 1h --strategy all --session {in}/s", "DOGE/USDT", "SYN/USD"),
        new("paper-pair-twice", 2, "paper -p SYN/USD -p SYN/USD -i 1h --strategy all --session {in}/s", "SYN/USD", "once"),
        new("paper-range-without-bars", 2, Traded + "--timerange 20300101-", "No bars of SYN/USD 1h are left", "--timerange is 20300101-"),
        new("paper-model-missing", 1, Paper + "--model {in}/nowhere", "nowhere", "manifest.json"),
        new("paper-risk-out-of-range", 2, Traded + "--set risk.riskPerTrade=2", "'risk.riskPerTrade'", "2", "Change it"),
        new("paper-cash-out-of-range", 2, Traded + "--set engine.cash=-5", "'engine.cash'", "(0, 1e12]", "-5"),
        new("paper-timer-out-of-range", 2, Traded + "--set paper.timerSeconds=0", "'paper.timerSeconds'", "[1, 3600]", "is 0"),
        new("paper-warm-up-out-of-range", 2, Traded + "--set paper.warmUpBars=-1", "'paper.warmUpBars'", "[0, 1000000]", "is -1"),
        new("paper-bad-address", 2, Traded + "--set paper.streamAddress=https://x", "'paper.streamAddress'", "ws or wss", "'https://x'"),
        new("paper-nan-bars", 1, "paper {in}/x.csv -p BTC/USDT -i 1h --strategy all --session {in}/s", "x.csv, line 10", "'NaN' is no finite number")
        {
            Prepare = c => c.Write("x.csv", SampleBars.With(l => l[9] = "1704096000000,108,109,104,NaN,10")),
        },
        new("paper-negative-prices", 1, "paper {in}/x.csv -p BTC/USDT -i 1h --strategy all --session {in}/s", "1 of 60 rows are bad", "data check")
        {
            Prepare = c => c.Write("x.csv", SampleBars.With(l => l[9] = "1704096000000,108,109,-104,106,10")),
        },
        new("session-is-a-file", 1, Traded, "is a file", "give a folder by --session") { Prepare = c => c.Write("s", "x") },
        new("session-folder-of-others", 1, Traded, "holds files and no session.json", "an empty or a new folder") { Prepare = c => { Directory.CreateDirectory(Path.Combine(c.Input, "s")); c.Write("s/notes.txt", "x"); } },
        new("session-with-other-strategies", 2, Paper + "--strategy EMA_Trend", "begun with --strategy Breakout", "EMA_Trend", "a new folder") { Prepare = Begin },
        new("session-with-another-pair", 2, "paper -p BTC/USDT --session {in}/s", "begun with --pair SYN/USD", "BTC/USDT", "a new folder") { Prepare = Begin },
        new("session-with-another-frame", 2, "paper -i 4h --session {in}/s", "begun with --timeframe 1h", "4h", "a new folder") { Prepare = Begin },
        new("session-missing", 1, "replay --session {in}/nowhere", "no paper session", "session.json is missing", "--session"),
        new("session-not-named", 2, "replay", "'ratchet replay' needs --session FOLDER", "folder of a paper session"),
        new("session-damaged", 1, Replay, "session.json is damaged or was changed", "Restore it from a backup") { Prepare = c => Change(c, "session.json", t => t[..(t.Length / 2)]) },
        new("session-of-a-later-version", 1, Replay, "has version 2", "reads 1 to 1", "a later one") { Prepare = c => Change(c, "session.json", t => t.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal)) },
        new("session-of-something-else", 1, Replay, "no setup of a paper session", "--session") { Prepare = c => Change(c, "session.json", _ => "{ \"kind\": \"study\" }") },
        new("session-value-out-of-range", 1, Replay, "session.json is damaged or was changed", "RiskPerTrade") { Prepare = c => Change(c, "session.json", t => t.Replace("\"riskPerTrade\": 0.01", "\"riskPerTrade\": 7", StringComparison.Ordinal)) },
        new("session-with-a-foreign-journal", 1, Replay, "belongs to a session with other options", "Put them back together") { Prepare = BeginTwo },
        new("session-without-journal", 1, Replay, "no journal", "journal.db") { Prepare = c => { Begin(c); File.Delete(Path.Combine(c.Input, "s", "journal.db")); } },
        new("session-with-no-database", 1, Replay, "journal.db", "no journal: it is not an SQLite database") { Prepare = c => Change(c, "journal.db", _ => new string('x', 8192)) },
        new("explain-without-time", 2, "explain --session {in}/s", "needs --at TIME", "such as") { Prepare = Begin },
        new("explain-no-time", 2, "explain --session {in}/s --at noon", "--at 'noon'", "write 2025-06-01") { Prepare = Begin },
        new("explain-before-the-session", 2, "explain --session {in}/s --at 2001-01-01", "no bar of SYN/USD had closed by then", "the session begins at") { Prepare = Begin },
        new("explain-another-pair", 2, "explain --session {in}/s --at 2025-01-01 -p BTC/USDT", "BTC/USDT is not traded in this session", "it trades SYN/USD") { Prepare = Begin },
    ];

    private static void Begin(CommandLine line) => Begin(line, "s", "Breakout");

    private static void Begin(CommandLine line, string name, string strategy) =>
        Assert.Equal(0, line.Run("paper", "-p", "SYN/USD", "-i", "1h", "--strategy", strategy, "--session", Path.Combine(line.Input, name)).Exit);

    private static void BeginTwo(CommandLine line)
    {
        Begin(line);
        Begin(line, "other", "EMA_Trend");
        File.Copy(Path.Combine(line.Input, "other", "journal.db"), Path.Combine(line.Input, "s", "journal.db"), overwrite: true);
    }

    private static void Change(CommandLine line, string file, Func<string, string> change)
    {
        Begin(line);
        var path = Path.Combine(line.Input, "s", file);
        File.WriteAllText(path, change(File.ReadAllText(path)));
    }
}
