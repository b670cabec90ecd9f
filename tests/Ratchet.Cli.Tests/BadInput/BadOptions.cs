namespace Ratchet.Cli.Tests.BadInput;

/// <summary>Command lines that cannot be followed.</summary>
internal static class BadOptions
{
    public static IEnumerable<BadCase> All { get; } =
    [
        new("unknown-command", 2, "data lst", "'lst'", "did you mean 'list'", "See 'ratchet data --help'"),
        new("unknown-option", 2, "data list --jsn", "'--jsn'", "did you mean '--json'", "See 'ratchet data list --help'"),
        new("no-command", 2, "data", "needs a command", "import", "See 'ratchet data --help'"),
        new("missing-argument", 2, "data import", "import", "See 'ratchet data import --help'"),
        new("missing-option-value", 2, "optimize --seed", "--seed", "See 'ratchet optimize --help'"),
        new("extra-argument", 2, "data list everything", "'everything'", "See 'ratchet data list --help'"),
        new("bad-pair", 2, "optimize -p B!T", "'B!T'", "write BTC/USDT"),
        new("bad-pair-import", 2, "data import {in}/x.csv -p a/b/c", "'a/b/c'", "write BTC/USDT"),
        new("bad-time-frame", 2, "optimize -i 1y", "'1y'", "write 1m, 15m, 1h"),
        new("bad-time-range", 2, "optimize --timerange January", "'January'", "write 20240101-20240601"),
        new("empty-range", 2, "optimize --timerange 19900101-19910101", "19900101-19910101", "holds no bars", "from 2023-01-01"),
        new("unknown-pair", 1, "optimize -p ETH/USDT -i 1h", "1h bars of ETH/USDT", "the store has SYN/USD 1h", "ratchet data import"),
        new("seed-not-a-number", 2, "optimize --seed abc", "'search.seed'", "option --seed", "\"abc\"", "a whole number"),
        new("seed-negative", 2, "data synth --seed -1", "'synthetic.seed'", "option --seed", "a whole number"),
        new("jobs-zero", 2, "config show --jobs 0", "search.jobs", "[1, 1024]", "--jobs"),
        new("set-without-value", 2, "config show --set search.seed", "'search.seed'", "path=value"),
        new("unknown-calendar", 2, "data check {in}/x.csv --calendar nyse", "'nyse'", "24/7, cme, us-equity"),
        new("unknown-repair", 2, "data import {in}/x.csv --repair dedupe", "'dedupe'", "did you mean 'dedupe-keep-last'"),
        new("unknown-feature-group", 2, "features list --group statistcal", "'statistcal'", "did you mean 'statistical'"),
        new("resample-no-multiple", 2, "data resample -p SYN/USD -i 1h --to 90m", "90m", "choose one such as 4h"),
        new("resample-without-pair", 2, "data resample --to 4h", "--pair", "ratchet data list"),
        new("resample-too-short", 1, "data resample -p SYN/USD -i 1h --to 5000w", "SYN/USD 1h", "shorter --to"),
        new("resample-over-import", 3, "data resample -p BTC/USDT -i 1h --to 4h", "BTC/USDT 4h is already stored", "--replace") { Prepare = ImportBoth },
        new("check-nothing", 2, "data check", "needs a file", "--pair"),
        new("synth-bars-out-of-range", 2, "data synth --bars 1", "'synthetic.bars'", "between 2 and", "--set synthetic.bars=value"),
        new("synth-coefficient-out-of-range", 2, "data synth --ic 0.9", "'synthetic.informationCoefficient'", "between -0.5 and 0.5"),
        new("range-of-sealed-bars", 2, "optimize --timerange 20240501-", "'20240501-'", "sealed bars only", "Choose an earlier range"),
        new("train-without-study", 2, "train", "--study NAME", "ratchet study list"),
        new("train-unknown-study", 2, "train --study nothing", "'nothing'", "there are: none"),
        new("train-through-and-range", 2, "train --study s --through-holdout --timerange 20240101-", "--through-holdout", "leave one of them away"),
        new("train-out-is-a-file", 2, "train --study s --out {in}/x.csv", "x.csv' is a file", "name a folder") { Prepare = line => line.Write("x.csv", "x") },
        new("damaged-store", 1, "data check -p SYN/USD -i 1h", "SYN_USD", "was changed or damaged", "Import the data again") { Prepare = DamageStore },
        new("backtest-unknown-strategy", 2, "backtest --strategy EMA", "'EMA'", "did you mean 'EMA_Trend'", "and all"),
        new("backtest-strategy-twice", 2, "backtest --strategy Breakout,breakout", "Breakout", "given twice"),
        new("backtest-strategy-and-model", 2, "backtest --strategy all --model x", "--strategy, --model and --study", "give one of them"),
        new("backtest-no-model", 1, "backtest --model {in}/nothing", "there is no manifest.json", "ratchet train"),
        new("backtest-cash-alone", 2, "backtest --cash 5", "--cash", "--strategy NAME or --model PATH"),
        new("backtest-cash-negative", 2, "backtest --strategy all --cash -5", "'engine.cash'", "(0, 1e12]", "-5"),
        new("backtest-empty-range", 1, "backtest --strategy all --timerange 19900101-19910101", "SYN/USD 1h", "0 bars", "Give a longer range"),
        new("backtest-pair-twice", 2, "backtest --strategy all -p SYN/USD -p SYN/USD -i 1h", "SYN/USD", "2 times"),
        new("backtest-unknown-pair", 1, "backtest --strategy all -p ETH/USDT -i 1h", "1h bars of ETH/USDT", "ratchet data import"),
        new("backtest-pairs-for-files", 2, "backtest {in}/x.csv --strategy all -p BTC/USDT -p ETH/USDT", "1 files and 2 --pair", "one for each file"),
        new("backtest-bad-file", 1, "backtest {in}/x.csv --strategy all -p BTC/USDT -i 1h", "x.csv", "rows are bad", "ratchet data check") { Prepare = NegativePrices },
        new("backtest-several-pairs", 2, "backtest -p BTC/USDT -p ETH/USDT", "trade one symbol", "--strategy or --model"),
        new("backtest-others-for-strategies", 2, "backtest --strategy all --allow-other-symbols", "--allow-other-symbols", "is for models"),
    ];

    private static void NegativePrices(CommandLine line) => line.Write("x.csv", SampleBars.With(lines =>
    {
        for (var i = 1; i <= 5; i++)
        {
            lines[i] = lines[i].Replace(",10", ",-10", StringComparison.Ordinal);
        }
    }));

    private static void ImportBoth(CommandLine line)
    {
        var hours = line.Write("hours.csv", SampleBars.Text());
        Assert.Equal(0, line.Run("data", "import", hours, "-p", "BTC/USDT", "-i", "1h").Exit);
        var longer = line.Write("longer.csv", SampleBars.With(KeepEveryFourth));
        Assert.Equal(0, line.Run("data", "import", longer, "-p", "BTC/USDT", "-i", "4h").Exit);
    }

    private static void KeepEveryFourth(List<string> lines)
    {
        var kept = lines.Where((_, i) => i == 0 || i % 4 == 1).ToArray();
        lines.Clear();
        lines.AddRange(kept);
    }

    private static void DamageStore(CommandLine line)
    {
        var column = Assert.Single(Directory.GetFiles(line.Root, "close.*.npy", SearchOption.AllDirectories));
        var bytes = File.ReadAllBytes(column);
        bytes[^3] ^= 1;
        File.WriteAllBytes(column, bytes);
    }
}
