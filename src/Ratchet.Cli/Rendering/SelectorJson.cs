using System.Text.Json.Nodes;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Cli.Commands;
using Ratchet.Trading.Profiles;

namespace Ratchet.Cli.Rendering;

/// <summary>The same as <see cref="SelectorText"/> for programs.</summary>
internal static class SelectorJson
{
    public static JsonObject Profiles(IReadOnlyList<TradeProfile> profiles, IReadOnlyList<ProfilePrices> prices) => new()
    {
        ["profiles"] = Array(profiles.Select((p, i) => new JsonObject
        {
            ["name"] = p.Name,
            ["stop"] = p.Exits.StopMultiple,
            ["targets"] = Numbers(p.Exits.TargetMultiples),
            ["shares"] = Numbers(p.Exits.TargetFractions),
            ["trailing"] = p.Exits.TrailingMultiple,
            ["hours"] = p.Exits.HorizonMilliseconds / 3.6e6,
            ["rewardToRisk"] = p.RewardToRisk,
            ["winRate"] = p.ExpectedWinRate,
            ["expectancy"] = p.Expectancy,
            ["expectancyWithPartials"] = p.ExpectancyWithPartials,
            ["regimes"] = JsonText.Texts(p.Regimes),
            ["suits"] = p.Suits,
            ["example"] = Prices(prices[i]),
        })),
    };

    public static JsonObject Regimes(IReadOnlyList<SelectorScene> scenes, IReadOnlyList<RegimeReading> readings) => new()
    {
        ["markets"] = Array(scenes.Select((s, i) =>
        {
            var confidences = new JsonObject();
            for (var r = 0; r < RegimeNames.Count; r++)
            {
                confidences[RegimeNames.All[r]] = readings[i].Confidences[r];
            }

            return new JsonObject
            {
                ["name"] = s.Name,
                ["dailyAtr"] = JsonText.Number(readings[i].DailyAtr),
                ["regime"] = RegimeNames.Of(readings[i].Regime),
                ["confidences"] = confidences,
            };
        })),
    };

    public static JsonObject State(ProfileSelector selector, SelectorState state)
    {
        var cells = new JsonArray();
        for (var s = 0; s < state.Symbols.Count; s++)
        {
            for (var r = 0; r < RegimeNames.Count; r++)
            {
                var regime = (MarketRegime)r;
                var best = selector.Table.Choices(s, regime) > 0 ? selector.Best(s, regime) : -1;
                for (var p = 0; best >= 0 && p < selector.Profiles.Count; p++)
                {
                    var view = selector.Table.View(s, regime, p);
                    cells.Add(new JsonObject
                    {
                        ["symbol"] = state.Symbols[s],
                        ["regime"] = RegimeNames.Of(regime),
                        ["profile"] = selector.Profiles[p].Name,
                        ["best"] = p == best,
                        ["estimate"] = view.Estimate,
                        ["q"] = view.Value,
                        ["real"] = view.Real,
                        ["realMean"] = view.RealMean,
                        ["simulated"] = view.Shadow,
                        ["simulatedMean"] = view.ShadowMean,
                        ["variance"] = view.Variance,
                        ["updated"] = view.Updated,
                        ["breaks"] = view.Breaks,
                    });
                }
            }
        }

        var counts = selector.Counts;
        return new()
        {
            ["decisions"] = counts.Decisions,
            ["chosen"] = counts.Chosen,
            ["explored"] = counts.Explored,
            ["explorationRate"] = JsonText.Number(counts.ExplorationRate),
            ["refused"] = counts.Refused,
            ["rewards"] = counts.Rewards,
            ["simulatedRewards"] = counts.ShadowRewards,
            ["lost"] = counts.Lost,
            ["waiting"] = state.Waiting.Count,
            ["cells"] = cells,
        };
    }

    public static JsonObject Coverage(IReadOnlyList<(string Log, double Epsilon, CoverageResult Result)> rows) => new()
    {
        ["nominal"] = 0.9,
        ["rows"] = Array(rows.Select(r => new JsonObject
        {
            ["log"] = r.Log,
            ["epsilon"] = r.Epsilon,
            ["estimator"] = r.Result.Estimator,
            ["coverage"] = r.Result.Coverage,
            ["bias"] = r.Result.Bias,
            ["rms"] = r.Result.RootMeanSquare,
            ["width"] = r.Result.Width,
        })),
    };

    public static JsonObject Demo(
        IReadOnlyList<TradeProfile> profiles,
        IReadOnlyList<ProfilePrices> prices,
        IReadOnlyList<SelectorScene> scenes,
        IReadOnlyList<RegimeReading> readings,
        IReadOnlyList<SelectorDemoTrade> trades,
        IReadOnlyList<LearningResult> learning,
        IReadOnlyList<SwitchingResult> switching) => new()
        {
            ["profiles"] = Profiles(profiles, prices)["profiles"]!.DeepClone(),
            ["markets"] = Regimes(scenes, readings)["markets"]!.DeepClone(),
            ["trades"] = Array(trades.Select(t => new JsonObject
            {
                ["market"] = t.Scene.Name,
                ["regime"] = RegimeNames.Of(t.Reading.Regime),
                ["side"] = t.Side,
                ["profile"] = t.Choice.Profile < 0 ? null : profiles[t.Choice.Profile].Name,
                ["propensity"] = t.Choice.Propensity,
                ["explored"] = t.Choice.Explored,
                ["prices"] = t.Prices is null ? null : Prices(t.Prices),
                ["reason"] = t.Outcome?.Reason.ToString(),
                ["bars"] = t.Outcome?.Bars,
                ["resultInR"] = t.Outcome?.ResultInR,
            })),
            ["learning"] = Array(learning.Select(r => new JsonObject
            {
                ["policy"] = r.Setup.Name,
                ["pooling"] = r.Setup.Options.Bandit.Pooling,
                ["fullInformation"] = r.Setup.FullInformation,
                ["trades"] = new JsonArray([.. r.Checkpoints.Select(c => (JsonNode?)JsonValue.Create(c))]),
                ["found"] = Numbers(r.Found),
                ["regret"] = Numbers(r.Regret),
                ["staticRegret"] = Numbers(r.StaticRegret),
                ["floor"] = Numbers(r.Floor),
                ["resultInR"] = r.ResultInR,
            })),
            ["switching"] = Array(switching.Select(r => new JsonObject
            {
                ["way"] = r.Setup.Name,
                ["fullInformation"] = r.Setup.FullInformation,
                ["knewBefore"] = r.KnewBefore,
                ["recovered"] = r.Recovered,
                ["before"] = r.ResultBefore,
                ["after"] = r.ResultAfter,
            })),
        };

    private static JsonObject Prices(ProfilePrices prices) => new()
    {
        ["entry"] = prices.Entry,
        ["stop"] = prices.Stop,
        ["targets"] = new JsonArray([.. prices.Targets.Select(t => (JsonNode?)JsonValue.Create(t))]),
    };

    private static JsonArray Array(IEnumerable<JsonObject> items) => new([.. items.Select(i => (JsonNode?)i)]);

    private static JsonArray Numbers(IEnumerable<double> values) => new([.. values.Select(JsonText.Number)]);
}
