namespace Ratchet.Cli.Tests.BadInput;

/// <summary>Configurations that cannot be used.</summary>
internal static class BadConfigurations
{
    private const string Show = "config show -c {in}/c.json";

    public static IEnumerable<BadCase> All { get; } =
    [
        new("configuration-missing", 2, "config show -c {in}/nowhere.json", "nowhere.json", "does not exist", "check the path"),
        File("configuration-invalid-json", "{ \"search\": \n { seed: 7 } }", "c.json, line 2", "not valid JSON", "comments and trailing commas are allowed"),
        File("configuration-no-object", "[7]", "c.json", "one JSON object", "such as"),
        File("setting-twice", "{ \"search\": { \"seed\": 1, \"seed\": 2 } }", "c.json", "seed", "not valid JSON"),
        File("unknown-setting", "{ \"search\": { \"sed\": 7 } }", "'search.sed'", "c.json", "did you mean 'search.seed'"),
        File("value-for-section", "{ \"search\": 7 }", "'search'", "c.json", "is a section", "write an object"),
        File("wrong-kind", "{ \"labels\": { \"horizonBars\": \"a day\" } }", "'labels.horizonBars'", "c.json", "a whole number", "default is 24"),
        File("null-value", "{ \"features\": { \"features\": null } }", "'features.features'", "c.json", "a list of text"),
        File("unknown-choice", "{ \"search\": { \"scope\": \"All\" } }", "'search.scope'", "c.json", "one of Joint, PerModel"),
        File("out-of-range", "{ \"labels\": { \"profitMultiple\": 200 } }", "'labels.profitMultiple'", "(0, 100]", "200", "Change it"),
        File("contradictory-values", "{ \"search\": { \"estimatorsLow\": 300 } }", "search.estimatorsLow 300", "search.estimatorsHigh 200", "Change them"),
        File("targets-disagree", "{ \"trading\": { \"targetSteps\": [1] } }", "TargetSteps has 1", "TargetFractions has 3", "Change it"),
        File("unknown-feature", "{ \"features\": { \"features\": [\"rsi14\"] } }", "'rsi14'", "did you mean 'rsi_14'", "ratchet features list"),
        File("data-root-blank", "{ \"data\": { \"root\": \"\" } }", "data.root", "name a folder", "such as ratchet-data") with { Arguments = "config show --set data.root=" },
        new("data-root-is-a-file", 2, "data list --data-root {in}/c.json", "data.root", "--data-root", "name a folder") { Prepare = c => c.Write("c.json", "{}") },
        new("unknown-variable", 2, "data list", "RATCHET__SEARCH__SEEDS", "did you mean 'search.seed'") { Prepare = c => c.Variables["RATCHET__SEARCH__SEEDS"] = "7" },
        new("variable-of-wrong-kind", 2, "data list", "'search.eta'", "RATCHET__SEARCH__ETA", "a whole number") { Prepare = c => c.Variables["RATCHET__SEARCH__ETA"] = "three" },
        File("engine-cash", "{ \"engine\": { \"cash\": 0 } }", "'engine.cash'", "(0, 1e12]"),
        File("venue-fee", "{ \"venue\": { \"takerFee\": 1.5 } }", "'venue.takerFee'", "[0, 1)", "1.5"),
        File("sizing-risk", "{ \"sizing\": { \"riskPerTrade\": 2 } }", "'sizing.riskPerTrade'", "(0, 1]", "2"),
        File("risk-thresholds", "{ \"risk\": { \"drawdownHalt\": 0.05 } }", "'risk.drawdownHalt'", "above DrawdownReduce, 0.1"),
        File("instrument-leverage", "{ \"engine\": { \"instruments\": [ { \"symbol\": \"BTC/USDT\", \"leverage\": 500 } ] } }", "'engine.instruments[0]'", "from 1 to 125", "BTC/USDT"),
        File("instrument-without-symbol", "{ \"engine\": { \"instruments\": [ { \"leverage\": 5 } ] } }", "engine.instruments", "symbol"),
        File("instrument-listed", "{ \"engine\": { \"instruments\": [ { \"symbol\": \"BTC/USDT\", \"listed\": \"soon\" } ] } }", "'engine.instruments[0].listed'", "'soon'", "2017-08-17"),
        File("instrument-twice", "{ \"engine\": { \"instruments\": [ { \"symbol\": \"BTC/USDT\" }, { \"symbol\": \"BTCUSDT\" } ] } }", "'engine.instruments[1].symbol'", "second time"),
        File("selector-out-of-range", "{ \"selector\": { \"alpha\": 2 } }", "'selector.alpha'", "(0, 1]", "Change it"),
        new("selector-variable-out-of-range", 2, "selector regime", "META_STRATEGY_EPSILON", "'1.5'", "[0, 1]") { Prepare = c => c.Variables["META_STRATEGY_EPSILON"] = "1.5" },
        new("selector-unknown-default", 2, "selector regime", "DEFAULT_STRATEGY", "'yolo'", "one of defensive") { Prepare = c => c.Variables["DEFAULT_STRATEGY"] = "yolo" },
        new("selector-profiles-damaged", 2, "selector profiles --profiles {in}/p.json", "p.json", "invalid") { Prepare = c => c.Write("p.json", "{ profiles }") },
        new("selector-state-missing", 1, "selector state --file {in}/s.json", "s.json", "does not exist", "--file"),
        new("selector-import-foreign", 3, "selector import {in}/s.json --file {in}/t.json", "s.json", "no file of the kind 'ratchet-selector'") { Prepare = c => c.Write("s.json", "{}") },
        new("selector-log-missing", 2, "selector evaluate --log {in}/d.jsonl", "d.jsonl", "no log of decisions"),
        new("selector-log-foreign", 1, "selector evaluate --log {in}/d.jsonl", "d.jsonl, line 1", "no file of the kind") { Prepare = c => c.Write("d.jsonl", "{}\n") },
        new("advisor-import-foreign", 3, "advisor import {in}/s.json", "s.json", "no file of the kind 'ratchet-advisor'") { Prepare = c => c.Write("s.json", "{}") },
    ];

    private static BadCase File(string id, string text, params string[] says) => new(id, 2, Show, says) { Prepare = c => c.Write("c.json", text) };
}
